import { RECORDS } from '../../lexicon/word-groups.js';
import { startsWithHan } from '../../text/han.js';
import { isA, type Token } from '../../text/tokens.js';
import { hangsOnDeed } from '../event-clauses.js';

/** Whether nothing explains a word, whatever is asked: it is not known, or a number or a limit without anything to hang on. */
export function isUnexplained(tokens: readonly Token[], token: Token, i: number): boolean {
  if (token.kind === 'unknown' || (isA(token, 'elsewhere') && token.names.length === 0)) return true;
  if (token.kind === 'number') return !isCounted(tokens, i);
  // "Before everything moved online", 出访之后，…: a time that another event tells, and no date.
  if (!isA(token, 'before', 'after')) return false;
  if (!startsWithHan(token.text)) return isA(token, 'event-limit');
  return (token.text.length > 1 && limits(tokens, i)) || hangsOnDeed(tokens, i);
}

/** 出访之后，…; 奥斯陆那次之前的…: what stands before the limit is an event. 之前的… by itself are those so far. */
function limits(tokens: readonly Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  const isOfEvent =
    isA(next, 'of') && before !== undefined && (before.names.length > 0 || isA(before, 'past'));
  return next?.kind === 'comma' || isOfEvent;
}

/** A small number before a word needs no explanation: "two meetings". */
function isCounted(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  return (
    token !== undefined &&
    token.text.length < 3 &&
    next?.kind === 'phrase' &&
    !isA(next, 'month', 'day') &&
    isA(next, ...RECORDS, 'city', 'function', 'first', 'last', 'next', 'in-person', 'virtual')
  );
}
