import { DEEDS, PARTNER_KINDS, PARTNERS } from '../lexicon/word-groups.js';
import type { Clause, Intent, Link, Query, Term } from '../query.js';
import { startsWithHan } from '../text/han.js';
import { isA } from '../text/tokens.js';
import { attributeClauses } from './attributes.js';
import type { Scene } from './scene.js';

const STATUS = ['status', 'proposed', 'agreed', 'running', 'paused', 'completed', 'cancelled'] as const;

/** The kind of record that a question names when it names nothing else. */
function askedKind(scene: Scene): Intent | undefined {
  if (scene.has('pilot') && scene.has(...STATUS)) return 'status';
  if (scene.has(...PARTNERS)) return 'partners';
  if (scene.has('pilot')) return 'pilots';
  if (scene.has('mission')) return 'missions';
  return scene.has(...STATUS) ? 'status' : undefined;
}

const isRecord = (term: Term) =>
  term.kind === 'pilot' || term.kind === 'organisation' || term.kind === 'topic';

const clausesOf = (query: Query): Clause[] => [...query.clauses, ...(query.linked?.clauses ?? [])];

/** Whether all records of a kind are asked for: "which pilots are there?", "list all partners". */
function asksForAll(scene: Scene, previous: Query): boolean {
  if (scene.has('list', 'every', 'so-far')) return true;
  const exists = scene.tokens.findIndex((token) => isA(token, 'exists'));
  const there = scene.tokens[exists];
  if (there === undefined) return false;
  if (!startsWithHan(there.text)) return true;
  // 伙伴有哪些 asks it of something; 有哪些伙伴 does so only of one record.
  const asksBefore = scene.tokens
    .slice(0, exists)
    .some((token) => isA(token, ...PARTNERS, 'pilot', 'mission'));
  return !asksBefore && !clausesOf(previous).some(({ any }) => any.some(isRecord));
}

/**
 * Missions are no part of a pilot or a partner, but of a city: "the missions?". "Who went on the last mission?" says all
 * that it asks, and cities that were asked for by their missions were those of many.
 */
const isWholeOfMissions = (scene: Scene, previous: Query) =>
  previous.linked !== undefined || scene.has(...DEEDS, 'hold', 'involve');

/** Whether a question such as "the partners?", 状态如何 or "which pilots?" can only be meant of what was just shown. */
export function isElliptic(scene: Scene, previous: Query): boolean {
  const kind = askedKind(scene);
  if (kind === undefined || kind === previous.intent) return false;
  // "Which pilots are agreed?" is whole.
  if (scene.has('pilot') && scene.ask !== 'whether' && attributeClauses(scene, 'pilots').length > 0)
    return false;
  // Of a list of all pilots too, the state can be asked.
  if (clausesOf(previous).length === 0 && !(previous.intent === 'pilots' && kind === 'status')) return false;
  if (kind === 'missions' && (previous.intent !== 'city' || isWholeOfMissions(scene, previous))) return false;
  if (scene.parties.length + scene.subjects.length + scene.dates.length > 0) return false;
  const phrases = scene.tokens.filter((token) => token.kind === 'phrase');
  return phrases.length <= 7 && !asksForAll(scene, previous);
}

/** The state of the pilots just shown ("are they agreed?"), or others in place of them ("and which are agreed?"). */
function stateOrOthers(scene: Scene, previous: Query, isOne: boolean): Pick<Query, 'intent' | 'clauses'> {
  const named = attributeClauses(scene, 'pilots');
  const { clauses } = previous;
  if (named.length === 0 || isOne || scene.ask === 'whether') return { intent: 'status', clauses };
  const others = clauses.filter(({ any }) => any.some(({ kind }) => kind !== 'pilot-status'));
  return { intent: 'pilots', clauses: [...others, ...named] };
}

/** Another kind of record for those of the question before: the partners or the status of its pilots, the pilots of its partners. */
export function askedOf(scene: Scene, previous: Query): Query | undefined {
  const kind = askedKind(scene);
  if (kind === undefined || kind === previous.intent) return undefined;
  if (scene.parties.length + scene.subjects.length + scene.dates.length > 0) return undefined;
  // "Are they finished?" of several has no one answer of yes or no.
  const isOne = previous.clauses.some(({ any }) => any.some((term) => term.kind === 'pilot'));
  const ask = scene.ask === 'whether' && kind === 'status' && !isOne ? 'list' : scene.ask;
  const query = (of: Pick<Query, 'intent' | 'clauses' | 'linked'>): Query => ({
    ask,
    dates: [],
    pick: 'all',
    ...of,
  });
  const ofPilots = previous.intent === 'pilots' || previous.intent === 'status';
  if (ofPilots && kind === 'status') return query(stateOrOthers(scene, previous, isOne));
  if (ofPilots && kind === 'partners' && !scene.has(...PARTNER_KINDS)) {
    const { clauses } = previous;
    const linked: Link = { by: 'pilots', role: 'any', negated: false, clauses };
    return clauses.length === 0 ? undefined : query({ intent: kind, clauses: [], linked });
  }
  if (previous.intent === 'partners' && (kind === 'pilots' || kind === 'status')) {
    // The companies of a pilot were asked for: the pilot is theirs, and what of it is asked now is not.
    const clauses = previous.linked?.by === 'pilots' ? previous.linked.clauses : previous.clauses;
    return clauses.length === 0 ? undefined : query({ intent: kind, clauses });
  }
  return undefined;
}
