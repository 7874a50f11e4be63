import type { DeclineReason } from '../answer.js';
import type { Reading } from '../reading/read.js';
import { isA, type Token } from '../text/tokens.js';
import type { Case, Rule } from './case.js';
import { phrasesOf } from './phrases.js';
import { askBack, decline } from './ways-out.js';

/** Whether an unknown word stands where a name stands, and what it would be the name of. */
function nameIn(reading: Reading): DeclineReason | undefined {
  const { tokens } = reading.scene;
  const [first] = reading.unexplained;
  if (first === undefined || (first.kind !== 'unknown' && !isA(first, 'elsewhere'))) return undefined;
  const [word = first.typed] = phrasesOf(reading.unexplained);
  const at = tokens.indexOf(first);
  const end = at + reading.unexplained.length;
  const around = [tokens[at - 1], tokens[end]];
  if (around.some((token) => isA(token, 'university', 'company', 'lab', 'partner')))
    return { kind: 'unknown-name', word, as: 'organisation' };
  if (isPlace(around, tokens.slice(at, end))) return { kind: 'unknown-name', word, as: 'city' };
  return /^\p{Lu}/u.test(word) || reading.best === undefined
    ? { kind: 'unknown-name', word, as: 'thing' }
    : undefined;
}

function isPlace([before, behind]: readonly (Token | undefined)[], words: readonly Token[]): boolean {
  return (
    isA(before, 'to', 'from', 'in', 'go', 'come', 'host', 'city') ||
    isA(behind, 'city') ||
    words.some((token) => isA(token, 'elsewhere'))
  );
}

/** "Missions to Berlin": a name that the programme does not hold. */
export const unknownName: Rule<Case> = (one) => {
  const name = nameIn(one.reading);
  return name && { answer: decline(one, name), reason: 'holds a name that is not known' };
};

/** "Amazing missions": a word that nothing explains. */
export const unknownWord: Rule<Case> = (one) => {
  const { unexplained } = one.reading;
  if (unexplained.length === 0) return undefined;
  const answer = askBack(one, phrasesOf(unexplained));
  return answer === undefined
    ? { answer: decline(one, { kind: 'off-topic' }), reason: 'nothing in it is known' }
    : { answer, reason: 'holds unexplained words' };
};
