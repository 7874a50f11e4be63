import { renderPlain } from '../adapters/console/render.js';
import { aboutBot } from '../bot/about-bot.js';
import { askedPast } from '../bot/changes/asked-past.js';
import { chooseLocale } from '../bot/choose-locale.js';
import { dayIn } from '../bot/clock.js';
import { courtesyOf } from '../bot/courtesy.js';
import { meaningAsked, withMeaning } from '../bot/meaning.js';
import { presentAnswer } from '../bot/presenter/present.js';
import { describeQuery } from '../bot/presenter/query-label.js';
import type { View } from '../bot/presenter/view.js';
import { CommandRegistry } from '../bot/registry.js';
import { courtesy } from '../bot/replies.js';
import type { Reply } from '../bot/reply.js';
import type { Reader } from '../bot/store.js';
import { tellAboutBot } from '../commands/about-bot.js';
import { help, helpInShort, helpOverview } from '../commands/help.js';
import { answerTyped, questionCommands } from '../commands/questions.js';
import type { Config } from '../config.js';
import type { Languages } from '../i18n/languages.js';
import { type Knowledge, loadVocabularies } from '../knowledge.js';
import type { Answer } from '../query/answer.js';
import { emptyReader } from '../store/empty-reader.js';
import { type AskLine, askLineOf } from './ask-line.js';
import type { AskedQuestion } from './ask-options.js';

/** Answers single questions without a conversation, a person or a running bot. */
export interface AnswerService {
  answer(question: AskedQuestion): AskLine;
  explain(question: AskedQuestion): string;
}

/** An answer service over a programme, with the configured defaults. Who has a role is read from the state, where there is one. */
export function createAnswerService(
  { programme, engine, reader = emptyReader }: Knowledge & { reader?: Reader | undefined },
  languages: Languages,
  { defaults, admins }: Pick<Config, 'defaults' | 'admins'>,
): AnswerService {
  const commands = new CommandRegistry([help, ...questionCommands], loadVocabularies());
  const viewOf = ({ text, lang, now }: AskedQuestion): View => {
    const spoken = engine.languageOf(text);
    const evidence = { fixed: lang, chosen: undefined, spoken, conversation: undefined, hint: undefined };
    const language = languages[chooseLocale(evidence, defaults.locale)];
    const today = now ?? dayIn(new Date(), defaults.timezone);
    return { programme, language, timezone: defaults.timezone, today };
  };

  const respond = (text: string, view: View): { answer: Answer; reply: Reply } => {
    const match = commands.match(text);
    const asksHelp = match?.command === help;
    const about = aboutBot(asksHelp ? match.rest : text, languages, programme);
    if (about !== undefined) {
      const reply = tellAboutBot({ ...view, store: { view: () => reader }, admins }, about);
      return { answer: { outcome: 'help' }, reply };
    }
    if (asksHelp)
      return { answer: { outcome: 'help' }, reply: helpOverview({ ...view, commands, role: 'delegate' }) };
    const said = match === undefined ? courtesyOf(text, languages) : undefined;
    if (said !== undefined) return { answer: { outcome: 'help' }, reply: courtesy(view, said) };
    const changed = askedPast(
      { ...view, languages, engine, programmeAfter: () => programme, store: { view: () => reader } },
      text,
    );
    if (changed !== undefined) return { answer: { outcome: 'help' }, reply: changed };
    const meaning = meaningAsked(text, languages, programme);
    const asking = { engine, today: view.today };
    const answer = answerTyped(
      asking,
      meaning?.word ?? text,
      match && { name: match.command.name, rest: match.rest },
    );
    const reply = answer.outcome === 'help' ? helpInShort(view) : presentAnswer(answer, view);
    return { answer, reply: meaning === undefined ? reply : withMeaning(reply, meaning, view.language) };
  };

  return {
    answer(question) {
      const view = viewOf(question);
      const { answer, reply } = respond(question.text, view);
      const text = renderPlain(reply, { colour: false, language: view.language });
      return askLineOf(question.text, view.language.locale, answer, text, (query) =>
        describeQuery(query, view),
      );
    },
    explain: (question) => JSON.stringify(engine.explain(question.text, viewOf(question)), null, 2),
  };
}
