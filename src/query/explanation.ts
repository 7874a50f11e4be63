import type { DateRange, Query, Term } from './query.js';

/** How a text was read. For developers: in English, with ids. */
export interface Explanation {
  normalised: string;
  tokens: readonly { text: string; as: string }[];
  entities: readonly { text: string; term: Term; repaired: boolean }[];
  dates: readonly { text: string; range: DateRange }[];
  unexplained: readonly string[];
  query: Query | undefined;
  /** Why the gate let it pass, or not. */
  reason: string;
}
