import type { Day } from '../programme/partial-date.js';

/** What the clock on the wall shows. */
export interface LocalTime {
  date: Day;
  /** Minutes since the day's 00:00 on that clock, 0 to 1439. */
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const MINUTE_MS = 60_000;
/** What was asked for last in each zone: every message asks for the minute that it is. */
const last = new Map<string, { minute: number; shown: LocalTime }>();

/**
 * What the clock shows at an instant in an IANA time zone. The formats are kept: making one costs fifty times as much
 * as using it, and using one ten times as much as looking at the last result.
 */
export function localTime(at: Date, timezone: string): LocalTime {
  // Every zone's clock has stood at a whole minute ahead of UTC since 1972.
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  const before = last.get(timezone);
  if (before?.minute === minute) return before.shown;
  const shown = shownAt(at, timezone);
  last.set(timezone, { minute, shown });
  return shown;
}

function shownAt(at: Date, timezone: string): LocalTime {
  // The first format costs 14 ms, which every run of a command would pay.
  if (timezone === 'UTC') {
    const written = at.toISOString();
    return { date: written.slice(0, 10), minute: minuteOf(written.slice(11, 16)) };
  }
  let format = formats.get(timezone);
  if (format === undefined) {
    // Swedish writes "2026-03-29 09:05".
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timezone, format);
  }
  const written = format.format(at);
  return { date: written.slice(0, 10), minute: minuteOf(written.slice(11)) };
}

/** Minutes since 00:00 of a clock time written HH:MM. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The calendar day of an instant in an IANA time zone. */
export function dayIn(at: Date, timezone: string): Day {
  return localTime(at, timezone).date;
}
