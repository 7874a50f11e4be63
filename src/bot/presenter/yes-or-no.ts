import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import type { View } from './view.js';

/** Yes or no first, then what it rests on. */
export function yesOrNo(found: Found, { language: { t } }: View, because?: string): Block[] {
  const holds = found.holds ?? found.items.length > 0;
  const key = holds ? 'yes' : 'no';
  const text =
    because === undefined ? t(`answers:whether.${key}`) : t(`answers:whether.${key}-because`, { because });
  return [{ kind: 'text', text }];
}
