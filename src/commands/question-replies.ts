import { isDeepStrictEqual } from 'node:util';
import { aboutBot } from '../bot/about-bot.js';
import type { AskedWords, Told } from '../bot/asked-before.js';
import { answerAsOf, asksForNow, contextAsOf, notYet, takeAsOf, toldAsOf } from '../bot/changes/as-of.js';
import { askedAuthor, askedChange } from '../bot/changes/asked-change.js';
import { askedPast } from '../bot/changes/asked-past.js';
import { itemByKey } from '../bot/changes/find-item.js';
import { wishedChange } from '../bot/changes/wished-change.js';
import type { Context } from '../bot/command.js';
import { howTo } from '../bot/how-to.js';
import { type MeaningAsked, meaningAsked, withMeaning } from '../bot/meaning.js';
import { includesRole } from '../bot/people.js';
import { presentAnswer } from '../bot/presenter/present.js';
import type { Reply } from '../bot/reply.js';
import type { Day } from '../programme/partial-date.js';
import type { Answer } from '../query/answer.js';
import type { QueryEngine } from '../query/engine.js';
import type { Query } from '../query/query.js';
import { tellAboutBot } from './about-bot.js';
import { helpInShort, helpOf } from './help.js';

/** What a question is asked with. */
export interface Asking {
  engine: QueryEngine;
  today: Day;
  previous?: Query | undefined;
}

/** How a command answers all that was typed, or the rest after its word. */
export type AnswerWords = (asking: Asking, text: string, rest: string) => Answer;

/** Answers a question that is understood already, as of `pastDay` where that is given; `from` is how many records were shown before. */
export function replyToQuery(
  context: Context,
  { query, pastDay, from }: { query: Query; pastDay?: Day; from?: number },
): Reply {
  const answerAt = ({ engine, today }: Context) => engine.run(query, today);
  if (pastDay === undefined) return tell(context, put(context, answerAt(context), from));
  return replyAsOf(context, pastDay, answerAt, from);
}

/** What the programme answers as it stood at the end of a day. */
function replyAsOf(context: Context, day: Day, answerAt: (then: Context) => Answer, from?: number): Reply {
  const then = contextAsOf(context, day);
  const answer = answerAt(then);
  return toldAsOf(context, day, tell(then, put(then, answerAsOf(then, day, answer), from)), answer);
}

/** Words may ask how things stood ("as of May 2020"): then the programme of that day answers. */
export function replyToWords(context: Context, words: AskedWords, answerWords: AnswerWords): Reply {
  const [, text, rest] = words;
  const about = aboutBot(text, context.languages, context.programme);
  if (about !== undefined) {
    context.meter.decided('help', 0);
    return tellAboutBot(context, about);
  }
  const ofChange = wishedChange(context, text) ?? askedAuthor(context, text);
  if (ofChange !== undefined) return ofChange;
  const changed = askedPast(context, text);
  if (changed !== undefined) {
    context.meter.decided('help', 0);
    return changed;
  }
  const before = context.askedBefore.told(context, words);
  if (before !== undefined) return tellOrHelp(context, text, before);
  const meaning = meaningAsked(text, context.languages, context.programme);
  if (meaning !== undefined)
    return tell(context, context.askedBefore.keep(context, words, explained(context, meaning)));
  const { text: asked, day } = takeAsOf(context, text);
  if (day !== undefined && day > context.today) return notYet(context, day);
  if (day !== undefined) {
    const restAsked = takeAsOf(context, rest).text;
    return replyAsOf(context, day, (then) => answerWords(askingOf(then), asked, restAsked));
  }
  const answerAt = (at: Context) => answerWords(askingOf(at), text, rest);
  return (
    replyOnDayBefore(context, text, answerAt) ??
    tellOrHelp(context, text, context.askedBefore.keep(context, words, put(context, answerAt(context))))
  );
}

/** What a word means, and what the programme holds of it. */
function explained(context: Context, meaning: MeaningAsked): Told {
  const { answer, reply } = put(context, context.engine.ask(meaning.word, { today: context.today }));
  return { answer, reply: withMeaning(reply ?? helpInShort(context), meaning, context.language) };
}

/** What follows a question of a past day up is told of that day too, unless it asks for now. */
function replyOnDayBefore(
  context: Context,
  text: string,
  answerAt: (then: Context) => Answer,
): Reply | undefined {
  const day = context.previous?.pastDay;
  if (day === undefined || asksForNow(context, text)) return undefined;
  const then = contextAsOf(context, day);
  const answer = answerAt(then);
  // What has the same answer without the question before does not follow it up.
  const isNew = isDeepStrictEqual(answer, answerAt({ ...then, previous: undefined }));
  return isNew
    ? undefined
    : toldAsOf(context, day, tell(then, put(then, answerAsOf(then, day, answer))), answer);
}

function askingOf({ engine, today, previous }: Context): Asking {
  return { engine, today, previous: previous?.query };
}

/** Puts an answer into words; `from` is how many records of a long list were shown before. */
function put(
  { programme, language, timezone, today, pastDay }: Context,
  answer: Answer,
  from?: number,
): Told {
  if (answer.outcome === 'help') return { answer };
  const view = { programme, language, timezone, today, pastDay };
  if (from === undefined) return { answer, reply: presentAnswer(answer, view) };
  // The numbers of a long list run on, so that what is shown as the eleventh is opened by 11.
  return { answer, reply: { ...presentAnswer(answer, { ...view, from }), firstNumber: from + 1 } };
}

/** What has no answer in the programme may ask how something is done with the bot. */
function tellOrHelp(context: Context, text: string, told: Told): Reply {
  const command = told.answer.outcome === 'answer' ? undefined : howTo(text, context);
  if (command === undefined) {
    const story = told.answer.outcome === 'answer' ? undefined : askedChange(context, text);
    return story ?? tell(context, told);
  }
  context.meter.decided('help', 0);
  return helpOf(context, command);
}

/** Counts the answer and remembers its question for a follow-up. */
function tell(context: Context, { answer, reply }: Told): Reply {
  context.meter.decided(answer.outcome, 'unexplained' in answer ? answer.unexplained.length : 0);
  if (answer.outcome === 'answer') context.remember({ query: answer.query, pastDay: context.pastDay });
  return reply === undefined ? helpInShort(context) : withId(context, answer, reply);
}

/** Whoever may change a record sees on its own page the id that commands take. */
function withId({ person, programme, language }: Context, answer: Answer, reply: Reply): Reply {
  if (answer.outcome !== 'answer' || answer.query.intent === 'city') return reply;
  const [id, ...others] = answer.items;
  if (id === undefined || others.length > 0 || !includesRole(person.role, 'coordinator')) return reply;
  if (itemByKey(programme, id) === undefined) return reply;
  const note = { kind: 'note', text: language.t('changes:item.id', { id }) } as const;
  return { ...reply, blocks: [...reply.blocks, note] };
}
