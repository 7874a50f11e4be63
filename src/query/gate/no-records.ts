import type { Answer } from '../answer.js';
import { answerQuery } from '../answer-query.js';
import { hasNone } from '../filter/records.js';
import { recordsOf } from '../filter/run.js';
import type { Query } from '../query.js';
import type { Scene } from '../reading/scene.js';
import type { Chosen, Rule } from './case.js';
import { askBack, decline } from './ways-out.js';
import { widened } from './widened.js';

/** "The fifth visit to Oslo", where there are three: those that there are. */
export const fewerThanCounted: Rule<Chosen> = ({ query, records, knowledge, today, remarks }) => {
  if (query.nth === undefined || records.items.length > 0) return undefined;
  const { nth, ...all } = query;
  const suggestions = [{ query: all, items: recordsOf(all, knowledge, today).items }];
  const answer: Answer = { outcome: 'suggest', suggestions, unexplained: [String(nth)], remarks };
  return { answer, reason: 'there are not as many' };
};

/** Missions of a subject that only pilots are about: there are none, but that is not what was asked. */
function asksOfOtherKind({ query, reading: { scene } }: Chosen): boolean {
  if (query.intent !== 'missions' || scene.focus?.head === 'missions') return false;
  const inPilotsOnly = scene.topics.inPilots && !scene.topics.inMissions;
  return (inPilotsOnly || scene.names('organisation')) && !scene.names('mission');
}

/** The first other reading that has records; where it leaves out words, only as a way to go on. */
export const onlyOfOtherKind: Rule<Chosen> = (one) => {
  if (!hasNone(one.records) || !asksOfOtherKind(one)) return undefined;
  const { reading, knowledge, today, remarks } = one;
  const [next] = reading.others().filter(({ query }) => recordsOf(query, knowledge, today).items.length > 0);
  return next !== undefined && next.unused.length === 0
    ? {
        answer: answerQuery(next.query, knowledge, today, remarks),
        reason: 'only another kind has records',
      }
    : {
        answer: askBack(one, []) ?? decline(one, { kind: 'off-topic' }),
        reason: 'no record of this kind can be about it',
      };
};

/** "The partners of Oslo", where none is based there: those in its pilots. */
export const heldMoreWidely: Rule<Chosen> = ({ query, records, reading, knowledge, today, remarks }) => {
  const wider = hasNone(records) ? widened(query, reading.scene, knowledge, today) : undefined;
  return (
    wider && {
      answer: answerQuery(wider, knowledge, today, remarks),
      reason: 'none by itself, some by what it holds',
    }
  );
};

function isInTwoPlaces({ intent, ask, linked, clauses }: Query, { parties }: Scene): boolean {
  const hosts = parties.filter(({ role, negated }) => role === 'host' && !negated);
  if (intent === 'missions') return ask === 'whether' && hosts.some(({ list }) => list !== hosts[0]?.list);
  return intent === 'city' && linked !== undefined && clauses.filter(({ negated }) => !negated).length > 1;
}

/** A city, or a mission, of two places at once: one of them was rather where it began, so that there is none tells nothing. */
export const inTwoPlaces: Rule<Chosen> = (one) => {
  if (!hasNone(one.records) || !isInTwoPlaces(one.query, one.reading.scene)) return undefined;
  const answer = askBack(one, []);
  return answer && { answer, reason: 'asks for cities of two places' };
};
