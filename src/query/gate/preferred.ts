import { hasNone } from '../filter/records.js';
import { recordsOf } from '../filter/run.js';
import type { Candidate } from '../reading/read.js';
import type { Case, Chosen } from './case.js';
import { widened } from './widened.js';

/** Nearly as likely: the share of the best reading's weight that another must have to take its place. */
const NEARLY = 0.6;

// Field by field, since every question passes here, and a spread takes longer.
function choose({ query }: Candidate, { reading, knowledge, today, remarks }: Case): Chosen {
  const records = recordsOf(query, knowledge, today);
  return { reading, knowledge, today, remarks, query, records };
}

/** Whether a reading has neither a record nor another way to one. "Do they work together?" is answered by no. */
const isBarren = ({ query, records, reading, knowledge, today }: Chosen) =>
  query.ask !== 'whether' &&
  hasNone(records) &&
  widened(query, reading.scene, knowledge, today) === undefined;

/** Whether the next reading may be meant as well as the best. */
function isAsLikely(next: Candidate, best: Candidate, { reading }: Case): boolean {
  const { weights } = reading.purpose;
  if (weights === undefined || next.unused.length > 0) return false;
  // That there are no partners somewhere is no reason to tell of visits.
  if (best.query.intent === 'partners' && reading.scene.has('partner')) return false;
  // Missions name hardly any partner: what is asked of one is rather a pilot.
  if (best.query.intent === 'missions' && reading.scene.names('organisation')) return true;
  return (weights.get(next.query.intent) ?? 0) >= NEARLY * (weights.get(best.query.intent) ?? 0);
}

/** The likeliest reading with its records; when it has none, the next if that is nearly as likely and has some. */
export function preferred(best: Candidate, one: Case): Chosen {
  const chosen = choose(best, one);
  if (one.reading.purpose.weights === undefined || !isBarren(chosen)) return chosen;
  const [next] = one.reading.others();
  if (next === undefined || !isAsLikely(next, best, one)) return chosen;
  const other = choose(next, one);
  return hasNone(other.records) ? chosen : other;
}
