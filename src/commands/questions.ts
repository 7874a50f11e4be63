import * as z from 'zod';
import { type AskedWords, keepTold, type Told, toldBefore } from '../bot/asked-before.js';
import { contextAsOf, notYet, takeAsOf, toldAsOf } from '../bot/changes/as-of.js';
import { itemByKey } from '../bot/changes/find-item.js';
import { type Command, type Context, defineCommand } from '../bot/command.js';
import { includesRole } from '../bot/people.js';
import { presentAnswer } from '../bot/presenter/present.js';
import { answerQuestion } from '../bot/question.js';
import type { Reply } from '../bot/reply.js';
import type { Day } from '../programme/partial-date.js';
import type { Answer } from '../query/answer.js';
import type { QueryEngine } from '../query/engine.js';
import { Query } from '../query/query.js';
import { helpInShort } from './help.js';

/**
 * Typed words, with the rest after the command's word; or a question that is already understood, such as a button's, and
 * how many records of its long list were shown before.
 */
const Question = z.union([
  z.strictObject({ text: z.string(), rest: z.string().exactOptional() }),
  z.strictObject({ query: Query, from: z.int().min(0).exactOptional() }),
]);
type Question = z.infer<typeof Question>;

/** What a question is asked with. */
interface Asking {
  engine: QueryEngine;
  today: Day;
  previous?: Query | undefined;
}

const everything: Omit<Query, 'intent'> = { ask: 'list', clauses: [], dates: [], pick: 'all' };

/** What a command asks when nothing follows its word. */
const questions: readonly { name: string; alone: Query }[] = [
  { name: 'missions', alone: { ...everything, intent: 'missions' } },
  { name: 'next', alone: { ...everything, intent: 'missions', ask: 'when', pick: 'next' } },
  { name: 'partners', alone: { ...everything, intent: 'partners' } },
  { name: 'pilots', alone: { ...everything, intent: 'pilots' } },
  { name: 'status', alone: { ...everything, intent: 'status' } },
  { name: 'city', alone: { ...everything, intent: 'city' } },
  { name: 'overview', alone: { ...everything, intent: 'overview', ask: 'what', facet: 'summary' } },
  { name: 'themes', alone: { ...everything, intent: 'themes', ask: 'what', facet: 'themes' } },
  { name: 'contact', alone: { ...everything, intent: 'contact', ask: 'what' } },
];

/** The commands that ask the query core: a word for each of its subjects, and `ask` for a question in any words. */
export const questionCommands: readonly Command[] = [
  questionCommand('ask', (asking, typed) => answerTyped(asking, typed, undefined)),
  ...questions.map(({ name, alone }) =>
    questionCommand(name, (asking, typed, rest) => answerCommand(asking, alone, typed, rest)),
  ),
];

/** Answers what was typed with a command that asks the query core; a free question when `name` is none. */
export function answerTyped(
  asking: Asking,
  text: string,
  match: { name: string; rest: string } | undefined,
): Answer {
  const alone = questions.find(({ name }) => name === match?.name)?.alone;
  if (match === undefined || alone === undefined)
    return answerQuestion(asking.engine, { text }, circumstances(asking));
  return answerCommand(asking, alone, text, match.rest);
}

function answerCommand(asking: Asking, alone: Query, text: string, rest: string): Answer {
  if (rest === '') return asking.engine.run(alone, asking.today);
  const command = { intent: alone.intent, rest };
  const answer = answerQuestion(asking.engine, { text, command }, circumstances(asking));
  if (answer.outcome !== 'answer' || alone.pick === 'all' || answer.query.pick === alone.pick) return answer;
  return asking.engine.run({ ...answer.query, intent: alone.intent, pick: alone.pick }, asking.today);
}

function questionCommand(
  name: string,
  answerWords: (asking: Asking, text: string, rest: string) => Answer,
): Command {
  return defineCommand({
    name,
    role: 'delegate',
    mutates: false,
    asksQuestion: true,
    schema: Question,
    read: ({ text }) => ({ text }),
    run(context, question: Question) {
      if ('query' in question) return replyToQuery(context, question);
      const { text, rest = text } = question;
      return replyToWords(context, [name, text, rest], answerWords);
    },
  });
}

function replyToQuery(context: Context, { query, from }: { query: Query; from?: number }): Reply {
  return tell(context, put(context, context.engine.run(query, context.today), from));
}

/** Words may ask how things stood ("as of May 2020"): then the programme of that day answers. */
function replyToWords(
  context: Context,
  words: AskedWords,
  answerWords: (asking: Asking, text: string, rest: string) => Answer,
): Reply {
  const before = toldBefore(context, words);
  if (before !== undefined) return tell(context, before);
  const [, text, rest] = words;
  const { text: asked, day } = takeAsOf(context, text);
  if (day === undefined)
    return tell(context, keepTold(context, words, put(context, answerWords(context, text, rest))));
  if (day > context.today) return notYet(context, day);
  const then = contextAsOf(context, day);
  const answer = answerWords(then, asked, takeAsOf(context, rest).text);
  return toldAsOf(context, day, tell(then, put(then, answer)));
}

function circumstances({ today, previous }: Asking) {
  return previous === undefined ? { today } : { today, previous };
}

/** Puts an answer into words; `from` is how many records of a long list were shown before. */
function put({ programme, language, timezone, today }: Context, answer: Answer, from?: number): Told {
  if (answer.outcome === 'help') return { answer };
  const view = { programme, language, timezone, today };
  if (from === undefined) return { answer, reply: presentAnswer(answer, view) };
  // The numbers of a long list run on, so that what is shown as the eleventh is opened by 11.
  return { answer, reply: { ...presentAnswer(answer, { ...view, from }), firstNumber: from + 1 } };
}

/** Counts the answer and remembers its question for a follow-up. */
function tell(context: Context, { answer, reply }: Told): Reply {
  context.meter.decided(answer.outcome, 'unexplained' in answer ? answer.unexplained.length : 0);
  if (answer.outcome === 'answer') context.remember(answer.query);
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
