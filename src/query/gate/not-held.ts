import type { DeclineReason } from '../answer.js';
import { hasNone } from '../filter/records.js';
import type { Reading } from '../reading/read.js';
import { isA } from '../text/tokens.js';
import type { Case, Chosen, Rule, Verdict } from './case.js';
import { decline } from './ways-out.js';

type NotHeld = Extract<DeclineReason, { kind: 'not-held' }>;

/** What a question of something that is not held was asked about. */
function subjectOf({ scene }: Reading): NotHeld['subject'] {
  for (const { names } of scene.subjects) {
    for (const { kind, id } of names)
      if (kind === 'pilot' || kind === 'mission' || kind === 'organisation') return { kind, id };
  }
  const city = scene.parties.find((party) => party.kind === 'city');
  return city === undefined ? undefined : { kind: 'city', id: city.id };
}

function askedNotHeld(one: Case, word: string, asksWhy: boolean): Verdict {
  const subject = subjectOf(one.reading);
  const why: NotHeld = {
    kind: 'not-held',
    word,
    ...(asksWhy ? { asksWhy } : {}),
    ...(subject === undefined ? {} : { subject }),
  };
  return { answer: decline(one, why), reason: 'asks for what is not held' };
}

/** "Tell me a joke": nothing to do with the programme. */
export const offTopic: Rule<Case> = (one) =>
  one.reading.purpose.offTopic === true
    ? { answer: decline(one, { kind: 'off-topic' }), reason: 'off topic' }
    : undefined;

/** "The budget of the pilot": a kind of fact that no programme of this kind holds. */
export const notHeld: Rule<Case> = (one) => {
  const word = one.reading.purpose.notHeld;
  if (word === undefined) return undefined;
  const asksWhy = one.reading.scene.tokens.some((token) => token.typed === word && isA(token, 'why'));
  return askedNotHeld(one, word, asksWhy);
};

/** "Why was it cancelled?" of what has been: the reason is not held. That it has not been, or how a pilot stands, is told instead. */
export const reasonNotHeld: Rule<Chosen> = (one) => {
  const word = one.reading.purpose.why;
  return word === undefined || hasNone(one.records) || one.query.intent === 'status'
    ? undefined
    : askedNotHeld(one, word, true);
};
