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

/**
 * Names within a sentence, each once; of many, the first ones and how many more there are. `nameOf` gives the name of
 * what is listed; without it the values are the names.
 */
export function namesAtMost(
  values: Iterable<string>,
  { language: { t, formats } }: View,
  nameOf: (value: string) => string = (name) => name,
): string {
  const distinct = [...new Set(values)];
  const names = distinct.slice(0, NAMES).map(nameOf);
  if (distinct.length <= NAMES) return formats.list(names);
  return t('answers:list.and-more', {
    names: names.join(t('answers:list.separator')),
    more: formats.number(distinct.length - NAMES),
  });
}
