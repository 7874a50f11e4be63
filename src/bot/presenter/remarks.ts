import type { Remark } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { daysNamed } from './time-phrase.js';
import type { View } from './view.js';

/** What must be said before the answer: the words that were taken for others. */
export function remarksBefore(remarks: readonly Remark[], view: View): Block[] {
  return remarks.flatMap((remark) => (remark.kind === 'repaired' ? [note(remark, view)] : []));
}

/** What is said after it: the days a phrase was taken for, and what came from the question before. */
export function remarksAfter(remarks: readonly Remark[], view: View): Block[] {
  return remarks.flatMap((remark) => (remark.kind === 'repaired' ? [] : [note(remark, view)]));
}

function note(remark: Remark, view: View): Block {
  const { t, formats } = view.language;
  switch (remark.kind) {
    case 'repaired':
      return {
        kind: 'note',
        text: t('answers:remark.repaired', { typed: remark.typed, meant: remark.meant }),
      };
    case 'dated':
      return {
        kind: 'note',
        text: t('answers:remark.dated', { typed: remark.typed, range: daysNamed(remark.range, view) }),
      };
    case 'carried':
      return { kind: 'note', text: t('answers:remark.carried', { words: formats.list(remark.words) }) };
  }
}
