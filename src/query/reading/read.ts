import type { Interval } from '../../programme/partial-date.js';
import { missionInterval, type Programme } from '../../programme/programme.js';
import { type DateMention, readDates } from '../dates/dates.js';
import { numbered } from '../dates/time-words.js';
import type { Circumstances } from '../engine.js';
import type { MissionIndex } from '../filter/mission-index.js';
import { type Indexes, onTheDay } from '../filter/run.js';
import type { Mentions } from '../lexicon/mentions.js';
import type { Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { DateRange, Intent, Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { readConditions } from './clauses.js';
import { readPick } from './focus.js';
import { followUp } from './follow-up.js';
import { type Purpose, readPurpose, withoutReason } from './intent.js';
import { readWords, type Words } from './read-words.js';
import { resolveTokens } from './resolve.js';
import { type Scene, sceneOf } from './scene.js';
import { splitSentences } from './sentences.js';
import { unusedWords } from './use.js';

/** What a question is read with. */
export interface Knowledge extends Indexes {
  vocabulary: Vocabulary;
  names: Names;
  mentions: Mentions;
}

/** A question as far as it was understood. */
export interface Reading {
  words: Words;
  scene: Scene;
  purpose: Purpose;
  /** The likeliest reading. */
  best: Candidate | undefined;
  /** The readings after it, likeliest first. Made when they are asked for. */
  others: () => Candidate[];
  /** Content words that nothing explains. */
  unexplained: readonly Token[];
  /** What was taken from the question before. */
  carried: readonly string[];
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

/** The days that the question names; of those, what is to come when it asks for what is ahead. */
function datesOf(scene: Scene, today: string): DateRange[] {
  const ranges = rangesOf(scene.dates);
  if (!scene.has('upcoming') || scene.tokens.some((token) => /^(was|were|had|did)$/.test(token.text)))
    return ranges;
  const ahead = [{ from: dayAfter(today), to: '9999-12-31' }];
  if (ranges.length === 0) return ahead;
  const rest = meet(ranges, ahead);
  return rest.length === 0 ? ranges : rest;
}

interface Draft {
  scene: Scene;
  purpose: Purpose;
  dates: readonly DateRange[];
  /** The question before, continued. */
  continued?: Query;
  carried: readonly string[];
}

function queryFor(
  intent: Intent,
  draft: Draft,
  programme: Programme,
): { query: Query; unused: readonly Token[] } {
  const { scene, purpose, dates, continued } = draft;
  if (continued?.intent === intent) return { query: { ...continued, dates: [...dates] }, unused: [] };
  const { clauses, linked, unused } = readConditions(intent, scene, programme);
  const query: Query = {
    intent,
    ask: scene.ask,
    clauses,
    dates: [...dates],
    pick: intent === 'missions' || linked?.by === 'missions' ? readPick(scene.has, scene.tokens) : 'all',
    ...(linked === undefined ? {} : { linked }),
    ...(purpose.facet === undefined ? {} : { facet: purpose.facet }),
    ...(purpose.field === undefined ? {} : { field: purpose.field }),
  };
  return { query, unused };
}

function candidate(intent: Intent, draft: Draft, programme: Programme): Candidate {
  const { scene } = draft;
  const { query, unused } = queryFor(intent, draft, programme);
  const undated = intent === 'pilots' || intent === 'status' || intent === 'partners';
  const dated = undated ? scene.dates.flatMap((date) => date.tokens) : [];
  return {
    query: undated ? { ...query, dates: [] } : query,
    unused: [
      ...unused,
      ...dated,
      ...unusedWords(scene.tokens, query),
      ...pointingNowhere(query, scene),
      ...(isTooBroad(query, scene)
        ? scene.tokens.filter((token) => token.kind === 'phrase').slice(0, 1)
        : []),
      ...deniedInVain(query, scene),
    ],
  };
}

/** What is asked for, completed from the question before where the words lean on it; of "why", whether it is so. */
function draftOf(seen: Scene, circumstances: Circumstances, programme: Programme): Draft {
  const core = withoutReason(seen);
  const draft = completed(core?.scene ?? seen, circumstances, programme);
  return core === undefined ? draft : { ...draft, purpose: { ...draft.purpose, why: core.why } };
}

function completed(scene: Scene, circumstances: Circumstances, programme: Programme): Draft {
  const dates = datesOf(scene, circumstances.today);
  const { previous, intent: command } = circumstances;
  const later =
    previous === undefined ? undefined : followUp(scene, previous, programme, command !== undefined);
  if (later === undefined) {
    const purpose = readPurpose(scene);
    return {
      scene,
      purpose: command === undefined ? purpose : commandPurpose(command, purpose),
      dates,
      carried: [],
    };
  }
  const anew = readPurpose(later.scene);
  const { query, carried } = later;
  const draft = { scene: later.scene, dates: later.dates.length > 0 ? later.dates : dates, carried };
  if (query === undefined || anew.notHeld !== undefined) return { ...draft, purpose: anew };
  return { ...draft, purpose: { intents: [query.intent] }, continued: query };
}

function eventDays(token: Token, programme: Programme): Interval | undefined {
  const name = token.names.find(({ kind }) => kind === 'mission');
  const mission = name === undefined ? undefined : programme.missions.get(name.id);
  return mission === undefined ? undefined : missionInterval(mission);
}

function isPlaceOf(place: Token, event: Token, programme: Programme): boolean {
  const cities = event.names.flatMap(({ kind, id }) =>
    kind === 'mission' ? (programme.missions.get(id)?.hosts ?? []) : [],
  );
  return place.names.some(({ kind, id }) => kind === 'city' && cities.includes(id));
}

function sinceSubject(token: Token, missions: MissionIndex): Interval | undefined {
  const topic = token.names.find(({ kind }) => kind === 'topic');
  const from = topic === undefined ? undefined : missions.first(`topic:${topic.id}`)?.days.from;
  return from === undefined ? undefined : { from, to: '9999-12-31' };
}

/** Reads a text: words, dates, names and roles, and what it asks. */
export function read(text: string, circumstances: Circumstances, knowledge: Knowledge): Reading {
  const { programme, missions, pilots } = knowledge;
  const words = readWords(text, knowledge);
  const { main, aside } = splitSentences(resolveTokens(words.tokens, knowledge.mentions, programme));
  const year = Number(circumstances.today.slice(0, 4));
  const years = missions.years() ?? { from: year, to: year };
  const dates = readDates(main, {
    today: circumstances.today,
    years,
    eventAt: (token) => eventDays(token, programme),
    isPlaceOf: (place, event) => isPlaceOf(place, event, programme),
    isDated: (day) => onTheDay({ clauses: [], dates: [{ from: day, to: day }] }, missions).length > 0,
    sinceSubject: (token) => sinceSubject(token, missions),
  });
  const seen = sceneOf(withAside(main, aside), dates, {
    inMissions: (id) => missions.first(`topic:${id}`) !== undefined,
    inPilots: (id) => pilots.has(`topic:${id}`),
  });
  const draft = draftOf(seen, circumstances, programme);
  const { scene, purpose, carried } = draft;
  const [first, ...rest] = purpose.intents;
  const best = first === undefined ? undefined : candidate(first, draft, programme);
  const others = () => rest.map((intent) => candidate(intent, draft, programme));
  const unexplained = scene.tokens.filter((token, i) => isUnexplained(scene.tokens, token, i));
  return { words, scene, purpose, best, others, unexplained, carried };
}

/** A denial that no condition took up: without it, the answer would be to the contrary question. */
function deniedInVain(query: Query, scene: Scene): Token[] {
  const taken =
    [...query.clauses, ...(query.linked?.clauses ?? [])].some((clause) => clause.negated) ||
    query.linked?.negated === true;
  const besides = scene.has('other') && (query.ask === 'who' || scene.focus?.head === 'city');
  if (taken || besides || query.ask === 'whether' || scene.dates.some((date) => date.excluded)) return [];
  // 没有 at the end of a Chinese question only makes it one.
  const last = scene.tokens.findLastIndex(
    (token) => token.kind === 'phrase' && !isA(token, 'function', 'polite'),
  );
  return scene.tokens.filter((token, i) =>
    isA(token, 'except') ? i < last : isA(token, 'not') && i < last && !isA(token, 'function'),
  );
}

/** The words of "when was that?" that point to something, where nothing before them tells to what. */
function pointingNowhere(query: Query, scene: Scene): Token[] {
  const isOpen = query.clauses.length + query.dates.length === 0 && query.linked === undefined;
  const ofRecords = ['missions', 'pilots', 'partners', 'status', 'city'].includes(query.intent);
  if (!isOpen || !ofRecords || scene.focus !== undefined) return [];
  return scene.tokens.filter((token) => isA(token, 'it', 'there') || token.text === 'that');
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

/** "The last three", "the second mission": no reading counts so far. */
function isRanked(tokens: readonly Token[], i: number): boolean {
  const [token, before] = [tokens[i], tokens[i - 1]];
  const count = token?.kind === 'number' ? Number(token.text) : (numbered(token, 'cardinal') ?? 1);
  if (count > 1 && isA(before, 'first', 'last', 'next', 'recent')) return true;
  return (numbered(token, 'ordinal') ?? 1) > 1 && !isA(token, 'function', 'first');
}

/** Every record of a kind is an answer only to a question that names the kind. */
function isTooBroad(query: Query, scene: Scene): boolean {
  const isOpen =
    query.clauses.length + query.dates.length === 0 && query.linked === undefined && query.pick === 'all';
  if (!isOpen || query.intent !== 'missions') return false;
  return (
    !scene.has('mission', 'meeting', 'exchange', 'so-far') ||
    (scene.focus === undefined && scene.has('contact', 'help'))
  );
}

function isUnexplained(tokens: readonly Token[], token: Token, i: number): boolean {
  if (token.kind === 'unknown' || (isA(token, 'elsewhere') && token.names.length === 0)) return true;
  if (isRanked(tokens, i)) return true;
  if (token.kind === 'number') return !isCounted(tokens, token);
  // "Before everything moved online", 出访之后，…: a time that another event tells, and no date.
  if (!isA(token, 'before', 'after')) return false;
  const isHan = /^\p{Script=Han}/u.test(token.text);
  return isHan
    ? token.text.length > 1 && tokens[i + 1]?.kind === 'comma'
    : /^(before|after|prior to)$/.test(token.text);
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

/** What is said of the speaker counts where the question says "our", or when the question names nothing itself. */
function withAside(main: readonly Token[], aside: readonly Token[]): readonly Token[] {
  const isPlace = (token: Token) => token.names.some(({ kind }) => kind === 'city');
  const own = aside.find(isPlace);
  if (own !== undefined && main.some((token) => isA(token, 'our'))) {
    return main.map((token) => (isA(token, 'our') ? { ...token, names: own.names } : token));
  }
  if (main.some((token) => token.names.some(({ kind }) => kind !== 'programme'))) return main;
  return [...aside.filter((token) => token.names.some(({ kind }) => kind !== 'programme')), ...main];
}
