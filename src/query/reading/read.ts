import type { Interval } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import { type DateMention, readDates } from '../dates/dates.js';
import type { Circumstances } from '../engine.js';
import type { MissionIndex } from '../filter/mission-index.js';
import type { Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { DateRange, Intent, Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { readConditions } from './clauses.js';
import { readPick } from './focus.js';
import { type Purpose, readPurpose } from './intent.js';
import { readWords, type Words } from './read-words.js';
import { type Scene, sceneOf } from './scene.js';
import { splitSentences } from './sentences.js';

/** What a question is read with. */
export interface Knowledge {
  programme: Programme;
  vocabulary: Vocabulary;
  names: Names;
  missions: MissionIndex;
}

/** A question as far as it was understood. */
export interface Reading {
  words: Words;
  scene: Scene;
  purpose: Purpose;
  /** Readings, most likely first. */
  queries: readonly Candidate[];
  /** Content words that nothing explains. */
  unexplained: readonly Token[];
}

export interface Candidate {
  query: Query;
  /** Words that this reading cannot use. */
  unused: readonly Token[];
}

/** Days outside all of the ranges. */
function outside(ranges: readonly Interval[]): DateRange[] {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: DateRange[] = [];
  let from = '0001-01-01';
  for (const range of sorted) {
    if (range.from > from) gaps.push({ from, to: dayBefore(range.from) });
    from = dayAfter(range.to);
  }
  gaps.push({ from, to: '9999-12-31' });
  return gaps;
}

const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string) => shift(day, -1);
const dayAfter = (day: string) => (day === '9999-12-31' ? day : shift(day, 1));

/** The days that all dates of a question leave: limits narrow each other, several periods add up. */
export function rangesOf(dates: readonly DateMention[]): DateRange[] {
  let limits: DateRange[] | undefined;
  const periods: DateRange[] = [];
  for (const date of dates) {
    const ranges = date.excluded ? outside(date.ranges) : date.ranges.map(({ from, to }) => ({ from, to }));
    const open = date.excluded || ranges.some(({ from, to }) => from === '0001-01-01' || to === '9999-12-31');
    if (!open) periods.push(...ranges);
    else limits = limits === undefined ? ranges : meet(limits, ranges);
  }
  if (limits === undefined) return periods;
  return periods.length === 0 ? limits : meet(limits, periods);
}

function meet(a: readonly DateRange[], b: readonly DateRange[]): DateRange[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = one.from > other.from ? one.from : other.from;
      const to = one.to < other.to ? one.to : other.to;
      return from <= to ? [{ from, to }] : [];
    }),
  );
}

function candidate(intent: Intent, scene: Scene, purpose: Purpose, programme: Programme): Candidate {
  const { clauses, linked, unused } = readConditions(intent, scene, programme);
  const query: Query = {
    intent,
    ask: scene.ask,
    clauses,
    dates: rangesOf(scene.dates),
    pick: intent === 'missions' || linked?.by === 'missions' ? readPick(scene.tokens) : 'all',
    ...(linked === undefined ? {} : { linked }),
    ...(purpose.facet === undefined ? {} : { facet: purpose.facet }),
    ...(purpose.field === undefined ? {} : { field: purpose.field }),
  };
  const undated = intent === 'pilots' || intent === 'status' || intent === 'partners';
  return { query, unused: undated ? [...unused, ...scene.dates.flatMap((date) => date.tokens)] : unused };
}

function eventDays(token: Token, programme: Programme): Interval | undefined {
  const name = token.names.find(({ kind }) => kind === 'mission');
  const mission = name === undefined ? undefined : programme.missions.get(name.id);
  return mission === undefined ? undefined : missionInterval(mission);
}

/** Reads a text: words, dates, names and roles, and what it asks. */
export function read(text: string, circumstances: Circumstances, knowledge: Knowledge): Reading {
  const { programme, missions } = knowledge;
  const words = readWords(text, knowledge.vocabulary, knowledge.names);
  const { main, aside } = splitSentences(words.tokens);
  const year = Number(circumstances.today.slice(0, 4));
  const years = missions.years() ?? { from: year, to: year };
  const dates = readDates(main, {
    today: circumstances.today,
    years,
    eventAt: (token) => eventDays(token, programme),
  });
  const scene = sceneOf(withAside(main, aside), dates);
  const purpose =
    circumstances.intent === undefined
      ? readPurpose(scene)
      : commandPurpose(circumstances.intent, readPurpose(scene));
  const queries = purpose.intents.map((intent) => candidate(intent, scene, purpose, programme));
  const unexplained = scene.tokens.filter(
    (token) => token.kind === 'unknown' || (token.kind === 'number' && !isCounted(scene.tokens, token)),
  );
  return { words, scene, purpose, queries, unexplained };
}

/** A command fixes what is asked for; what its words add is kept. */
function commandPurpose(intent: Intent, read: Purpose): Purpose {
  const others = read.intents.filter((other) => other !== intent);
  return {
    ...(read.notHeld === undefined ? {} : { notHeld: read.notHeld }),
    ...(read.facet === undefined ? {} : { facet: read.facet }),
    intents: [intent, ...others],
  };
}

/** A small number before a word needs no explanation: "two meetings". */
function isCounted(tokens: readonly Token[], token: Token): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return (
    token.text.length < 3 &&
    next?.kind === 'phrase' &&
    isA(next, 'mission', 'meeting', 'pilot', 'partner', 'city', 'university', 'company', 'function')
  );
}

/** What is said of the speaker counts when the question says "our", or names nothing itself. */
function withAside(main: readonly Token[], aside: readonly Token[]): readonly Token[] {
  const named = main.some((token) => token.names.some(({ kind }) => kind !== 'programme'));
  const ours = main.some((token) => isA(token, 'our'));
  if (named && !ours) return main;
  const kept = aside.filter((token) =>
    token.names.some(({ kind }) => kind === 'city' || (kind !== 'programme' && !named && !ours)),
  );
  return ours || !named ? [...kept.map((token) => ({ ...token })), ...main] : main;
}
