import type { Interval } from '../../programme/partial-date.js';
import { intervalOf } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Clause, DateRange, Term } from '../query.js';
import { type Degree, degreeOfAll, missionMeets, NO } from './matching.js';

export interface DatedMission {
  mission: Mission;
  days: Interval;
}

/** When each mission of the base begins, and how long the longest lasts, in milliseconds. */
interface Times {
  starts: readonly number[];
  longest: number;
}

/** Positions in the list of missions, in order. */
type Positions = readonly number[];

/** What a term is looked up by; `undefined` for one that has no list of its own. */
function keyOf(term: Term): string | undefined {
  switch (term.kind) {
    case 'city':
    case 'group':
    case 'mission':
    case 'organisation':
    case 'topic':
      return `${term.kind}:${term.id}`;
    case 'country':
      return `country:${term.code}`;
    case 'mode':
    case 'outcome':
    case 'mission-status':
      return `${term.kind}:${term.is}`;
    default:
      return undefined;
  }
}

function* keysOf(programme: Programme, mission: Mission): Generator<string> {
  yield `mission:${mission.id}`;
  for (const party of [...mission.hosts, ...mission.travellers, ...mission.participants]) {
    const group = programme.groups.get(party);
    if (group !== undefined) yield `group:${party}`;
    for (const city of group?.cities ?? [party]) {
      yield `city:${city}`;
      yield `country:${programme.cities.get(city)?.country ?? ''}`;
    }
    if (group === undefined)
      for (const [id, { cities }] of programme.groups) if (cities.includes(party)) yield `group:${id}`;
  }
  for (const id of mission.organisations) yield `organisation:${id}`;
  for (const id of mission.topics) yield `topic:${id}`;
  if (mission.mode !== undefined) yield `mode:${mission.mode}`;
  for (const { kind } of mission.outcomes) yield `outcome:${kind}`;
  yield `mission-status:${mission.status}`;
}

/** The days that count for a question about days: an event's own day where the source gives one. */
export function exactDays(mission: Mission): Interval[] {
  const dated = mission.events.flatMap((event) => (event.date === undefined ? [] : [intervalOf(event.date)]));
  return mission.date.length === 10 ? [intervalOf(mission.date), ...dated] : dated;
}

/**
 * The missions by date and by what they name, so that a question looks only at those it may concern. Built when first
 * asked; a changed programme keeps the index and holds the few missions that differ beside it.
 */
export class MissionIndex {
  #programme: Programme;
  #base: readonly DatedMission[];
  #lists: ReadonlyMap<string, Positions> | undefined;
  #times: Times | undefined;
  #ids: readonly string[] | undefined;
  #years: { from: number; to: number } | undefined;
  /** Ids of the base that have changed or gone, and what has come instead. */
  #stale: ReadonlySet<string>;
  #fresh: readonly DatedMission[];

  private constructor(
    programme: Programme,
    base: readonly DatedMission[],
    stale: ReadonlySet<string>,
    fresh: readonly DatedMission[],
  ) {
    this.#programme = programme;
    this.#base = base;
    this.#stale = stale;
    this.#fresh = fresh;
  }

  static of(programme: Programme): MissionIndex {
    const base = [...programme.missions.values()]
      .map((mission) => ({ mission, days: missionInterval(mission) }))
      .sort(byDate);
    return new MissionIndex(programme, base, new Set(), []);
  }

