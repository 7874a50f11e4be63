import type { Programme } from '../../programme/programme.js';
import type { Pilot } from '../../programme/schema.js';
import type { Clause } from '../query.js';
import { type Degree, degreeOfAll, NAMED, NO, pilotMeets } from './matching.js';
import { Postings, partyKeys } from './postings.js';

function* keysOf(programme: Programme, pilot: Pilot): Generator<readonly [string, Degree]> {
  yield* partyKeys(programme, pilot.cities, 'any');
  yield [`pilot:${pilot.id}`, NAMED];
  yield [`theme:${pilot.theme}`, NAMED];
  yield [`pilot-status:${pilot.status}`, NAMED];
  for (const topic of new Set(pilot.topics)) yield [`topic:${topic}`, NAMED];
  for (const partner of new Set(pilot.partners)) yield [`organisation:${partner}`, NAMED];
  const kinds = pilot.partners.map((id) => programme.organisations.get(id)?.kind);
  for (const kind of new Set(kinds)) yield [`organisation-kind:${kind}`, NAMED];
}

/** The pilots by what they name. Made when first asked. */
export class PilotIndex {
  readonly #programme: Programme;
  #pilots: readonly Pilot[] | undefined;
  readonly #postings = new Postings();

  constructor(programme: Programme) {
    this.#programme = programme;
  }

  with(programme: Programme): PilotIndex {
    const before = this.#programme;
    const same =
      programme.pilots === before.pilots &&
      programme.organisations === before.organisations &&
      programme.cities === before.cities &&
      programme.groups === before.groups;
    return same ? this : new PilotIndex(programme);
  }

  #listed(): readonly Pilot[] {
    if (this.#pilots === undefined) {
      this.#pilots = [...this.#programme.pilots.values()];
      for (const [position, pilot] of this.#pilots.entries())
        this.#postings.add(position, keysOf(this.#programme, pilot));
    }
    return this.#pilots;
  }

  /** Whether any pilot is listed under a key such as `topic:ID`. */
  has(key: string): boolean {
    this.#listed();
    return this.#postings.get(key).at.length > 0;
  }

  /** Calls `found` with every pilot that meets all clauses, in the dataset's order. */
  each(clauses: readonly Clause[], found: (pilot: Pilot, degree: Degree) => void): void {
    const pilots = this.#listed();
    const selected = this.#postings.select(clauses, () => 'any', 0, pilots.length);
    const rest = selected === undefined ? clauses : clauses.filter((clause) => clause.negated);
    const test = (pilot: Pilot | undefined, most: Degree) => {
      if (pilot === undefined) return;
      const degree = degreeOfAll(rest, (term) => pilotMeets(this.#programme, pilot, term));
      if (degree !== NO) found(pilot, Math.min(degree, most) as Degree); // the lesser of two degrees
    };
    if (selected === undefined) for (const pilot of pilots) test(pilot, NAMED);
    else for (const [i, position] of selected.at.entries()) test(pilots[position], selected.degree[i] ?? NO);
  }
}
