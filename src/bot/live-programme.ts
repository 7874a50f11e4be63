import type { Change } from '../programme/change.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';
import { applyChanges } from '../programme/snapshot.js';
import type { QueryEngine } from '../query/engine.js';
import { dayIn } from './clock.js';
import type { Reader } from './store.js';

/** The programme and its query engine as of the last committed change. */
export interface LiveProgramme {
  /** Takes up what was committed since the last call; cheap when nothing was. */
  current(): { programme: Programme; engine: QueryEngine };
  /** The programme after just these changes, the store's at a moment that may be later than the last call of `current`. */
  after(changes: readonly Change[]): Programme;
  /** The programme as it was at the end of a day in a time zone. */
  asOf(day: Day, timezone: string): Programme;
}

/** Follows the store's list of changes, which only ever grows, on top of the shipped programme. */
export function createLiveProgramme(
  shipped: Programme,
  engineOfShipped: QueryEngine,
  view: () => Reader,
): LiveProgramme {
  let now = { programme: shipped, engine: engineOfShipped };
  let applied: readonly Change[] = [];

  function after(changes: readonly Change[]): Programme {
    // A restored backup may hold other changes than were applied, by the same numbers: then everything is applied anew.
    const grown = applied.every((change, index) => change === changes[index]);
    if (!grown) return applyChanges(shipped, changes);
    return changes.length === applied.length
      ? now.programme
      : applyChanges(now.programme, changes.slice(applied.length));
  }

  return {
    current() {
      const changes = view().all('changes');
      if (changes === applied) return now;
      const programme = after(changes);
      if (programme !== now.programme) now = { programme, engine: now.engine.with(programme) };
      applied = changes;
      return now;
    },
    after,
    asOf: (day, timezone) =>
      applyChanges(
        shipped,
        view()
          .all('changes')
          .filter((change) => dayIn(new Date(change.at), timezone) <= day),
      ),
  };
}
