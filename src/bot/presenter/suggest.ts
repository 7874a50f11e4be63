import type { Answer } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { everything } from './decline.js';
import { suggested } from './suggested.js';
import type { View } from './view.js';

type Suggest = Extract<Answer, { outcome: 'suggest' }>;

/** Says that it is not sure, shows no facts, and offers the readings. */
export function suggestBlocks({ suggestions, unexplained, ranks }: Suggest, view: View): Block[] {
  const { t } = view.language;
  const known = suggestions.length > 0 ? 'unsure' : 'lost';
  const words = unexplained.slice(0, 3).join(t('answers:suggest.separator'));
  const unread =
    words === '' ? t(`answers:suggest.${known}`) : t(`answers:suggest.${known}-words`, { words });
  const text = ranks === true ? t('answers:suggest.no-ranking', { words }) : unread;
  return [
    { kind: 'text', text },
    { kind: 'choices', choices: suggestions.length > 0 ? suggested(suggestions, view) : everything(view) },
  ];
}
