import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import { looksAhead } from '../../query/filter/ahead.js';
import type { Block } from '../reply.js';
import { accountOf } from './mission-account.js';
import { onlyThroughGroup } from './optional-line.js';
import { plannedLine } from './planned.js';
import { positiveTerms } from './queries.js';
import { recordsOf } from './records.js';
import type { View } from './view.js';
import { capitalised, told } from './words.js';

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

/** "Not yet.": the answer whether missions took place when none did and some are planned. */
export function notYetHeld(missions: readonly Mission[], found: Found, view: View): Block[] | undefined {
  if (found.query.ask !== 'whether' || found.holds !== true || looksAhead(found.query, view.today))
    return undefined;
  const planned = missions.filter(({ status }) => status === 'planned');
  const [first, ...others] = planned;
  if (first === undefined || missions.some(({ status }) => status === 'held')) return undefined;
  const { t } = view.language;
  const byGroup = recordsOf(view.programme.missions, found.optional);
  if (byGroup.some(({ status }) => status === 'held')) {
    const lead = onlyThroughGroup(found, view);
    return lead === undefined ? undefined : [lead, ...plannedLine(planned, view)];
  }
  if (others.length > 0) return [{ kind: 'text', text: t('answers:mission.not-yet') }];
  const because = capitalised(accountOf(first, view));
  return [{ kind: 'text', text: t('answers:mission.not-yet-because', { because }) }];
}
