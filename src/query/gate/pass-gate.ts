import type { Day } from '../../programme/partial-date.js';
import { answerQuery } from '../answer-query.js';
import type { Knowledge, Reading } from '../reading/read.js';
import type { Case, Chosen, Rule, Verdict } from './case.js';
import { nothingAsked, wordsLeftOut } from './half-asked.js';
import { fewerThanCounted, heldMoreWidely, inTwoPlaces, onlyOfOtherKind } from './no-records.js';
import { notHeld, offTopic, reasonNotHeld } from './not-held.js';
import { preferred } from './preferred.js';
import { remarksOf } from './remarks.js';
import { unknownName, unknownWord } from './unknown.js';

/** What the words alone decide, before a record is looked up. What is surely not held goes before what is not understood. */
const OF_WORDS: readonly Rule<Case>[] = [offTopic, notHeld, unknownName, unknownWord, wordsLeftOut];

/** What the records of the chosen reading decide: that there are none is no answer where something else may be meant. */
const OF_RECORDS: readonly Rule<Chosen>[] = [
  fewerThanCounted,
  onlyOfOtherKind,
  heldMoreWidely,
  inTwoPlaces,
  reasonNotHeld,
];

/** The verdict of the first rule that has one. */
function firstOf<Of extends Case>(rules: readonly Rule<Of>[], one: Of): Verdict | undefined {
  for (const rule of rules) {
    const verdict = rule(one);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

function answered({ query, knowledge, today, remarks, records }: Chosen): Verdict {
  return {
    answer: answerQuery(query, knowledge, today, remarks, records),
    reason: 'every content word is explained',
  };
}

/** The three ways out: an answer only when every content word is explained, else ways to go on, or what is not held. */
export function passGate(reading: Reading, knowledge: Knowledge, today: Day): Verdict {
  const one: Case = { reading, knowledge, today, remarks: remarksOf(reading, knowledge) };
  const stopped = firstOf(OF_WORDS, one);
  if (stopped !== undefined) return stopped;
  if (reading.best === undefined) return nothingAsked(one);
  const chosen = preferred(reading.best, one);
  return firstOf(OF_RECORDS, chosen) ?? answered(chosen);
}
