import type { FieldChange } from '../../programme/change.js';
import { intervalOf } from '../../programme/partial-date.js';
import type { MissionStatus, PilotStatus } from '../../programme/schema.js';
import type { Desk } from './draft.js';
import { type Item, withFields } from './record.js';
import { refusal } from './refusal.js';

/** Where a pilot goes from each status as a matter of course: onwards, with pauses, and out. */
const pilotMoves: Readonly<Record<PilotStatus, readonly PilotStatus[]>> = {
  proposed: ['agreed', 'running', 'paused', 'cancelled'],
  agreed: ['running', 'paused', 'completed', 'cancelled'],
  running: ['paused', 'completed', 'cancelled'],
  paused: ['agreed', 'running', 'completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

const missionMoves: Readonly<Record<MissionStatus, readonly MissionStatus[]>> = {
  planned: ['held', 'cancelled'],
  held: [],
  cancelled: [],
};

/** Sees to it that a status which makes no sense by itself comes with a note. @throws Refused without one */
export function checkMove(desk: Desk, before: Item, fields: readonly FieldChange[], hasNote: boolean): void {
  if (hasNote) return;
  const after = withFields(before, fields);
  const { t } = desk.language;
  if (after.kind === 'pilot' && before.kind === 'pilot') {
    const [from, to] = [before.record.status, after.record.status];
    if (from === to || pilotMoves[from].includes(to)) return;
    const values = { from: t(`answers:status.${from}`), to: t(`answers:status.${to}`) };
    throw refusal(desk, t('changes:refused.move', values));
  }
  if (after.kind !== 'mission' || before.kind !== 'mission') return;
  const [from, to] = [before.record.status, after.record.status];
  if (from !== to && !missionMoves[from].includes(to)) {
    const values = { from: t(`answers:mission-status.${from}`), to: t(`answers:mission-status.${to}`) };
    throw refusal(desk, t('changes:refused.move', values));
  }
  const { date } = after.record;
  if (from !== to || date !== before.record.date) checkHeld(desk, after, hasNote);
}

/** A mission whose date is still to come can't have been held, unless a note says how. @throws Refused without one */
export function checkHeld(desk: Desk, item: Item, hasNote: boolean): void {
  if (hasNote || item.kind !== 'mission' || item.record.status !== 'held') return;
  const { date } = item.record;
  if (intervalOf(date).from <= desk.today) return;
  const { t, formats } = desk.language;
  throw refusal(desk, t('changes:refused.heldLater', { date: formats.date(date) }));
}
