import type { Programme } from '../../programme/programme.js';
import type { DateMention } from '../dates/dates.js';
import type { Circumstances } from '../engine.js';
import type { Indexes } from '../filter/records.js';
import type { Mentions } from '../lexicon/mentions.js';
import type { Names } from '../lexicon/names.js';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { DateRange, Intent, Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { withKindMeant } from './all-of-kind.js';
import { datesOf } from './asked-days.js';
import { spokenRange } from './carried.js';
import { readConditions } from './conditions.js';
import { withoutContrast } from './contrast.js';
import { leftOut } from './doubts/left-out.js';
import { isUnexplained } from './doubts/unexplained.js';
import { readPick } from './focus.js';
import { followUp } from './follow-up.js';
import { withGuests } from './guests.js';
import { type Purpose, readPurpose, withoutReason } from './intent.js';
import { asksHowMissionsStand } from './mission-standing.js';
import { withoutProposer } from './proposers.js';
import { readNth, readRun } from './ranks.js';
import { readWords, type Words } from './read-words.js';
import { resolveTokens } from './resolve.js';
import { withRoleFilter } from './role-filter.js';
import type { Scene } from './scene.js';
import { see } from './see.js';
import { splitSentences } from './sentences.js';

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
  if (continued?.intent === intent) {
    const ask = asksForOutcomes(intent, scene) ? 'outcomes' : continued.ask;
    return { query: { ...continued, ask, dates: [...dates] }, unused: [] };
  }
  const { clauses, linked, unused } = readConditions(intent, scene, programme);
  const nth = intent === 'missions' ? readNth(scene) : undefined;
  const query: Query = {
    intent,
    // The question word is the first kind's.
    ask: purpose.kinds === undefined || intent === purpose.intents[0] ? askOf(intent, scene) : 'list',
    clauses,
    dates: [...dates],
    pick: 'all',
    ...(intent === 'missions' || linked?.by === 'missions' ? pickIn(scene) : {}),
    ...(nth === undefined ? {} : { nth }),
    ...(linked === undefined ? {} : { linked }),
    ...(purpose.facet === undefined ? {} : { facet: purpose.facet }),
    ...(purpose.field === undefined ? {} : { field: purpose.field }),
  };
  return { query, unused };
}

function askOf(intent: Intent, scene: Scene): Query['ask'] {
  if (asksForOutcomes(intent, scene)) return 'outcomes';
  return intent === 'missions' && asksHowMissionsStand(scene) ? 'standing' : scene.ask;
}

/** "What came of the missions to Oslo?", 有什么成果: a pilot's are not held. How many had results is told by naming them. */
const asksForOutcomes = (intent: Intent, { ask, has }: Scene) =>
  intent === 'missions' && has('result') && ['list', 'what', 'count'].includes(ask);

/** Which of several missions is asked for, and of how many where they are counted. */
function pickIn(scene: Scene): Pick<Query, 'pick' | 'count'> {
  return readRun(scene) ?? { pick: closestIn(scene) ?? nextOf(scene, readPick(scene.has, scene.tokens)) };
}

/** "The next trip after September 2018" is the first behind it, and not behind today. */
const nextOf = ({ dates }: Scene, pick: Query['pick']): Query['pick'] =>
  pick === 'next' && dates.some(({ tokens }) => tokens.some((token) => isA(token, 'after'))) ? 'first' : pick;

/** "Right after the forum" is what came next, "just before it" what came last. */
function closestIn({ tokens, dates }: Scene): Query['pick'] | undefined {
  for (const [limit] of dates.map((date) => date.tokens)) {
    if (limit === undefined || !isA(limit, 'before', 'after')) continue;
    const beside = tokens.findLast(({ to }) => to <= limit.from);
    if (isA(beside, 'close')) return isA(limit, 'after') ? 'first' : 'last';
  }
  return undefined;
}

