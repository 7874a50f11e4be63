import { renderPlain } from '../adapters/console/render.js';
import { aboutBot } from '../bot/about-bot.js';
import { chooseLocale } from '../bot/choose-locale.js';
import { dayIn } from '../bot/clock.js';
import { presentAnswer } from '../bot/presenter/present.js';
import { describeQuery } from '../bot/presenter/query-label.js';
import { CommandRegistry } from '../bot/registry.js';
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
  const viewOf = ({ text, lang, now }: AskedQuestion) => {
    const spoken = engine.languageOf(text);
    const evidence = { fixed: lang, chosen: undefined, spoken, conversation: undefined, hint: undefined };
    const language = languages[chooseLocale(evidence, defaults.locale)];
    const today = now ?? dayIn(new Date(), defaults.timezone);
    return { programme, language, timezone: defaults.timezone, today };
  };

  const replyTo = (answer: Answer, view: ReturnType<typeof viewOf>): Reply =>
    answer.outcome === 'help' ? helpInShort(view) : presentAnswer(answer, view);

  return {
    answer(question) {
      const view = viewOf(question);
      const match = commands.match(question.text);
      const asksHelp = match?.command === help;
      const about = aboutBot(asksHelp ? match.rest : question.text, languages, programme);
      const answer: Answer =
        question.text.trim() === '' || asksHelp || about !== undefined
          ? { outcome: 'help' }
          : answerTyped(
              { engine, today: view.today },
              question.text,
              match && { name: match.command.name, rest: match.rest },
            );
      const reply =
        about !== undefined
          ? tellAboutBot({ ...view, store: { view: () => reader }, admins }, about)
          : asksHelp
            ? helpOverview({ ...view, commands, role: 'delegate' })
            : replyTo(answer, view);
      const text = renderPlain(reply, { colour: false, language: view.language });
      return askLineOf(question.text, view.language.locale, answer, text, (query) =>
        describeQuery(query, view),
      );
    },
    explain: (question) => JSON.stringify(engine.explain(question.text, viewOf(question)), null, 2),
  };
}