  with(programme: Programme): MissionIndex {
    // What a mission belongs to depends on the cities and groups as well.
    if (programme.groups !== this.#programme.groups || programme.cities !== this.#programme.cities)
      return MissionIndex.of(programme);
    if (programme.missions === this.#programme.missions) return this;
    const stale = new Set<string>();
    const same = new Set<string>();
    for (const { mission } of this.#base) {
      if (programme.missions.get(mission.id) === mission) same.add(mission.id);
      else stale.add(mission.id);
    }
    const fresh: DatedMission[] = [];
    for (const mission of programme.missions.values()) {
      if (!same.has(mission.id)) fresh.push({ mission, days: missionInterval(mission) });
    }
    if (fresh.length + stale.size > 64) return MissionIndex.of(programme);
    const next = new MissionIndex(programme, this.#base, stale, fresh.sort(byDate));
    next.#lists = this.#lists;
    next.#times = this.#times;
    return next;
  }

  #listed(): ReadonlyMap<string, Positions> {
    if (this.#lists !== undefined) return this.#lists;
    const lists = new Map<string, number[]>();
    for (const [position, { mission }] of this.#base.entries()) {
      for (const key of new Set(keysOf(this.#programme, mission))) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [position]);
        else list.push(position);
      }
    }
    this.#lists = lists;
    return lists;
  }

  /** The first mission that is listed under a key such as `topic:ID`. */
  first(key: string): DatedMission | undefined {
    const isHere = ({ mission }: DatedMission) => new Set(keysOf(this.#programme, mission)).has(key);
    const position = this.#listed()
      .get(key)
      ?.find((at) => !this.#stale.has(this.#base[at]?.mission.id ?? ''));
    const [old, fresh] = [
      position === undefined ? undefined : this.#base[position],
      this.#fresh.find(isHere),
    ];
    if (old === undefined || fresh === undefined) return old ?? fresh;
    return byDate(old, fresh) <= 0 ? old : fresh;
  }

  /** The ids of all missions in order of date. */
  all(): readonly string[] {
    if (this.#ids === undefined) {
      const ids: string[] = [];
      this.each([], [], ({ mission }) => ids.push(mission.id));
      this.#ids = ids;
    }
    return this.#ids;
  }

  /** The shortest list that holds everything a clause may mean. */
  #candidates(clauses: readonly Clause[]): Positions | undefined {
    let best: Positions | undefined;
    for (const clause of clauses) {
      if (clause.negated) continue;
      const keys = clause.any.map(keyOf);
      if (keys.some((key) => key === undefined)) continue;
      const lists = keys.map((key) => this.#listed().get(key ?? '') ?? []);
      const total = lists.reduce((sum, list) => sum + list.length, 0);
      if (best !== undefined && total >= best.length) continue;
      best = lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b);
    }
    return best;
  }

  #time(): Times {
    if (this.#times === undefined) {
      const starts = this.#base.map(({ days }) => Date.parse(days.from));
      const longest = this.#base.reduce(
        (most, { days }, i) => Math.max(most, Date.parse(days.to) - (starts[i] as number)),
        0,
      );
      this.#times = { starts, longest };
    }
    return this.#times;
  }

  /** The base from the first mission that may meet one of the ranges to the last. */
  #window(dates: readonly DateRange[]): { from: number; to: number } {
    if (dates.length === 0) return { from: 0, to: this.#base.length };
    let earliest = '9999-12-31';
    let latest = '0001-01-01';
    for (const { from, to } of dates) {
      if (from < earliest) earliest = from;
      if (to > latest) latest = to;
    }
    const { starts, longest } = this.#time();
    const [first, last] = [Date.parse(earliest) - longest, Date.parse(latest)];
    return {
      from: partition(starts, (start) => start < first),
      to: partition(starts, (start) => start <= last),
    };
  }

  /** Calls `found` in order of date with every mission that meets all clauses and one of the dates. */
  each(
    clauses: readonly Clause[],
    dates: readonly DateRange[],
    found: (entry: DatedMission, degree: Degree) => void,
  ): void {
    const pending = this.#fresh.length === 0 ? [] : [...this.#fresh];
    const test = (entry: DatedMission) => {
      if (
        dates.length > 0 &&
        !dates.some((range) => entry.days.from <= range.to && range.from <= entry.days.to)
      )
        return;
      const degree = degreeOfAll(clauses, (term) => missionMeets(this.#programme, entry.mission, term));
      if (degree !== NO) found(entry, degree);
    };
    const visit = (position: number) => {
      const entry = this.#base[position] as DatedMission; // positions are of the base
      while (pending[0] !== undefined && byDate(pending[0], entry) < 0) test(pending.shift() as DatedMission);
      if (!this.#stale.has(entry.mission.id)) test(entry);
    };
    const window = this.#window(dates);
    const positions = this.#candidates(clauses);
    if (positions === undefined) for (let i = window.from; i < window.to; i++) visit(i);
    else {
      for (let i = partition(positions, (position) => position < window.from); i < positions.length; i++) {
        const position = positions[i] as number; // i is within bounds
        if (position >= window.to) break;
        visit(position);
      }
    }
    for (const entry of pending) test(entry);
  }

  /** The first and last year that a mission is in. */
  years(): { from: number; to: number } | undefined {
    if (this.#years !== undefined) return this.#years;
    const all = [this.#base[0], this.#base.at(-1), this.#fresh[0], this.#fresh.at(-1)].filter(
      (entry) => entry !== undefined,
    );
    if (all.length === 0) return undefined;
    const years = all.flatMap(({ days }) => [Number(days.from.slice(0, 4)), Number(days.to.slice(0, 4))]);
    this.#years = { from: Math.min(...years), to: Math.max(...years) };
    return this.#years;
  }
}

function byDate(a: DatedMission, b: DatedMission): number {
  return a.days.from < b.days.from
    ? -1
    : a.days.from > b.days.from
      ? 1
      : a.days.to < b.days.to
        ? -1
        : a.days.to > b.days.to
          ? 1
          : 0;
}

/** The number of leading members for which `before` holds, in a list where they come first. */
function partition<T>(list: readonly T[], before: (member: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
