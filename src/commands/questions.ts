import * as z from 'zod';
import { type Command, defineCommand } from '../bot/command.js';
import { answerQuestion } from '../bot/question.js';
import type { Answer } from '../query/answer.js';
import { Query } from '../query/query.js';
import { type AnswerWords, type Asking, replyToQuery, replyToWords } from './question-replies.js';

/**
 * Typed words, with the rest after the command's word; or a question that is already understood, such as a button's, with
 * the day as of which it is answered, and how many records of its long list were shown before.
 */
const Question = z.union([
  z.strictObject({ text: z.string(), rest: z.string().exactOptional() }),
  z.strictObject({
    query: Query,
    pastDay: z.iso.date().exactOptional(),
    from: z.int().min(0).exactOptional(),
  }),
]);
type Question = z.infer<typeof Question>;

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
  // "Next mission after September 2018" picks by its own words.
  if (answer.outcome !== 'answer' || alone.pick === 'all' || answer.query.pick !== 'all') return answer;
  return asking.engine.run({ ...answer.query, intent: alone.intent, pick: alone.pick }, asking.today);
}

function questionCommand(name: string, answerWords: AnswerWords): Command {
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

function circumstances({ today, previous }: Asking) {
  return previous === undefined ? { today } : { today, previous };
}
