import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import { sentence } from './sentence.js';
import type { View } from './view.js';
import { clauses, told } from './words.js';

/** What came of a mission, as one sentence; nothing when the source gives no outcome. */
export function outcomesOf({ outcomes }: Pick<Mission, 'outcomes'>, view: View): Block[] {
  if (outcomes.length === 0) return [];
  const texts = outcomes.map(({ text }) => told(text, view));
  return [sentence(view.language.t('answers:mission.outcomes', { outcomes: clauses(texts, view) }), view)];
}

/** Those outcomes of a mission that the question asks for. */
export function outcomesAsked({ outcomes }: Mission, { query }: Found, view: View): Block[] {
  const kinds = new Set(positiveTerms(query).flatMap((term) => (term.kind === 'outcome' ? [term.is] : [])));
  return outcomesOf({ outcomes: outcomes.filter(({ kind }) => kinds.has(kind)) }, view);
}
