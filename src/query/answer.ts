import type { CityField } from '../programme/schema.js';
import type { DateRange, Facet, Query } from './query.js';

/** Something the reader must be told about how the question was read. */
export type Remark =
  /** A misspelt word and the name it was taken for, with the record whose name that is. */
  | { kind: 'repaired'; typed: string; meant: string; record?: NamedRecord }
  /** A phrase for a time ("last autumn") and the days it was taken for. */
  | { kind: 'dated'; typed: string; range: DateRange }
  /** What a follow-up took from the question before: names as typed there, or a range of days. */
  | { kind: 'carried'; words: readonly string[] }
  /** It was asked who proposed a pilot, which is not held by itself. */
  | { kind: 'proposer' };

/** A record by its kind; of a country, its code. */
export interface NamedRecord {
  kind: 'city' | 'country' | 'group' | 'organisation' | 'theme' | 'topic';
  id: string;
}

/** Why a question has no answer here. */
export type DeclineReason =
  /** A place, organisation or other name that the programme does not hold. */
  | { kind: 'unknown-name'; word: string; as: 'city' | 'organisation' | 'thing' }
  /** A kind of fact that the programme does not hold at all, such as budgets or reasons; `subject` is what it was asked about. */
  | {
      kind: 'not-held';
      word: string;
      asksWhy?: true;
      subject?: { kind: 'mission' | 'pilot' | 'organisation' | 'city'; id: string };
    }
  /** A field that the source marks N/A, for these cities. */
  | { kind: 'unavailable'; field: CityField; cities: readonly string[] }
  /** Nothing to do with the programme. */
  | { kind: 'off-topic' };

/** A fully understood question and its records. `items` empty: there is no such record. */
export interface Found {
  outcome: 'answer';
  query: Query;
  /** Ids of *the* answer, in order of date for missions, else of the dataset. */
  items: readonly string[];
  /** Ids that belong only through a named group. */
  optional: readonly string[];
  facet?: Facet;
  /** For a question of yes or no. */
  holds?: boolean;
  remarks: readonly Remark[];
}

/** A possible reading of a question that was not fully understood. */
export interface Suggestion {
  query: Query;
  items: readonly string[];
}

export type Answer =
  | Found
  /** Not sure: no facts, at most three ways to go on, best first. */
  | {
      outcome: 'suggest';
      suggestions: readonly Suggestion[];
      unexplained: readonly string[];
      /** The words that were left out ask for a ranking, which no reading gives. */
      ranks?: true;
      remarks: readonly Remark[];
    }
  /** Understood, and not held here. The suggestions are what the programme does hold, at most three. */
  | {
      outcome: 'decline';
      reason: DeclineReason;
      suggestions: readonly Suggestion[];
      unexplained: readonly string[];
      remarks: readonly Remark[];
    }
  /** A greeting, thanks, or a question about the bot itself. */
  | { outcome: 'help' };
