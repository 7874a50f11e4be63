import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

/** Yes or no first, then what it rests on when that is one sentence. */
export function yesOrNo(found: Found, { language: { t } }: View, because?: string): Block {
  const holds = found.holds ?? found.items.length > 0;
  if (because !== undefined) {
    const values = { because: capitalised(because) };
    return { kind: 'text', text: t(`answers:whether.${holds ? 'yes' : 'no'}-because`, values) };
  }
  return { kind: 'text', text: t(holds ? 'answers:whether.yes' : noOf(found)) };
}

/** Chinese denies what there is (missions, pilots) and what something is (a member, a theme) in different words. */
function noOf({ query: { intent } }: Found) {
  return intent === 'city' || intent === 'themes' || intent === 'overview'
    ? 'answers:whether.is-not'
    : 'answers:whether.no';
}
