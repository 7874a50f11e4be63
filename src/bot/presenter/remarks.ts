import { type Interval, intervalOf, PartialDate } from '../../programme/partial-date.js';
import type { Remark } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { termName } from './term-name.js';
import { allDaysNamed, daysNamed } from './time-phrase.js';
import type { View } from './view.js';

/** What must be said before the answer: words that were taken for others, and what the answer cannot tell. */
export function remarksBefore(remarks: readonly Remark[], view: View): Block[] {
  return remarks.filter(isBefore).map((remark) => note(remark, view));
}

/** What is said after it: the days a phrase was taken for, and what came from the question before. */
export function remarksAfter(remarks: readonly Remark[], view: View): Block[] {
  return remarks.filter((remark) => !isBefore(remark)).map((remark) => note(remark, view));
}

const isBefore = ({ kind }: Remark) => kind === 'repaired' || kind === 'proposer';

function note(remark: Remark, view: View): Block {
  const { t } = view.language;
  switch (remark.kind) {
    case 'repaired':
      return {
        kind: 'note',
        text: t('answers:remark.repaired', { typed: remark.typed, meant: nameMeant(remark, view) }),
      };
    case 'proposer':
      return { kind: 'note', text: t('answers:remark.proposer') };
    case 'dated':
      return {
        kind: 'note',
        text: t('answers:remark.dated', { typed: remark.typed, range: daysNamed(remark.range, view) }),
      };
    case 'carried':
      return { kind: 'note', text: t('answers:remark.carried', { words: carriedWords(remark.words, view) }) };
  }
}

/** The record's own name for the reader, not the one of its other names that was nearest to the typed word. */
function nameMeant({ meant, record }: Extract<Remark, { kind: 'repaired' }>, view: View): string {
  if (record === undefined) return meant;
  const { kind, id } = record;
  return termName(kind === 'country' ? { kind, code: id, role: 'any' } : { kind, id, role: 'any' }, view);
}

/** The names as they are, then the days in words. */
function carriedWords(words: readonly string[], view: View): string {
  const days = words.map(daysOf);
  const names = words.filter((_, at) => days[at] === undefined);
  const dates = allDaysNamed(
    days.filter((range) => range !== undefined),
    view,
  );
  return [...names, ...dates].join(view.language.t('answers:remark.separator'));
}

/** The days that the query core writes as "2019-06" or "2019-09-01 – 2019-11-30". */
function daysOf(word: string): Interval | undefined {
  const dates = word.split(' – ').map((part) => PartialDate.safeParse(part).data);
  const [from, to = from] = dates;
  if (from === undefined || to === undefined || dates.includes(undefined)) return undefined;
  return { from: intervalOf(from).from, to: intervalOf(to).to };
}
