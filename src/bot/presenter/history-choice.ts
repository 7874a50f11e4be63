import type { Choice } from '../reply.js';
import type { View } from './view.js';

/** The way to a record's whole story, when it has one. */
export function historyChoice(key: string, { programme, language }: View): Choice[] {
  if ((programme.history.get(key) ?? []).length === 0) return [];
  return [
    { label: language.t('answers:choice.history'), invocation: { command: 'history', args: { item: key } } },
  ];
}
