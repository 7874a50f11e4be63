import type { DateMention } from '../dates/dates.js';
import type { NameKind, NameSense } from '../lexicon/names.js';
import type { WordClass } from '../lexicon/word-class.js';
import type { Ask, PartyRole } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { type Focus, readAsk, readFocus } from './focus.js';
import { type Party, partyOf, readParties } from './parties.js';

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

export function sceneOf(tokens: readonly Token[], dates: readonly DateMention[], topics: TopicUse): Scene {
  const dated = new Set(dates.flatMap((date) => date.tokens));
  const rest = tokens.filter((token) => !dated.has(token));
  const present = new Set(rest.flatMap((token) => token.words.map((sense) => sense.class as WordClass)));
  const subjects = rest.flatMap((token, at): Subject[] => {
    const names =
      partyOf(token) === undefined ? token.names.filter(({ kind }) => SUBJECT_KINDS.includes(kind)) : [];
    return names.length === 0 ? [] : [{ at, names }];
  });
  const topicsNamed = subjects.flatMap((subject) =>
    subject.names.filter(({ kind }) => kind === 'topic').map(({ id }) => id),
  );
  const focus = readFocus(rest);
  const { parties, asked } = readParties(rest, focus?.at);
  const kinds = new Set(subjects.flatMap((subject) => subject.names.map(({ kind }) => kind)));
  return {
    tokens: rest,
    parties,
    subjects,
    dates,
    focus,
    askedRole: asked,
    ask: tokens.some((token) => isA(token, 'when')) ? 'when' : readAsk(rest),
    has: (...classes) => classes.some((name) => present.has(name)),
    topics: {
      inMissions: topicsNamed.some((id) => topics.inMissions(id)),
      inPilots: topicsNamed.some((id) => topics.inPilots(id)),
    },
    names: (...of) => of.some((kind) => kinds.has(kind)),
  };
}
