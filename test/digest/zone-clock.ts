const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * A zone's clock by another road than the code under test: its offsets from UTC and the minutes at which they
 * change, found once by bisection, and arithmetic from there.
 */
export function zoneClock(timezone: string, from: number, to: number) {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  const offsetAt = (at: number) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(at));
    return (match?.[1] === '-' ? -1 : 1) * (Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0)) * MINUTE;
  };
  const eras = [{ begins: Number.NEGATIVE_INFINITY, offset: offsetAt(from) }];
  for (let day = from; day < to; day += DAY) {
    if (offsetAt(day) === offsetAt(day + DAY)) continue;
    let [before, after] = [day, day + DAY];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle) === offsetAt(day)) before = middle;
      else after = middle;
    }
    eras.push({ begins: after, offset: offsetAt(after) });
  }
  return {
    /** What the clock shows. */
    wall(at: number) {
      const era = eras.findLast(({ begins }) => begins <= at);
      const shown = new Date(at + (era?.offset ?? 0));
      return {
        date: shown.toISOString().slice(0, 10),
        minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
      };
    },
    /** The first instant at which the clock shows this minute of the date, or has jumped past it. */
    first(date: string, minute: number) {
      const shown = Date.parse(date) + minute * MINUTE;
      return Math.min(
        ...eras.flatMap(({ begins, offset }, index) => {
          const at = Math.max(begins, shown - offset);
          return at < (eras[index + 1]?.begins ?? Number.POSITIVE_INFINITY) ? [at] : [];
        }),
      );
    },
  };
}
