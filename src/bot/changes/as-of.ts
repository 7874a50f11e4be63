import type { Languages } from '../../i18n/languages.js';
import { type Day, FIRST_DAY, type Interval, intervalOf } from '../../programme/partial-date.js';
import type { Answer, Found } from '../../query/answer.js';
import { dayIn } from '../clock.js';
import type { Context } from '../command.js';
import { text, toPerson } from '../replies.js';
import type { Reply } from '../reply.js';
import { readDate } from './dates.js';
import { bothLanguages } from './vocabulary.js';

/** The longest date that people write ("30th of September 2020,"), in characters. */
const LONGEST_DATE = 24;

/** A question without its "as of DATE", and the last day that the date may mean. */
export interface AsOf {
  text: string;
  day?: Day;
}

type Reading = Pick<Context, 'engine' | 'languages' | 'today'>;

/**
 * Takes "as of DATE" off a question, in either language: it asks how things stood at the end of that day. In Chinese the
 * mark may also stand behind the date, before the word for status. A question without it comes back as it is.
 */
export function takeAsOf(reading: Reading, typed: string): AsOf {
  return leading(reading, typed) ?? trailing(reading, typed) ?? { text: typed };
}

/** The context of the programme as it stood at the end of a day where the asker is. */
export function contextAsOf(context: Context, day: Day): Context {
  const programme = context.asOf(day, context.timezone);
  return { ...context, programme, engine: context.engine.with(programme), pastDay: day };
}

function isRecorded({ store, timezone }: Context, day: Day): boolean {
  return store
    .view()
    .all('changes')
    .some(({ at }) => dayIn(new Date(at), timezone) <= day);
}

/** Missions of any time: what of them was known or planned on a day without changes, no source tells. */
const areAllMissions = (answer: Answer): answer is Found =>
  answer.outcome === 'answer' &&
  answer.query.intent === 'missions' &&
  answer.query.pick === 'all' &&
  answer.query.dates.length === 0 &&
  answer.items.length > 1;

/** The answer for a day: where nothing but the source tells of it, missions are those that it dates up to then. */
export function answerAsOf(context: Context, day: Day, answer: Answer): Answer {
  if (!areAllMissions(answer) || isRecorded(context, day)) return answer;
  return context.engine.run({ ...answer.query, dates: [{ from: FIRST_DAY, to: day }] }, context.today);
}

/** A reply that begins with the day for which it holds, or that nothing but the source tells of that day. */
export function toldAsOf(context: Context, day: Day, reply: Reply, answer: Answer): Reply {
  const { t, formats } = context.language;
  const source = areAllMissions(answer) ? 'changes:asOf.unrecorded-missions' : 'changes:asOf.unrecorded';
  const lead = t(isRecorded(context, day) ? 'changes:asOf.told' : source, { date: formats.date(day) });
  return { ...reply, blocks: [text(lead), ...reply.blocks] };
}

/** Whether words ask for the present, whatever day was spoken of. */
export function asksForNow({ languages }: Pick<Context, 'languages'>, typed: string): boolean {
  const words = bothLanguages(languages, 'changes:asOf.now').join('|');
  return new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'iu').test(typed);
}

/** Of a day to come nothing can be told. */
export function notYet(context: Context, day: Day): Reply {
  const { t, formats } = context.language;
  return toPerson(context, text(t('changes:asOf.ahead', { date: formats.date(day) })));
}

interface Patterns {
  leading: RegExp;
  trailing: RegExp;
}

const patterns = new WeakMap<Languages, Patterns>();

/** Every question is searched for the marks of a past day, so that their patterns are made once. */
function patternsOf(languages: Languages): Patterns {
  const made = patterns.get(languages);
  if (made !== undefined) return made;
  const words = bothLanguages(languages, 'changes:asOf.before').map((word) => word.replaceAll(' ', '\\s+'));
  const marks = bothLanguages(languages, 'changes:asOf.after').join('|');
  const status = bothLanguages(languages, 'changes:key.status').join('|');
  const fresh = {
    leading: new RegExp(`(?:${words.join('|')})\\s*`, 'iu'),
    trailing: new RegExp(`(?<date>\\d{4}\\S{0,8}?)(?:${marks})\\s*(?=${status})`, 'iu'),
  };
  patterns.set(languages, fresh);
  return fresh;
}

function leading(reading: Reading, typed: string): AsOf | undefined {
  const match = patternsOf(reading.languages).leading.exec(typed);
  if (match === null) return undefined;
  const rest = typed.slice(match.index + match[0].length);
  const date = dateAtStart(reading, rest);
  if (date === undefined) return undefined;
  const after = rest.slice(date.length).replace(/^[\s,，、]+/u, '');
  return { text: `${typed.slice(0, match.index).trim()} ${after}`.trim(), day: date.day };
}

function trailing({ languages, today }: Reading, typed: string): AsOf | undefined {
  const match = patternsOf(languages).trailing.exec(typed);
  const date = match?.groups?.date === undefined ? undefined : readDate(match.groups.date);
  if (match === null || date === undefined) return undefined;
  const rest = `${typed.slice(0, match.index)}${typed.slice(match.index + match[0].length)}`;
  return { text: rest.trim(), day: lastDay(intervalOf(date), today) };
}

/** Of a month or year that is not over, today; of one to come, its end. */
function lastDay({ from, to }: Interval, today: Day): Day {
  return from <= today && to > today ? today : to;
}

/** The date that a text begins with: the longest that can be read, else a phrase such as "last month". */
function dateAtStart({ engine, today }: Reading, typed: string): { day: Day; length: number } | undefined {
  for (let length = Math.min(LONGEST_DATE, typed.length); length >= 4; length -= 1) {
    const date = readDate(typed.slice(0, length));
    if (date !== undefined) return { day: lastDay(intervalOf(date), today), length };
  }
  const [mentioned] = engine.explain(typed, { today }).dates;
  if (mentioned === undefined || !typed.startsWith(mentioned.text)) return undefined;
  return { day: lastDay(mentioned.range, today), length: mentioned.text.length };
}
