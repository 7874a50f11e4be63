import type { Localized } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Overview } from '../programme/schema.js';
import type { Answer } from './answer.js';
import { answerQuery } from './answer-query.js';
import type { WordClass } from './lexicon/word-class.js';
import type { Facet } from './query.js';
import type { Knowledge, Reading } from './reading/read.js';
import { holdsHan } from './text/han.js';
import { isA, type Token } from './text/tokens.js';

/** What stands around a subject: "are there … in the programme?", 有…吗. */
const AROUND: readonly WordClass[] = [
  'exists',
  'whether',
  'auxiliary',
  'list',
  'what',
  'which',
  'article',
  'indefinite',
  'polite',
  'about',
  'particle',
  'in',
  'of',
  'programme',
  'participant',
  'follow-up-start',
];

const isAround = (token: Token) =>
  token.kind === 'stop' ||
  token.kind === 'comma' ||
  (isA(token, ...AROUND) && token.names.every(({ kind }) => kind === 'programme'));

/** All that a question names, as one phrase. */
function subjectOf({ words, scene }: Reading): string {
  const { tokens } = scene;
  const first = tokens.find((token) => !isAround(token));
  const last = tokens.findLast((token) => !isAround(token));
  if (first === undefined || last === undefined) return '';
  const { source } = words;
  return source.typed.slice(source.at[first.from] ?? 0, (source.at[last.to - 1] ?? 0) + 1).toLowerCase();
}

// A shorter phrase is in many texts by chance.
const SHORTEST = { han: 3, latin: 5 };

function speaksOf(text: Localized, phrase: string): boolean {
  if (holdsHan(phrase)) return phrase.length >= SHORTEST.han && text.zh?.includes(phrase) === true;
  const words = ` ${text.en?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return phrase.length >= SHORTEST.latin && words.includes(` ${phrase} `);
}

const FACETS = {
  challenges: ({ challenges }) => challenges,
  objectives: ({ objectives }) => objectives,
  focus: ({ focus }) => [focus],
} as const satisfies Partial<Record<Facet, (overview: Overview) => readonly Localized[]>>;

/** What no record is about, the programme's own challenges or aims may still speak of. */
export function inOverview(reading: Reading, knowledge: Knowledge, today: Day): Answer | undefined {
  const { overview } = knowledge.programme;
  const phrase = subjectOf(reading);
  const facets = Object.keys(FACETS) as (keyof typeof FACETS)[]; // the keys as they are written above
  const facet = facets.find((one) => FACETS[one](overview).some((text) => speaksOf(text, phrase)));
  if (facet === undefined) return undefined;
  return answerQuery(
    { intent: 'themes', ask: 'list', clauses: [], dates: [], pick: 'all', facet },
    knowledge,
    today,
    [],
  );
}
