import { missionInterval, type Programme } from '../../programme/programme.js';
import type { Clause, DateRange } from '../query.js';
import { type Degree, degreeOfAll, missionMeets, NAMED, NO } from './matching.js';
import { byDate, type DatedMission, MissionList, missionKeys } from './mission-list.js';

// A list that differs in more missions is made anew.
const MOST_CHANGES = 64;

/**
 * The missions of a programme as it changes: a list that stays, which of it no longer holds, and the few missions that
 * have come or changed since.
 */
export class MissionIndex {
  readonly #programme: Programme;
  readonly #list: MissionList;
  readonly #stale: ReadonlySet<string>;
  readonly #fresh: readonly DatedMission[];
  #years: { from: number; to: number } | undefined;

  private constructor(
    programme: Programme,
    list: MissionList,
    stale: ReadonlySet<string>,
    fresh: readonly DatedMission[],
  ) {
    this.#programme = programme;
    this.#list = list;
    this.#stale = stale;
    this.#fresh = fresh;
  }

  static of(programme: Programme): MissionIndex {
    return new MissionIndex(programme, new MissionList(programme), new Set(), []);
  }

  with(programme: Programme): MissionIndex {
    const { missions, cities, groups, organisations } = this.#programme;
    // What a mission belongs to depends on its cities, groups and organisations as well.
    const same =
      programme.cities === cities && programme.groups === groups && programme.organisations === organisations;
    if (!same) return MissionIndex.of(programme);
    if (programme.missions === missions) return this;
    const stale = new Set(
      this.#list.entries.flatMap(({ mission }) =>
        programme.missions.get(mission.id) === mission ? [] : [mission.id],
      ),
    );
    const kept = this.#list.entries.length - stale.size;
    if (programme.missions.size - kept + stale.size > MOST_CHANGES) return MissionIndex.of(programme);
    const known = new Set(this.#list.entries.map(({ mission }) => mission));
    const fresh = [...programme.missions.values()]
      .filter((mission) => !known.has(mission))
      .map((mission) => ({ mission, days: missionInterval(mission) }));
    return new MissionIndex(programme, this.#list, stale, fresh.sort(byDate));
  }

  /** The first mission that is listed under a key such as `topic:ID`. */
  first(key: string): DatedMission | undefined {
    const { entries } = this.#list;
    const position = this.#list
      .postings()
      .get(key)
      .at.find((at) => !this.#isStale(at));
    const old = position === undefined ? undefined : entries[position];
    const fresh = this.#fresh.find(({ mission }) => new Map(missionKeys(this.#programme, mission)).has(key));
    if (old === undefined || fresh === undefined) return old ?? fresh;
    return byDate(old, fresh) <= 0 ? old : fresh;
  }

  #isStale(position: number): boolean {
    return this.#stale.size > 0 && this.#stale.has(this.#list.ids[position] ?? '');
  }

  /** Calls `found` in order of date with every mission that meets all clauses and one of the dates. */
  each(
    clauses: readonly Clause[],
    dates: readonly DateRange[],
    found: (entry: DatedMission, degree: Degree) => void,
  ): void {
    const pending = this.#fresh.flatMap((entry): { entry: DatedMission; degree: Degree }[] => {
      const isThen =
        dates.length === 0 || dates.some(({ from, to }) => entry.days.from <= to && from <= entry.days.to);
      const degree = isThen
        ? degreeOfAll(clauses, (term) => missionMeets(this.#programme, entry.mission, term))
        : NO;
      return degree === NO ? [] : [{ entry, degree }];
    });
    let next = 0;
    const passUntil = (limit: DatedMission | undefined) => {
      for (
        let one = pending[next];
        one !== undefined && (limit === undefined || byDate(one.entry, limit) < 0);
        one = pending[++next]
      ) {
        found(one.entry, one.degree);
      }
    };
    this.#list.match(clauses, dates, (position, degree) => {
      if (this.#isStale(position)) return;
      const entry = this.#list.entries[position] as DatedMission; // a match is a position of the list
      if (next < pending.length) passUntil(entry);
      found(entry, degree);
    });
    passUntil(undefined);
  }

  /** The ids of the missions that meet all clauses and one of the dates, in order of date. */
  ids(
    clauses: readonly Clause[],
    dates: readonly DateRange[],
  ): { named: readonly string[]; byGroup: readonly string[] } {
    const named: string[] = [];
    const byGroup: string[] = [];
    if (this.#fresh.length + this.#stale.size > 0) {
      this.each(clauses, dates, ({ mission }, degree) =>
        (degree === NAMED ? named : byGroup).push(mission.id),
      );
      return { named, byGroup };
    }
    const { ids } = this.#list;
    if (clauses.length + dates.length === 0) return { named: ids, byGroup };
    this.#list.match(clauses, dates, (position, degree) =>
      (degree === NAMED ? named : byGroup).push(ids[position] as string),
    ); // a match is a position of the list
    return { named, byGroup };
  }

  /** The first and last year that a mission is in. */
  years(): { from: number; to: number } | undefined {
    const { entries } = this.#list;
    const ends = [entries[0], entries.at(-1), this.#fresh[0], this.#fresh.at(-1)].filter(
      (entry) => entry !== undefined,
    );
    if (ends.length === 0) return undefined;
    if (this.#years === undefined) {
      const years = ends.flatMap(({ days }) => [Number(days.from.slice(0, 4)), Number(days.to.slice(0, 4))]);
      this.#years = { from: Math.min(...years), to: Math.max(...years) };
    }
    return this.#years;
  }
}
