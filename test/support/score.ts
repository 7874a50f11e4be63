import type { Answer } from '../../src/query/answer.js';

interface Reading {
  intent: string;
  items?: string[];
  optional?: string[];
}

/** A question with the answer that people expect; intent `none` marks one that the programme cannot answer. */
export interface GoldQuestion {
  id: string;
  lang: 'en' | 'zh';
  text: string;
  now?: string;
  intent: string;
  expect: Omit<Reading, 'intent'> & { alt?: Reading[]; facet?: string; unavailable?: string };
  /** What it comes to until the core understands it; without it, it is to be answered exactly. */
  yet?: Exclude<Verdict, 'exact'>;
}

/** `exact`, `suggested` (a right way on is offered), `misleading` (wrong facts, or facts where there are none), `open` (none of these). */
export type Verdict = 'exact' | 'suggested' | 'misleading' | 'open';

const WITHOUT_ITEMS = ['themes', 'overview', 'contact'];

function matches(gold: Reading, intent: string, items: readonly string[]): boolean {
  const { items: wanted = [], optional = [] } = gold;
  const complete = wanted.every((id) => items.includes(id));
  return (
    gold.intent === intent && complete && items.every((id) => wanted.includes(id) || optional.includes(id))
  );
}

/** Judges one answer as the public scorer does. */
export function judge({ intent, expect }: GoldQuestion, answer: Answer): Verdict {
  if (intent === 'none') {
    if (answer.outcome !== 'answer') return 'exact';
    return answer.items.length > 0 || WITHOUT_ITEMS.includes(answer.query.intent) ? 'misleading' : 'exact';
  }
  const isRight = (asked: string, items: readonly string[]) =>
    [{ intent, ...expect }, ...(expect.alt ?? [])].some((gold) => matches(gold, asked, items));
  if (answer.outcome === 'help') return isRight('help', []) ? 'exact' : 'open';
  if (answer.outcome === 'answer') return isRight(answer.query.intent, answer.items) ? 'exact' : 'misleading';
  return answer.suggestions.some(({ query, items }) => isRight(query.intent, items)) ? 'suggested' : 'open';
}
