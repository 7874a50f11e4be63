import type { Change } from '../programme/change.js';
import type { Localized } from '../programme/localized.js';
import type { Day, PartialDate } from '../programme/partial-date.js';
import { missionInterval, type Programme } from '../programme/programme.js';
import type { Mission } from '../programme/schema.js';
import { addDays } from './calendar.js';
import { netEffect, type RecordNews } from './net-effect.js';
import { type Texts, textsOf, type Untranslated } from './texts.js';

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
  /** Its readers get announcements as such: they are not repeated. */
  hasAnnouncements: boolean;
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
  announcements: readonly Localized[];
  /** Planned missions of the next 30 days, in order of date. */
  coming: readonly Mission[];
  anniversaries: readonly Anniversary[];
  untranslated: readonly Untranslated[];
}

/** Makes digests out of one state of the programme. */
export interface DigestSource {
  /** The digest's facts, or `undefined` when there is nothing to say. */
  compose(request: DigestRequest): Digest | undefined;
  texts: Texts;
}

/**
 * Prepares a state of the programme for its digests. Conversations that ask for the same get the same facts: ten
 * thousand of them cost little more than one.
 *
 * @param changes all changes in the order of their commitment; `programme` is what they came to
 */
export function digestSource(programme: Programme, changes: readonly Change[]): DigestSource {
  const texts = textsOf(changes);
  const made = new Map<string, Digest | undefined>();
  return {
    texts,
    compose(request) {
      const key = Object.values(request).join();
      if (!made.has(key)) made.set(key, composed(request, programme, changes, texts));
      return made.get(key);
    },
  };
}

function composed(
  { today, after, upTo, forCoordinators, hasAnnouncements }: DigestRequest,
  programme: Programme,
  changes: readonly Change[],
  texts: Texts,
): Digest | undefined {
  const news = changes.slice(placeAfter(changes, after), placeAfter(changes, upTo));
  const records = netEffect(news, texts.of);
  const ofKind = (kind: RecordNews['ref']['kind']) => records.filter(({ ref }) => ref.kind === kind);
  const digest: Digest = {
    date: today,
    missions: ofKind('mission'),
    pilots: ofKind('pilot'),
    partners: ofKind('partner'),
    announcements: hasAnnouncements
      ? []
      : news.flatMap((change) => (change.kind === 'announce' ? (texts.of(change) ?? []) : [])),
    coming: comingMissions(programme, today),
    anniversaries: anniversaries(programme, today),
    untranslated: forCoordinators ? texts.untranslated : [],
  };
  const { date: _, ...parts } = digest;
  return Object.values(parts).every((part) => part.length === 0) ? undefined : digest;
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
