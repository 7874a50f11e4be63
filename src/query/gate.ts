import type { Day } from '../programme/partial-date.js';
import type { Answer, DeclineReason, Found, Remark, Suggestion } from './answer.js';
import { type Records, recordsOf } from './filter/run.js';
import type { Query } from './query.js';
import { asAlternatives } from './reading/clauses.js';
import type { Candidate, Knowledge, Reading } from './reading/read.js';
import type { Scene } from './reading/scene.js';
import { remarksOf } from './remarks.js';
import { suggestionsFor } from './suggestions.js';
import { isA, type Token } from './text/tokens.js';
import { widened } from './widened.js';

/** Runs an understood query. Without a record for all cities of a list, those for any of them are meant. */
export function answerQuery(
  query: Query,
  knowledge: Knowledge,
  today: Day,
  remarks: readonly Remark[],
  known: Records = recordsOf(query, knowledge, today),
): Answer {
  if (query.intent === 'help') return { outcome: 'help' };
  if (query.field !== undefined) {
    const cities = recordsOf({ ...query, intent: 'city' }, knowledge, today).items;
    return {
      outcome: 'decline',
      reason: { kind: 'unavailable', field: query.field, cities },
      suggestions: [],
      unexplained: [],
      remarks,
    };
  }
  const found = { query, ...known };
  const wider =
    query.intent !== 'city' && found.items.length + found.optional.length === 0 && query.ask !== 'whether'
      ? asAlternatives(query)
      : undefined;
  const chosen = wider === undefined ? found : { query: wider, ...recordsOf(wider, knowledge, today) };
  return {
    outcome: 'answer',
    ...chosen,
    ...(query.facet === undefined ? {} : { facet: query.facet }),
    ...(query.ask === 'whether' ? { holds: chosen.items.length > 0 } : {}),
    remarks,
  } satisfies Found;
}

/** Unknown words as they were typed, neighbours in one piece. */
function phrasesOf(tokens: readonly Token[]): string[] {
  const phrases: { text: string; to: number }[] = [];
  for (const token of tokens) {
    const last = phrases.at(-1);
    if (last !== undefined && token.from >= last.to && token.from - last.to <= 1) {
      last.text += `${token.from > last.to ? ' ' : ''}${token.typed}`;
      last.to = token.to;
    } else phrases.push({ text: token.typed, to: token.to });
  }
  return phrases.map(({ text }) => text);
}

/** Whether an unknown word stands where a name stands, and what it would be the name of. */
function unknownName(reading: Reading): DeclineReason | undefined {
  const { tokens } = reading.scene;
  const [first] = reading.unexplained;
  if (first === undefined || (first.kind !== 'unknown' && !isA(first, 'elsewhere'))) return undefined;
  const [word = first.typed] = phrasesOf(reading.unexplained);
  const at = tokens.indexOf(first);
  const end = at + reading.unexplained.length;
  const around = [tokens[at - 1], tokens[end]];
  if (around.some((token) => isA(token, 'university', 'company', 'lab', 'partner')))
    return { kind: 'unknown-name', word, as: 'organisation' };
  const inPlace =
    isA(tokens[at - 1], 'to', 'from', 'in', 'go', 'come', 'host') ||
    around.some((token) => isA(token, 'city'));
  if (inPlace || tokens.slice(at, end).some((token) => isA(token, 'elsewhere')))
    return { kind: 'unknown-name', word, as: 'city' };
  return /^\p{Lu}/u.test(word) || reading.best === undefined
    ? { kind: 'unknown-name', word, as: 'thing' }
    : undefined;
}

function subjectOf(reading: Reading): Extract<DeclineReason, { kind: 'not-held' }>['subject'] {
  for (const { names } of reading.scene.subjects) {
    for (const { kind, id } of names)
      if (kind === 'pilot' || kind === 'mission' || kind === 'organisation') return { kind, id };
  }
  const city = reading.scene.parties.find((party) => party.kind === 'city');
  return city === undefined ? undefined : { kind: 'city', id: city.id };
}

/** Nearly as likely: the share of the best reading's weight that another must have to take its place. */
const NEARLY = 0.6;

/** The likeliest reading with its records; when it has none, the next if that is nearly as likely and has some. */
function preferred(
  best: Candidate,
  reading: Reading,
  knowledge: Knowledge,
  today: Day,
): { way: Candidate; records: Records } {
  const recordsFor = ({ query }: Candidate) => recordsOf(query, knowledge, today);
  const records = recordsFor(best);
  const { weights } = reading.purpose;
  const chosen = { way: best, records };
  // "Do they work together?" is answered by no.
  if (
    best.query.ask === 'whether' ||
    weights === undefined ||
    records.items.length + records.optional.length > 0
  )
    return chosen;
  if (widened(best.query, reading.scene, knowledge, today) !== undefined) return chosen;
  const [next] = reading.others();
  if (next === undefined || next.unused.length > 0) return chosen;
  // Missions name hardly any partner: what is asked of one is rather a pilot.
  const isOfPartner = best.query.intent === 'missions' && reading.scene.names('organisation');
  const isNear = (weights.get(next.query.intent) ?? 0) >= NEARLY * (weights.get(best.query.intent) ?? 0);
  if (!isNear && !isOfPartner) return chosen;
  const others = recordsFor(next);
  return others.items.length + others.optional.length > 0 ? { way: next, records: others } : chosen;
}

/** Missions of a subject that only pilots are about: there are none, but that is not what was asked. */
function isOfOtherKind({ query }: Candidate, { scene }: Reading): boolean {
  if (query.intent !== 'missions' || scene.focus?.head === 'missions') return false;
  const inPilotsOnly = scene.topics.inPilots && !scene.topics.inMissions;
  return (inPilotsOnly || scene.names('organisation')) && !scene.names('mission');
}

