import { type LocalTime, localTime, minuteOf } from '../bot/clock.js';
import type { Subscription } from '../bot/state.js';
import type { Day } from '../programme/partial-date.js';
import { addDays, isWeekday } from './calendar.js';

const DAY_MINUTES = 24 * 60;

/** How long a digest is still worth sending when its own time lies at or after the subscription's `until`. */
const LATE_EVENING_MINUTES = 120;

/** How much longer a digest that is already in the outbox may still go out: it may only be waiting for its turn. */
const QUEUE_MINUTES = 60;

/** What is to be done about the digest of one local date: send it, or give it up because its hours are over. */
export interface Due {
  date: Day;
  verdict: 'send' | 'skip';
}

type Schedule = Pick<Subscription, 'time' | 'timezone' | 'days' | 'until' | 'since'>;

/**
 * Which digest of a subscription is to be settled now, if any. It is due once the local clock has passed its time on a
 * date that is not settled yet; so a time that a change of the clocks leaves out is passed by the jump, and one
 * that comes twice is settled the first time. Looks at yesterday too, since a check may come just after midnight.
 *
 * @param clock what the subscription's clock shows now
 * @param settled whether a local date has its record already
 */
export function dueDigest(
  schedule: Schedule,
  clock: LocalTime,
  settled: (date: Day) => boolean,
): Due | undefined {
  const yesterday = addDays(clock.date, -1);
  const late = clock.minute + DAY_MINUTES;
  if (late <= lastMinute(schedule) && isOpen(schedule, yesterday, settled))
    return { date: yesterday, verdict: 'send' };
  if (clock.minute < minuteOf(schedule.time) || !isOpen(schedule, clock.date, settled)) return undefined;
  return { date: clock.date, verdict: clock.minute <= lastMinute(schedule) ? 'send' : 'skip' };
}

/** Whether the hours of a digest that is already in the outbox are over, so that it would only be old news. */
export function isStale(schedule: Schedule, date: Day, clock: LocalTime): boolean {
  const last = lastMinute(schedule) + QUEUE_MINUTES;
  const lastDate = addDays(date, Math.floor(last / DAY_MINUTES));
  return clock.date > lastDate || (clock.date === lastDate && clock.minute > last % DAY_MINUTES);
}

/** The local date of the next digest after what the clock shows now. */
export function nextDigest(schedule: Schedule, clock: LocalTime, settled: (date: Day) => boolean): Day {
  const passedToday = clock.minute >= minuteOf(schedule.time);
  let date = passedToday ? addDays(clock.date, 1) : clock.date;
  while (settled(date) || !isSendingDay(schedule, date)) date = addDays(date, 1);
  return date;
}

function isOpen(schedule: Schedule, date: Day, settled: (date: Day) => boolean): boolean {
  return isSendingDay(schedule, date) && !settled(date) && !beganAfter(schedule, date);
}

function isSendingDay(schedule: Schedule, date: Day): boolean {
  return schedule.days === 'every-day' || isWeekday(date);
}

/** True when the subscription was made after this date's time: then it begins with the next date. */
function beganAfter(schedule: Schedule, date: Day): boolean {
  const since = new Date(schedule.since);
  // A local date is at most a day and a half away from the same date in UTC.
  if (schedule.since.slice(0, 10) < addDays(date, -1)) return false;
  const began = localTime(since, schedule.timezone);
  return began.date > date || (began.date === date && began.minute >= minuteOf(schedule.time));
}

/** Until when a digest is sent late, as a clock shows it: past midnight where its time is late in the evening. */
export function lateUntil(schedule: Schedule): string {
  const minute = lastMinute(schedule) % DAY_MINUTES;
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The last local minute, counted from the date's 00:00 and possibly past midnight, at which its digest is sent late. */
function lastMinute(schedule: Schedule): number {
  const time = minuteOf(schedule.time);
  const until = minuteOf(schedule.until);
  return time < until ? until : time + LATE_EVENING_MINUTES;
}
