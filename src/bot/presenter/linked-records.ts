import { overlaps } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import type { Mission } from '../../programme/schema.js';
import {
  type Degree,
  degreeOfAll,
  missionMeets,
  NO,
  partiesOf,
  pilotMeets,
} from '../../query/filter/matching.js';
import type { Query } from '../../query/query.js';
import { allParties } from './mission-account.js';

/** A record that ties cities to a question: its parties in the role that was asked for, and all of them. */
export interface LinkedRecord {
  mission?: Mission;
  inRole: readonly string[];
  everybody: readonly string[];
  degree: Degree;
}

/** The missions or pilots that a question about cities goes by, each with how far it meets the question's conditions. */
export function linkedRecords({ linked, dates }: Query, programme: Programme): LinkedRecord[] {
  if (linked === undefined || linked.negated) return [];
  const records: LinkedRecord[] =
    linked.by === 'missions'
      ? [...programme.missions.values()]
          .filter(
            (mission) => dates.length === 0 || dates.some((days) => overlaps(missionInterval(mission), days)),
          )
          .map((mission) => ({
            mission,
            inRole: partiesOf(mission, linked.role),
            everybody: allParties(mission),
            degree: degreeOfAll(linked.clauses, (term) => missionMeets(programme, mission, term)),
          }))
      : [...programme.pilots.values()].map((pilot) => ({
          inRole: pilot.cities,
          everybody: pilot.cities,
          degree: degreeOfAll(linked.clauses, (term) => pilotMeets(programme, pilot, term)),
        }));
  return records.filter(({ degree }) => degree !== NO);
}
