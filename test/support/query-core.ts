import { readFileSync } from 'node:fs';
import { readLocaleFile } from '../../src/i18n/locale-files.js';
import { parseDataset } from '../../src/programme/dataset.js';
import type { Programme } from '../../src/programme/programme.js';
import type { Dataset } from '../../src/programme/schema.js';
import { createProgramme } from '../../src/programme/snapshot.js';
import type { Answer } from '../../src/query/answer.js';
import { createQueryEngine } from '../../src/query/create-engine.js';
import type { QueryEngine } from '../../src/query/engine.js';
import { type Lexicon, parseLexicon } from '../../src/query/lexicon/lexicon.js';
import type { Query } from '../../src/query/query.js';
import { shippedDataset } from '../../src/shipped-dataset.js';

export const lexicon: Lexicon = parseLexicon({
  en: readLocaleFile('en', 'lexicon'),
  zh: readLocaleFile('zh', 'lexicon'),
});

function soundDataset(json: unknown): Dataset {
  const parsed = parseDataset(json);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.dataset;
}

/** The shipped programme, for tests that ask it real questions. */
export const shipped: Programme = createProgramme(
  soundDataset(JSON.parse(readFileSync(shippedDataset, 'utf8'))),
);
export const shippedEngine: QueryEngine = createQueryEngine(shipped, lexicon);

export const TODAY = '2020-11-15';

/** Somebody who asks one question after another, as in a conversation. */
export function conversation(engine: QueryEngine = shippedEngine, today = TODAY): (text: string) => Answer {
  let previous: Query | undefined;
  return (text) => {
    const answer = engine.ask(text, previous === undefined ? { today } : { today, previous });
    if (answer.outcome === 'answer') previous = answer.query;
    return answer;
  };
}

/** What an answer comes to, in a line: its intent and ids, or how it was not answered. */
export function gist(answer: Answer): string {
  if (answer.outcome === 'answer') return `${answer.query.intent}: ${answer.items.join(' ')}`.trim();
  if (answer.outcome === 'decline') return `decline ${answer.reason.kind}`;
  return answer.outcome;
}
