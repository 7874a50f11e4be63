import type { Locale } from '../programme/localized.js';
import type { Answer } from '../query/answer.js';
import type { Query } from '../query/query.js';

/** One line of `ask --json`, as the contract has it. */
export interface AskLine {
  question: string;
  lang: Locale;
  outcome: Answer['outcome'];
  intent: string;
  items: readonly string[];
  optional: readonly string[];
  facet: string | null;
  unavailable: string | null;
  unexplained: readonly string[];
  suggestions: readonly { text: string; intent: string; items: readonly string[] }[];
  text: string;
}

type Facts = Pick<
  AskLine,
  'intent' | 'items' | 'optional' | 'facet' | 'unavailable' | 'unexplained' | 'suggestions'
>;

const nothing: Facts = {
  intent: 'none',
  items: [],
  optional: [],
  facet: null,
  unavailable: null,
  unexplained: [],
  suggestions: [],
};

/** The line for an answer; `label` names a suggested question in the reply's language. */
export function askLineOf(
  question: string,
  lang: Locale,
  answer: Answer,
  text: string,
  label: (query: Query) => string,
): AskLine {
  return { question, lang, outcome: answer.outcome, ...factsOf(answer, label), text };
}

function factsOf(answer: Answer, label: (query: Query) => string): Facts {
  if (answer.outcome === 'help') return { ...nothing, intent: 'help' };
  if (answer.outcome === 'answer') {
    const { query, items, optional, facet } = answer;
    return { ...nothing, intent: query.intent, items, optional, facet: facet ?? null };
  }
  const suggestions = answer.suggestions.map(({ query, items }) => ({
    text: label(query),
    intent: query.intent,
    items,
  }));
  const unavailable =
    answer.outcome === 'decline' && answer.reason.kind === 'unavailable' ? answer.reason.field : null;
  return { ...nothing, unavailable, unexplained: answer.unexplained, suggestions };
}
