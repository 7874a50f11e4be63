import { textOf, type Waiting, waitingForTranslation, withTranslations } from '../bot/changes/translation.js';
import { undoneBy } from '../bot/changes/undone.js';
import type { Change } from '../programme/change.js';
import type { Localized } from '../programme/localized.js';
import type { Day, PartialDate } from '../programme/partial-date.js';
import { missionInterval, type Programme } from '../programme/programme.js';
import type { Mission } from '../programme/schema.js';
import { addDays } from './calendar.js';
import { netEffect, type RecordNews } from './net-effect.js';
import { type CalledOff, calledOffBefore } from './unheard.js';

/** How far a digest looks ahead. */
export const DAYS_AHEAD = 30;

/** Which digest is asked for. */
export interface DigestRequest {
  /** The local date that it is the digest of. */
  today: Day;
  /** The last change that an earlier digest covered; `0` when none did. */
  after: string;
  /** The last change that this one covers. */
  upTo: string;
  /** Its readers are coordinators: it says what waits for translation. */
  forCoordinators: boolean;
  /** Keys of records that are touched by its changes and that its readers never heard of. */
  unheard: readonly string[];
}

/** Something that was on this day some years ago: a mission or, with `event`, what took place during one. */
export interface Anniversary {
  mission: Mission;
  event?: Localized;
  years: number;
}

/** The facts of one digest. */
export interface Digest {
  date: Day;
  missions: readonly RecordNews[];
  pilots: readonly RecordNews[];
  partners: readonly RecordNews[];
  /** Planned missions of the next 30 days, in order of date. */
  coming: readonly Mission[];
  anniversaries: readonly Anniversary[];
  untranslated: readonly Waiting[];
}

/** Makes digests out of one state of the programme. */
export interface DigestSource {
  /** The digest's facts, or `undefined` when there is nothing to say. */
  compose(request: DigestRequest): Digest | undefined;
  /** What the changes after one and up to another touch though it was called off before them. */
  calledOff(after: string, upTo: string): readonly CalledOff[];
  /** Everything that lacks a language, newest first. */
  untranslated: readonly Waiting[];
}

/**
 * Prepares a state of the programme for its digests. Conversations that ask for the same get the same facts: ten
 * thousand of them cost little more than one.
 *
 * @param changes all changes in the order of their commitment; `programme` is what they came to
 */
export function digestSource(programme: Programme, changes: readonly Change[]): DigestSource {
  const state: State = {
    programme,
    changes: withTranslations(changes),
    undone: undoneBy(changes),
    untranslated: waitingForTranslation(programme, changes),
  };
  const made = new Map<string, Digest | undefined>();
  const calledOff = new Map<string, readonly CalledOff[]>();
  return {
    untranslated: state.untranslated,
    compose(request) {
      const key = Object.values(request).join();
      if (!made.has(key)) made.set(key, composed(request, state));
      return made.get(key);
    },
    calledOff(after, upTo) {
      const key = `${after}-${upTo}`;
      const known = calledOff.get(key) ?? calledOffBefore(programme, between(changes, after, upTo), after);
      calledOff.set(key, known);
      return known;
    },
  };
}

/** What all digests of one state are made of. */
interface State {
  programme: Programme;
  /** With the translations that they got since. */
  changes: readonly Change[];
  undone: ReadonlyMap<string, Change>;
  untranslated: readonly Waiting[];
}

function composed(
  request: DigestRequest,
  { programme, changes, undone, untranslated }: State,
): Digest | undefined {
  const { today, after, upTo, forCoordinators, unheard } = request;
  const news = between(changes, after, upTo);
  const standing = (change: Change) => (undone.has(change.id) ? undefined : textOf(change));
  const records = netEffect(news, standing, unheard);
  const ofKind = (kind: RecordNews['ref']['kind']) => records.filter(({ ref }) => ref.kind === kind);
  const parts = {
    missions: ofKind('mission'),
    pilots: ofKind('pilot'),
    partners: ofKind('partner'),
    coming: comingMissions(programme, today),
    anniversaries: anniversaries(programme, today),
    untranslated: forCoordinators ? untranslated : [],
  };
  return Object.values(parts).every((part) => part.length === 0) ? undefined : { date: today, ...parts };
}

function between(changes: readonly Change[], after: string, upTo: string): readonly Change[] {
  return changes.slice(placeAfter(changes, after), placeAfter(changes, upTo));
}

/** Where the changes after this one begin; their ids are growing numbers. */
function placeAfter(changes: readonly Change[], id: string): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(changes[middle]?.id) <= Number(id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Missions that may begin within the days ahead. One that is only dated to a year is too vague to be coming. */
function comingMissions(programme: Programme, today: Day): Mission[] {
  const last = addDays(today, DAYS_AHEAD);
  return [...programme.missions.values()].filter((mission) => {
    const { from, to } = missionInterval(mission);
    return mission.status === 'planned' && mission.date.length > 4 && to >= today && from <= last;
  });
}

function anniversaries(programme: Programme, today: Day): Anniversary[] {
  const years = (date: PartialDate | undefined): number =>
    date?.slice(4) === today.slice(4) ? Number(today.slice(0, 4)) - Number(date.slice(0, 4)) : 0;
  return [...programme.missions.values()]
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((mission): Anniversary[] => {
      if (years(mission.date) > 0) return [{ mission, years: years(mission.date) }];
      return mission.events.flatMap(({ name, date }) =>
        years(date) > 0 ? [{ mission, event: name, years: years(date) }] : [],
      );
    });
}