/** "Who went to Oslo, and which pilots came of it?": no answer is to both. */
function otherKinds(intent: Intent, { scene, purpose }: Draft): Token[] {
  if (purpose.kinds === undefined) return [];
  return purpose.kinds.flatMap(({ head, at }) => (head === intent ? [] : scene.tokens.slice(at, at + 1)));
}

function candidate(intent: Intent, draft: Draft, programme: Programme): Candidate {
  const { scene } = draft;
  const { query, unused } = queryFor(intent, draft, programme);
  const undated = intent === 'pilots' || intent === 'status' || intent === 'partners';
  const dated = undated ? scene.dates.flatMap((date) => date.tokens) : [];
  return {
    query: undated ? { ...query, dates: [] } : query,
    unused: [...new Set([...unused, ...dated, ...leftOut(scene, query), ...otherKinds(intent, draft)])],
  };
}

/** What is asked for, completed from the question before where the words lean on it; of "why", whether it is so. */
function draftOf(seen: Scene, circumstances: Circumstances, programme: Programme): Draft {
  const core = withoutReason(seen);
  const draft = completed(core?.scene ?? seen, circumstances, programme);
  return core === undefined ? draft : { ...draft, purpose: { ...draft.purpose, why: core.why } };
}

function completed(scene: Scene, circumstances: Circumstances, programme: Programme): Draft {
  const own = datesOf(scene, circumstances.today);
  const { previous, intent: command } = circumstances;
  // "And where did Oslo go that month?"
  const meant = own.length === 0 && scene.has('that-time') ? (previous?.dates ?? []) : [];
  const dates = own.length > 0 ? own : meant;
  const later =
    previous === undefined ? undefined : followUp(scene, previous, programme, command !== undefined);
  if (later === undefined) {
    const purpose = readPurpose(scene);
    return {
      scene,
      purpose: command === undefined ? purpose : commandPurpose(command, purpose),
      dates,
      carried: meant.slice(0, 3).map(spokenRange),
    };
  }
  const anew = readPurpose(later.scene);
  const { query, carried } = later;
  const draft = { scene: later.scene, dates: later.dates.length > 0 ? later.dates : dates, carried };
  if (query === undefined || anew.notHeld !== undefined) return { ...draft, purpose: anew };
  return { ...draft, purpose: { intents: [query.intent] }, continued: query };
}

/** Reads a text: words, dates, names and roles, and what it asks. */
export function read(text: string, circumstances: Circumstances, knowledge: Knowledge): Reading {
  const { programme } = knowledge;
  const words = readWords(text, knowledge);
  const resolved = resolveTokens(withGuests(words.tokens, knowledge), knowledge.mentions, programme);
  const sentences = splitSentences(withoutContrast(withKindMeant(resolved, circumstances.previous)));
  const seen = see(sentences, circumstances, knowledge);
  const asked = withoutProposer(withRoleFilter(seen, circumstances.intent));
  const draft = draftOf(asked, circumstances, programme);
  const { scene, purpose, carried } = draft;
  const [first, ...rest] = purpose.intents;
  const best = first === undefined ? undefined : candidate(first, draft, programme);
  const others = () => rest.map((intent) => candidate(intent, draft, programme));
  const unexplained = [
    ...scene.dates.flatMap((date) => noSuchDay(date, words)),
    ...scene.tokens.filter((token, i) => isUnexplained(scene.tokens, token, i)),
  ];
  return { words, scene, purpose, best, others, unexplained, carried };
}

/** A date that the calendar does not have, such as 31 April, as one word that nothing explains. */
function noSuchDay({ ranges, tokens }: DateMention, { source }: Words): Token[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (ranges.length > 0 || first === undefined || last === undefined) return [];
  const typed = source.typed.slice(source.at[first.from] ?? 0, (source.at[last.to - 1] ?? 0) + 1);
  return [{ ...first, kind: 'unknown', typed, to: last.to, words: [], names: [] }];
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
