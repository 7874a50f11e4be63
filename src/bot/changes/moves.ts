import type { FieldChange } from '../../programme/change.js';
import { intervalOf } from '../../programme/partial-date.js';
import type { MissionStatus, PilotStatus } from '../../programme/schema.js';
import { nameOf } from './describe-value.js';
import type { Desk } from './draft.js';
import { type Item, itemWith } from './record.js';
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
  const after = itemWith(before, fields);
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
  if (from !== to || date !== before.record.date) checkDate(desk, after, hasNote);
}

/**
 * A mission whose date is still to come can't have been held, and one whose date has passed is not planned any more, unless
 * a note says how. @throws Refused without one
 */
export function checkDate(desk: Desk, item: Item, hasNote: boolean): void {
  if (hasNote || item.kind !== 'mission') return;
  const { status, date: told } = item.record;
  const { from, to } = intervalOf(told);
  const { t, formats } = desk.language;
  const date = formats.date(told);
  if (status === 'held' && from > desk.today) throw refusal(desk, t('changes:refused.heldLater', { date }));
  if (status === 'planned' && to < desk.today)
    throw refusal(desk, t('changes:refused.plannedEarlier', { date }));
}

/** Nobody travels to where they are. @throws Refused for a mission with a host among its travellers */
export function checkJourney(desk: Desk, item: Item): void {
  if (item.kind !== 'mission') return;
  const { travellers, hosts } = item.record;
  const both = travellers.filter((id) => hosts.includes(id));
  if (both.length === 0) return;
  const { t, formats } = desk.language;
  const names = formats.list(both.map((id) => nameOf(desk, id)));
  throw refusal(desk, t('changes:refused.fromTo', { names }));
}
