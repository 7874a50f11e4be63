import type { Day } from '../../programme/partial-date.js';
import type { Answer, Remark } from '../answer.js';
import type { Records } from '../filter/records.js';
import type { Query } from '../query.js';
import type { Knowledge, Reading } from '../reading/read.js';

/** A reading at the gate, with all that a verdict on it takes. */
export interface Case {
  reading: Reading;
  knowledge: Knowledge;
  today: Day;
  remarks: readonly Remark[];
}

/** A case of which one reading was chosen, and its records. */
export interface Chosen extends Case {
  query: Query;
  records: Records;
}

/** What the gate decides, and, for developers, why. */
export interface Verdict {
  answer: Answer;
  reason: string;
}

/** Decides a case, or leaves it to the next rule. */
export type Rule<Of extends Case> = (one: Of) => Verdict | undefined;
