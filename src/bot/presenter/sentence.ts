import type { Block } from '../reply.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

/** As many names as one sentence holds. */
const NAMES = 10;

/** A line of text with a capital and a full stop, unless a name at its end brings one ("Setel S.p.A."). */
export function sentence(text: string, { language }: View): Block {
  const capital = capitalised(text);
  return {
    kind: 'text',
    text: /[.!?。！？]$/u.test(capital) ? capital : language.t('answers:sentence', { text: capital }),
  };
}

/** The names, each once, as a list within a sentence; of many, the first ones and how many more there are. */
export function namesAtMost(names: Iterable<string>, { language: { t, formats } }: View): string {
  const distinct = [...new Set(names)];
  if (distinct.length <= NAMES) return formats.list(distinct);
  return t('answers:list.and-more', {
    names: distinct.slice(0, NAMES).join(t('answers:list.separator')),
    more: formats.number(distinct.length - NAMES),
  });
}
