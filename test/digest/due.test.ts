import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTime, minuteOf } from '../../src/bot/clock.js';
import { addDays, isWeekday } from '../../src/digest/calendar.js';
import { dueDigest, isStale, nextDigest } from '../../src/digest/due.js';
import { zoneClock } from './zone-clock.js';

const MINUTE = 60_000;
const schedule = {
  time: '09:00',
  timezone: 'Europe/Rome',
  days: 'every-day',
  until: '20:00',
  since: '2026-01-01T00:00:00.000Z',
} as const;
const nothing = () => false;

/** What is due at an instant, of a schedule that differs from the usual one in these points. */
function dueAt(instant: string, changes: Partial<Parameters<typeof dueDigest>[0]> = {}, settled = nothing) {
  const asked = { ...schedule, ...changes };
  return dueDigest(asked, localTime(new Date(instant), asked.timezone), settled);
}

describe('on an ordinary day', () => {
  test('nothing before its time, sent at its time, late until 20:00, skipped after that', () => {
    expect(dueAt('2026-02-10T07:59:59Z')).toBeUndefined();
    expect(dueAt('2026-02-10T08:00:00Z')).toEqual({ date: '2026-02-10', verdict: 'send' });
    expect(dueAt('2026-02-10T19:00:30Z')).toEqual({ date: '2026-02-10', verdict: 'send' });
    expect(dueAt('2026-02-10T19:01:00Z')).toEqual({ date: '2026-02-10', verdict: 'skip' });
  });

  test('once settled, nothing more that day', () => {
    expect(dueAt('2026-02-10T10:00:00Z', {}, () => true)).toBeUndefined();
  });

  test('weekdays leave out Saturday and Sunday of the local calendar', () => {
    // Monday morning in Auckland is Sunday in UTC.
    const monday = { days: 'weekdays', timezone: 'Pacific/Auckland' } as const;
    expect(dueAt('2026-02-08T20:00:00Z', monday)?.date).toBe('2026-02-09');
    expect(dueAt('2026-02-07T20:00:00Z', monday)).toBeUndefined();
  });

  test('a subscription made after its time begins the next day', () => {
    const since = '2026-02-10T08:00:30.000Z';
    expect(dueAt('2026-02-10T08:01:00Z', { since })).toBeUndefined();
    expect(dueAt('2026-02-11T08:00:00Z', { since })?.date).toBe('2026-02-11');
  });

  test('a digest of the last minute is not lost when the check comes after midnight', () => {
    expect(dueAt('2026-02-10T23:00:20Z', { time: '23:59' })).toEqual({ date: '2026-02-10', verdict: 'send' });
    expect(dueAt('2026-02-11T01:00:20Z', { time: '23:59' })).toBeUndefined();
  });
});

describe('when the clocks change', () => {
  test('a time that the change leaves out is passed by the jump', () => {
    // Rome goes from 01:59 to 03:00 on 29 March 2026.
    expect(dueAt('2026-03-29T00:59:00Z', { time: '02:30' })).toBeUndefined();
    expect(dueAt('2026-03-29T01:00:00Z', { time: '02:30' })).toEqual({ date: '2026-03-29', verdict: 'send' });
  });

  test('a time that comes twice is settled the first time', () => {
    expect(dueAt('2026-10-25T00:30:00Z', { time: '02:30' })?.date).toBe('2026-10-25');
    expect(dueAt('2026-10-25T01:30:00Z', { time: '02:30' }, () => true)).toBeUndefined();
  });

  test('half an hour at Lord Howe, three quarters in Chatham', () => {
    // Lord Howe repeats 01:30 to 02:00 on 5 April 2026.
    const lordHowe = { timezone: 'Australia/Lord_Howe', time: '01:45' };
    expect(dueAt('2026-04-04T14:44:00Z', lordHowe)).toBeUndefined();
    expect(dueAt('2026-04-04T14:45:00Z', lordHowe)?.date).toBe('2026-04-05');
    const chatham = { timezone: 'Pacific/Chatham' };
    expect(dueAt('2026-06-30T20:14:00Z', chatham)).toBeUndefined();
    expect(dueAt('2026-06-30T20:15:00Z', chatham)?.date).toBe('2026-07-01');
  });
});

test('a queued digest is stale an hour after its window', () => {
  const clock = (date: string, time: string) => ({ date, minute: minuteOf(time) });
  expect(isStale(schedule, '2026-02-10', clock('2026-02-10', '21:00'))).toBe(false);
  expect(isStale(schedule, '2026-02-10', clock('2026-02-10', '21:01'))).toBe(true);
  expect(isStale({ ...schedule, time: '23:00' }, '2026-02-10', clock('2026-02-11', '02:00'))).toBe(false);
  expect(isStale({ ...schedule, time: '23:00' }, '2026-02-10', clock('2026-02-11', '02:01'))).toBe(true);
});