/** The first other reading that has records; where it leaves out words, only as a way to go on. */
function elsewhere(
  reading: Reading,
  knowledge: Knowledge,
  today: Day,
  remarks: readonly Remark[],
): { answer: Answer; reason: string } {
  const [next] = reading.others().filter(({ query }) => recordsOf(query, knowledge, today).items.length > 0);
  if (next !== undefined && next.unused.length === 0)
    return {
      answer: answerQuery(next.query, knowledge, today, remarks),
      reason: 'only another kind has records',
    };
  const ways = suggestionsFor(reading, knowledge, today);
  const answer: Answer =
    ways.length === 0
      ? { outcome: 'decline', reason: { kind: 'off-topic' }, suggestions: [], unexplained: [], remarks }
      : { outcome: 'suggest', suggestions: ways, unexplained: [], remarks };
  return { answer, reason: 'no record of this kind can be about it' };
}

/** A city, or a mission, of two places at once: one of them was rather where it began, so that there is none tells nothing. */
function isInTwoPlaces({ intent, ask, linked, clauses }: Query, { parties }: Scene): boolean {
  const hosts = parties.filter(({ role, negated }) => role === 'host' && !negated);
  if (intent === 'missions') return ask === 'whether' && hosts.some(({ list }) => list !== hosts[0]?.list);
  return intent === 'city' && linked !== undefined && clauses.filter(({ negated }) => !negated).length > 1;
}

/** The three ways out: an answer only when every content word is explained, else ways to go on, or what is not held. */
export function passGate(
  reading: Reading,
  knowledge: Knowledge,
  today: Day,
): { answer: Answer; reason: string } {
  const { purpose, unexplained } = reading;
  const remarks = remarksOf(reading, knowledge);
  const unknown = phrasesOf(unexplained);
  const suggestions = (): Suggestion[] => suggestionsFor(reading, knowledge, today);
  const decline = (reason: DeclineReason): Answer => ({
    outcome: 'decline',
    reason,
    suggestions: suggestions(),
    unexplained: unknown,
    remarks,
  });
  if (purpose.offTopic === true) return { answer: decline({ kind: 'off-topic' }), reason: 'off topic' };
  if (purpose.notHeld !== undefined) {
    const subject = subjectOf(reading);
    const reason: DeclineReason = {
      kind: 'not-held',
      word: purpose.notHeld,
      ...(subject === undefined ? {} : { subject }),
    };
    return { answer: decline(reason), reason: 'asks for what is not held' };
  }
  if (unexplained.length > 0) {
    const reason = unknownName(reading);
    if (reason !== undefined) return { answer: decline(reason), reason: 'holds a name that is not known' };
    const ways = suggestions();
    if (ways.length === 0)
      return { answer: decline({ kind: 'off-topic' }), reason: 'nothing in it is known' };
    return {
      answer: { outcome: 'suggest', suggestions: ways, unexplained: unknown, remarks },
      reason: 'holds unexplained words',
    };
  }
  const { best } = reading;
  if (best === undefined) {
    const ways = suggestions();
    if (ways.length === 0) return { answer: { outcome: 'help' }, reason: 'asks for nothing' };
    return {
      answer: { outcome: 'suggest', suggestions: ways, unexplained: [], remarks },
      reason: 'does not say what it asks',
    };
  }
  if (best.unused.length > 0) {
    const left = phrasesOf(best.unused.toSorted((a, b) => a.from - b.from));
    const ranks = best.unused.some((token) => isA(token, 'most'));
    const ways = suggestions();
    const answer: Answer =
      ways.length === 0
        ? decline({ kind: 'off-topic' })
        : { outcome: 'suggest', suggestions: ways, unexplained: left, ...(ranks && { ranks }), remarks };
    return { answer, reason: 'holds words that the reading has no use for' };
  }
  const { way, records } = preferred(best, reading, knowledge, today);
  if (way.query.nth !== undefined && records.items.length === 0) {
    const { nth, ...all } = way.query;
    const ways = [{ query: all, items: recordsOf(all, knowledge, today).items }];
    return {
      answer: { outcome: 'suggest', suggestions: ways, unexplained: [String(nth)], remarks },
      reason: 'there are not as many',
    };
  }
  const isEmpty = records.items.length + records.optional.length === 0;
  if (isEmpty && isOfOtherKind(way, reading)) return elsewhere(reading, knowledge, today, remarks);
  const wider = isEmpty ? widened(way.query, reading.scene, knowledge, today) : undefined;
  if (wider !== undefined)
    return {
      answer: answerQuery(wider, knowledge, today, remarks),
      reason: 'none by itself, some by what it holds',
    };
  if (isEmpty && isInTwoPlaces(way.query, reading.scene)) {
    const ways = suggestions();
    const answer: Answer = { outcome: 'suggest', suggestions: ways, unexplained: [], remarks };
    if (ways.length > 0) return { answer, reason: 'asks for cities of two places' };
  }
  if (purpose.why !== undefined && !isEmpty && way.query.intent !== 'status') {
    const subject = subjectOf(reading);
    const reason: DeclineReason = {
      kind: 'not-held',
      word: purpose.why,
      ...(subject === undefined ? {} : { subject }),
    };
    return { answer: decline(reason), reason: 'asks for what is not held' };
  }
  return {
    answer: answerQuery(way.query, knowledge, today, remarks, records),
    reason: 'every content word is explained',
  };
}
