import type { Interval } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import type { Clause, DateRange } from '../query.js';
import { type Degree, degreeOfAll, missionMeets, NAMED, NO, partiesOf } from './matching.js';
import { Postings, partition, partyKeys } from './postings.js';

export interface DatedMission {
  mission: Mission;
  days: Interval;
}

export function byDate(a: DatedMission, b: DatedMission): number {
  const [one, other] = a.days.from === b.days.from ? [a.days.to, b.days.to] : [a.days.from, b.days.from];
  return one < other ? -1 : Number(one > other);
}

/** Every key under which a mission is found. A theme has none: what a mission says of it is read. */
export function* missionKeys(programme: Programme, mission: Mission): Generator<readonly [string, Degree]> {
  for (const role of ['any', 'host', 'traveller'] as const) {
    yield* partyKeys(programme, partiesOf(mission, role), role);
  }
  yield [`mission:${mission.id}`, NAMED];
  yield [`mission-status:${mission.status}`, NAMED];
  if (mission.mode !== undefined) yield [`mode:${mission.mode}`, NAMED];
  for (const topic of new Set(mission.topics)) yield [`topic:${topic}`, NAMED];
  for (const kind of new Set(mission.outcomes.map((outcome) => outcome.kind)))
    yield [`outcome:${kind}`, NAMED];
  for (const id of new Set(mission.organisations)) yield [`organisation:${id}`, NAMED];
  const kinds = mission.organisations.map((id) => programme.organisations.get(id)?.kind);
  for (const kind of new Set(kinds)) yield [`organisation-kind:${kind}`, NAMED];
}

const isListed = (clause: Clause) => !clause.negated && clause.any.every((term) => term.kind !== 'theme');

/** First and last days in milliseconds, by position, side by side in memory: most questions need no more of a mission. */
interface Times {
  starts: Float64Array;
  ends: Float64Array;
  longest: number;
}

interface Span {
  from: number;
  to: number;
}

const spanOf = ({ from, to }: Interval): Span => ({ from: Date.parse(from), to: Date.parse(to) });

/** The missions of one moment in order of date, each at its position. Never changes; what is derived is made when first needed. */
export class MissionList {
  readonly #programme: Programme;
  readonly entries: readonly DatedMission[];
  readonly ids: readonly string[];
  #postings: Postings | undefined;
  #times: Times | undefined;

  constructor(programme: Programme) {
    this.#programme = programme;
    this.entries = [...programme.missions.values()]
      .map((mission) => ({ mission, days: missionInterval(mission) }))
      .sort(byDate);
    this.ids = this.entries.map(({ mission }) => mission.id);
  }

  /** Positions by key. */
  postings(): Postings {
    if (this.#postings === undefined) {
      this.#postings = new Postings();
      for (const [position, { mission }] of this.entries.entries()) {
        this.#postings.add(position, missionKeys(this.#programme, mission));
      }
    }
    return this.#postings;
  }

  #time(): Times {
    if (this.#times === undefined) {
      const spans = this.entries.map(({ days }) => spanOf(days));
      this.#times = {
        starts: Float64Array.from(spans, ({ from }) => from),
        ends: Float64Array.from(spans, ({ to }) => to),
        longest: spans.reduce((most, { from, to }) => Math.max(most, to - from), 0),
      };
    }
    return this.#times;
  }

  /** Calls `found` in order of date with the position of every mission that meets all clauses and one of the dates. */
  match(
    clauses: readonly Clause[],
    dates: readonly DateRange[],
    found: (position: number, degree: Degree) => void,
  ): void {
    const { starts, ends, longest } = this.#time();
    const spans = dates.map(spanOf);
    const first = Math.min(...spans.map(({ from }) => from)) - longest;
    const last = Math.max(...spans.map(({ to }) => to));
    const from = spans.length === 0 ? 0 : partition(starts, (start) => start < first);
    const to = spans.length === 0 ? starts.length : partition(starts, (start) => start <= last);
    const listed = clauses.filter(isListed);
    const rest = clauses.filter((clause) => !isListed(clause));
    const test = (position: number, most: Degree) => {
      const [start, end] = [starts[position] as number, ends[position] as number]; // positions are of the list
      if (spans.length > 0 && !spans.some((span) => start <= span.to && span.from <= end)) return;
      if (rest.length === 0) return found(position, most);
      const { mission } = this.entries[position] as DatedMission; // positions are of the list
      const degree = degreeOfAll(rest, (term) => missionMeets(this.#programme, mission, term));
      if (degree !== NO) found(position, Math.min(degree, most) as Degree); // the lesser of two degrees
    };
    const selected = this.postings().select(listed, (term) => ('role' in term ? term.role : 'any'), from, to);
    if (selected === undefined) for (let i = from; i < to; i++) test(i, NAMED);
    else
      for (let i = 0; i < selected.at.length; i++)
        test(selected.at[i] as number, selected.degree[i] as Degree); // i is within bounds
  }
}
