import { FIRST_DAY, type Interval, LAST_DAY } from '../../programme/partial-date.js';
import { addDays } from '../dates/calendar.js';
import type { DateMention } from '../dates/dates.js';
import { mayOpenPeriod } from '../dates/opening.js';
import { numbered } from '../dates/time-words.js';
import { JOURNEYS, QUESTION_WORDS } from '../lexicon/word-groups.js';
import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';
import { partyOf } from './party.js';
import { stops } from './roles.js';

/** The days of the one mission that a clause tells of; nothing when it tells of none or of several. */
export type DaysOf = (clause: readonly Token[]) => Interval | undefined;

const ends = (token: Token | undefined) => stops(token) || token?.kind === 'comma';

const isDeed = (token: Token) => isA(token, ...JOURNEYS, 'mission');

const asks = (token: Token) => isA(token, ...QUESTION_WORDS, 'auxiliary') && !isA(token, 'passive');

/** A clause tells of a mission when it names who or where and what was done, asks for nothing and does not count. */
function tells(clause: readonly Token[]): boolean {
  return (
    clause.some((token) => partyOf(token) !== undefined) &&
    clause.some(isDeed) &&
    !clause.some((token) => asks(token) || (numbered(token, 'ordinal') ?? 1) > 1)
  );
}

/** What a limit leaves of all days, given those of the mission that it hangs on. */
type Limit = (days: Interval) => Interval;

const BEFORE: Limit = ({ from }) => ({ from: FIRST_DAY, to: addDays(from, -1) });
const AFTER: Limit = ({ to }) => ({ from: addDays(to, 1), to: LAST_DAY });
const SINCE: Limit = ({ from }) => ({ from, to: LAST_DAY });

function limitOf(token: Token): Limit | undefined {
  if (isA(token, 'before')) return BEFORE;
  if (isA(token, 'after')) return AFTER;
  // "From" and 从 tell a place as well, and what begins "onwards" is mostly a date.
  const opens = isA(token, 'since') && !isA(token, 'from') && !startsWithHan(token.text);
  return opens || (isA(token, 'onwards') && isA(token, 'so-far')) ? SINCE : undefined;
}

interface Clause {
  from: number;
  to: number;
  tokens: readonly Token[];
}

/** The clause that a limit at `i` hangs on: behind it in English, before it in Chinese. */
function clauseAt(tokens: readonly Token[], i: number): Clause | undefined {
  let [from, to] = [i, i + 1];
  const isHan = startsWithHan(tokens[i]?.text ?? '');
  if (isHan) while (from > 0 && !ends(tokens[from - 1])) from--;
  else while (to < tokens.length && !ends(tokens[to])) to++;
  const clause = isHan ? tokens.slice(from, i) : tokens.slice(i + 1, to);
  // A limit hangs on the date beside it: 2019年之前.
  const beside = isHan ? clause.at(-1) : clause.find((token) => !isA(token, 'article'));
  if (mayOpenPeriod(beside) && !isA(beside, 'first', 'last', 'next')) return undefined;
  return tells(clause) ? { from, to, tokens: clause } : undefined;
}

/** Limits that a mission tells, as "before Oslo visited Lyon" or 奥斯陆访问里昂之后 do. */
export function eventLimits(tokens: readonly Token[], daysOf: DaysOf): DateMention[] {
  if (!tokens.some((token) => isA(token, 'before', 'after', 'since', 'onwards'))) return [];
  const found: DateMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token; // i is within bounds
    const limit = limitOf(token);
    const clause = limit === undefined ? undefined : clauseAt(tokens, i);
    const days = clause === undefined ? undefined : daysOf(clause.tokens);
    if (limit === undefined || clause === undefined || days === undefined) continue;
    const read = tokens.slice(clause.from, clause.to);
    found.push({ ranges: [limit(days)], excluded: false, vague: true, tokens: read });
    i = clause.to - 1;
  }
  return found;
}

/** Whether a limit hangs on a mission that was not found: without it the answer would be that mission. */
export function hangsOnDeed(tokens: readonly Token[], i: number): boolean {
  const clause = clauseAt(tokens, i);
  const before = tokens[i - 1];
  return clause !== undefined && before !== undefined && (isDeed(before) || partyOf(before) !== undefined);
}
