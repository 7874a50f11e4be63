import type { DateMention } from '../dates/dates.js';
import type { NameKind, NameSense } from '../lexicon/names.js';
import type { WordClass } from '../lexicon/word-class.js';
import type { Ask, PartyRole } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { type Focus, readAsk, readFocus } from './focus.js';
import { readParties } from './parties.js';
import { type Party, partyOf } from './party.js';

/** A record that is named as what the question is about, with all that its words may name. */
export interface Subject {
  at: number;
  names: readonly NameSense[];
}

/** Everything that was made out in a question, before it is decided what it asks. */
export interface Scene {
  tokens: readonly Token[];
  parties: readonly Party[];
  subjects: readonly Subject[];
  dates: readonly DateMention[];
  focus: Focus | undefined;
  /** What the noun that is asked for does in the missions. */
  askedRole: PartyRole;
  ask: Ask;
  has: (...classes: readonly WordClass[]) => boolean;
  /** Whether any mission or pilot is about a topic that is named. */
  topics: { inMissions: boolean; inPilots: boolean };
  /** Whether a subject is of one of these kinds. */
  names: (...kinds: readonly NameKind[]) => boolean;
}

/** What kinds of record a topic's id is used by. */
export interface TopicUse {
  inMissions: (id: string) => boolean;
  inPilots: (id: string) => boolean;
}

const SUBJECT_KINDS: readonly NameKind[] = [
  'organisation',
  'theme',
  'topic',
  'mission',
  'pilot',
  'programme',
  'goal',
  'urban-agenda',
  'contact',
];

function subjectsOf(tokens: readonly Token[]): Subject[] {
  const subjects: Subject[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.names.length === 0 || partyOf(token) !== undefined) continue;
    const names = token.names.filter(({ kind }) => SUBJECT_KINDS.includes(kind));
    if (names.length > 0) subjects.push({ at, names });
  }
  return subjects;
}

function withoutDates(tokens: readonly Token[], dates: readonly DateMention[]): readonly Token[] {
  if (dates.length === 0) return tokens;
  const dated = new Set(dates.flatMap((date) => date.tokens));
  return tokens.filter((token) => !dated.has(token));
}

/** "How many has each of Oslo and Porto?", "how many has Oslo, and how many Porto?": their numbers stand side by side. */
function countsEach(tokens: readonly Token[], parties: readonly Party[]): boolean {
  const isOfEach = tokens.some((token) => isA(token, 'each'));
  const isTwice = tokens.filter((token) => isA(token, 'count', 'times')).length > 1;
  return (
    parties.length > 1 &&
    (isOfEach || isTwice) &&
    parties.every(({ kind, negated }) => kind === 'city' && !negated)
  );
}

export function sceneOf(tokens: readonly Token[], dates: readonly DateMention[], topics: TopicUse): Scene {
  const rest = withoutDates(tokens, dates);
  const present = new Set<string>();
  for (const token of rest) for (const sense of token.words) present.add(sense.class);
  const subjects = subjectsOf(rest);
  const kinds = new Set<NameKind>();
  const use = { inMissions: false, inPilots: false };
  for (const { names } of subjects) {
    for (const { kind, id } of names) {
      kinds.add(kind);
      if (kind !== 'topic') continue;
      use.inMissions ||= topics.inMissions(id);
      use.inPilots ||= topics.inPilots(id);
    }
  }
  const has = (...classes: readonly WordClass[]) => {
    for (const name of classes) if (present.has(name)) return true;
    return false;
  };
  const focus = readFocus(rest, has);
  const { parties, asked } = readParties(rest, focus?.at);
  const ask = dates.length > 0 && tokens.some((token) => isA(token, 'when')) ? 'when' : readAsk(rest, has);
  return {
    tokens: rest,
    parties,
    subjects,
    dates,
    focus,
    askedRole: asked,
    ask: ask === 'count' && countsEach(rest, parties) ? 'compare' : ask,
    has,
    topics: use,
    names: (...of) => {
      for (const kind of of) if (kinds.has(kind)) return true;
      return false;
    },
  };
}