test('the next digest is on the next sending day that is not settled', () => {
  const weekdays = { ...schedule, days: 'weekdays' } as const;
  const friday = '2026-02-13';
  expect(nextDigest(weekdays, { date: friday, minute: minuteOf('08:59') }, nothing)).toBe(friday);
  expect(nextDigest(weekdays, { date: friday, minute: minuteOf('09:00') }, nothing)).toBe('2026-02-16');
  expect(nextDigest(weekdays, { date: friday, minute: 0 }, (date) => date === friday)).toBe('2026-02-16');
});

/** One subscription's life: when it is checked, and how long the bot was away before some of the checks. */
const lives = fc.record({
  minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 59, 90, 120, 150, 1439)),
  until: fc.constantFrom('20:00', '12:00', '23:30'),
  days: fc.constantFrom('every-day' as const, 'weekdays' as const),
  phase: fc.integer({ min: 0, max: MINUTE - 1 }),
  outages: fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 729 }), minutes: fc.integer({ min: 1, max: 4_000 }) }),
    {
      minLength: 5,
      maxLength: 15,
    },
  ),
});

const FIRST = '2026-01-01';
const DATES = Array.from({ length: 730 }, (_, index) => addDays(FIRST, index));

// Checks come every minute while the bot runs. Only the checks around each date's time can differ, so only these are run.
test.each(Intl.supportedValuesOf('timeZone'))(
  'two years in %s: never missed, never twice, never early',
  (timezone) => {
    const clock = zoneClock(timezone, Date.parse(FIRST) - 3 * 1440 * MINUTE, Date.parse(addDays(FIRST, 740)));
    fc.assert(
      fc.property(lives, (life) => {
        const time = `${String(Math.floor(life.minute / 60)).padStart(2, '0')}:${String(life.minute % 60).padStart(2, '0')}`;
        const asked = {
          ...schedule,
          timezone,
          time,
          until: life.until,
          days: life.days,
          since: '2025-12-30T00:00:00.000Z',
        };
        const outages = life.outages.map(({ day, minutes }) => {
          const from = clock.first(DATES[day] as string, life.minute) - (minutes % 700) * MINUTE;
          return { from, to: from + minutes * MINUTE };
        });
        const isUp = (at: number) => outages.every(({ from, to }) => at < from || at >= to);
        const tickFrom = (at: number) => Math.ceil((at - life.phase) / MINUTE) * MINUTE + life.phase;
        const upFrom = (at: number): number => {
          const outage = outages.find(({ from, to }) => tickFrom(at) >= from && tickFrom(at) < to);
          return outage === undefined ? tickFrom(at) : upFrom(outage.to);
        };

        const settled = new Map<string, { at: number; verdict: string }>();
        const checks = DATES.flatMap((date) => {
          const due = clock.first(date, life.minute);
          const at = upFrom(due);
          const around = [-1, 1, 30, 60, 300].map((minutes) => at + minutes * MINUTE);
          return [at, tickFrom(due) - MINUTE, ...around].filter(isUp);
        });
        for (const at of [...new Set(checks)].sort((a, b) => a - b)) {
          const due = dueDigest(asked, localTime(new Date(at), timezone), (date) => settled.has(date));
          if (due === undefined) continue;
          expect(settled.has(due.date), `twice on ${due.date}`).toBe(false);
          expect(at, `early on ${due.date}`).toBeGreaterThanOrEqual(clock.first(due.date, life.minute));
          settled.set(due.date, { at, verdict: due.verdict });
        }

        for (const date of DATES) {
          const due = clock.first(date, life.minute);
          const at = upFrom(due);
          const wall = clock.wall(at);
          const inTime = wall.date === date && wall.minute <= minuteOf(life.until);
          if (life.days === 'weekdays' && !isWeekday(date))
            expect(settled.has(date), `weekend ${date}`).toBe(false);
          else if (at - due < MINUTE)
            expect(settled.get(date), `missed ${date}`).toEqual({ at, verdict: 'send' });
          else if (wall.date === date && life.minute < minuteOf(life.until)) {
            expect(settled.get(date), `late ${date}`).toEqual({ at, verdict: inTime ? 'send' : 'skip' });
          }
        }
      }),
      { numRuns: 1 },
    );
  },
);
