import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import type { View } from './view.js';
import { told } from './words.js';

/** "No – it was cancelled.": the answer whether missions took place when none that was found did. */
export function noneHeld(missions: readonly Mission[], found: Found, view: View): Block[] | undefined {
  const asksForStatus = positiveTerms(found.query).some(
    (term) => term.kind === 'mission-status' && term.is === 'cancelled',
  );
  if (found.query.ask !== 'whether' || found.holds !== true || asksForStatus) return undefined;
  if (missions.length === 0 || missions.some(({ status }) => status !== 'cancelled')) return undefined;
  const { t, formats } = view.language;
  const no: Block = { kind: 'text', text: t('answers:mission.was-cancelled', { count: missions.length }) };
  const [only] = missions.length === 1 ? missions : [];
  if (only === undefined) return [no];
  const values = { date: formats.date(only.date), title: told(only.title, view) };
  return [no, { kind: 'text', text: t('answers:mission.line', values) }];
}
