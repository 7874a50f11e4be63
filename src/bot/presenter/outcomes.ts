import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import { sentence } from './sentence.js';
import type { View } from './view.js';
import { clauses, told } from './words.js';

/** What came of a mission: nothing as long as it has not been held, or not on the date that it has now. */
export function outcomesSoFar({
  status,
  outcomes,
}: Pick<Mission, 'status' | 'outcomes'>): Mission['outcomes'] {
  return status === 'held' ? outcomes : [];
}

/** What came of a mission, as one sentence; nothing when the source gives no outcome. */
export function outcomesOf(mission: Pick<Mission, 'status' | 'outcomes'>, view: View): Block[] {
  const outcomes = outcomesSoFar(mission);
  if (outcomes.length === 0) return [];
  const texts = outcomes.map(({ text }) => told(text, view));
  return [sentence(view.language.t('answers:mission.outcomes', { outcomes: clauses(texts, view) }), view)];
}

/** Those outcomes of a mission that the question asks for. */
export function outcomesAsked({ status, outcomes }: Mission, { query }: Found, view: View): Block[] {
  const kinds = new Set(positiveTerms(query).flatMap((term) => (term.kind === 'outcome' ? [term.is] : [])));
  return outcomesOf({ status, outcomes: outcomes.filter(({ kind }) => kinds.has(kind)) }, view);
}

/** Says that nothing is told of what came of the missions, where that is so of all of them. */
export function noOutcomes(missions: readonly Mission[], { language: { t } }: View): Block[] {
  if (missions.some((mission) => outcomesSoFar(mission).length > 0)) return [];
  return [{ kind: 'text', text: t('answers:mission.no-outcomes', { count: missions.length }) }];
}

/** What came of each mission of a list, under its line. */
export function outcomeDetail(mission: Mission, view: View): string {
  const texts = outcomesSoFar(mission).map(({ text }) => told(text, view));
  return texts.length === 0 ? view.language.t('answers:mission.none-told') : clauses(texts, view);
}
