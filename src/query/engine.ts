import type { Locale } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';
import type { Answer } from './answer.js';
import type { Explanation } from './explanation.js';
import type { Intent, Query } from './query.js';

/** What a question is read with, beside its words. */
export interface Circumstances {
  /** The day that "last month" is relative to. */
  today: Day;
  /** The year that a month or a season without one is of; otherwise any in which the programme has records. */
  year?: number;
  /** The intent of the command it was typed after (`missions oslo 2019`); none for a free question. */
  intent?: Intent;
  /** The last answered question of this person in this conversation, when it is recent enough to be followed up. */
  previous?: Query;
}

/** The shared query core over one programme: pure, no i/o, no platform, and no words of a reply. */
export interface QueryEngine {
  /** Understands the words and answers them. Any string is fine, of any script and length. */
  ask(text: string, circumstances: Circumstances): Answer;
  /** Answers a question that is already understood, such as a button's. */
  run(query: Query, today: Day): Answer;
  /** How a text is read, step by step, for whoever extends the lexicon. */
  explain(text: string, circumstances: Circumstances): Explanation;
  /** Records that the words name, best first; for commands that need one item (`update wine-institute …`). */
  find(
    words: string,
  ): readonly { kind: 'mission' | 'pilot' | 'organisation' | 'city'; id: string; exact: boolean }[];
  /** The language that the words are in, when they tell: Han characters, else Latin words; ids and numbers tell nothing. */
  languageOf(text: string): Locale | undefined;
  /** An engine for the programme as it is now, sharing all that did not change. */
  with(programme: Programme): QueryEngine;
}
