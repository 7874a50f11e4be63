import { readFileSync } from 'node:fs';
import { renderPlain } from '../../src/adapters/console/render.js';
import { type Presentable, presentAnswer } from '../../src/bot/presenter/present.js';
import type { View } from '../../src/bot/presenter/view.js';
import { createLanguages } from '../../src/i18n/languages.js';
import { projectRoot } from '../../src/i18n/project-root.js';
import type { Locale } from '../../src/programme/localized.js';
import { Dataset } from '../../src/programme/schema.js';
import { createProgramme } from '../../src/programme/snapshot.js';
import type { Found } from '../../src/query/answer.js';
import type { Query, Term } from '../../src/query/query.js';

export const languages = createLanguages();

/** The shipped dataset, without any change. */
export const shippedProgramme = createProgramme(
  Dataset.parse(JSON.parse(readFileSync(`${projectRoot}/data/u-cap.json`, 'utf8'))),
);

/** A reader of the shipped programme on 1 March 2021, in Rome. */
export function viewIn(locale: Locale, overrides: Partial<View> = {}): View {
  return {
    programme: shippedProgramme,
    language: languages[locale],
    timezone: 'Europe/Rome',
    today: '2021-03-01',
    ...overrides,
  };
}

/** A query with one clause for each term. */
export function query(
  intent: Query['intent'],
  ask: Query['ask'],
  terms: Term[] = [],
  more: Partial<Query> = {},
): Query {
  return {
    intent,
    ask,
    clauses: terms.map((term) => ({ any: [term], negated: false })),
    dates: [],
    pick: 'all',
    ...more,
  };
}

export function found(asked: Query, items: readonly string[] = [], more: Partial<Found> = {}): Found {
  return { outcome: 'answer', query: asked, items, optional: [], remarks: [], ...more };
}

export function city(id: string, role: 'any' | 'host' | 'traveller' = 'any'): Term {
  return { kind: 'city', id, role };
}

/** The lines of an answer as the console shows them. */
export function linesOf(answer: Presentable, view: View): string[] {
  return renderPlain(presentAnswer(answer, view), { colour: false, language: view.language }).split('\n');
}
