import { renderPlain } from '../adapters/console/render.js';
import { chooseLocale } from '../bot/choose-locale.js';
import { dayIn } from '../bot/clock.js';
import { presentAnswer } from '../bot/presenter/present.js';
import { describeQuery } from '../bot/presenter/query-label.js';
import { CommandRegistry } from '../bot/registry.js';
import type { Reply } from '../bot/reply.js';
import { help, helpInShort, helpOverview } from '../commands/help.js';
import { answerTyped, questionCommands } from '../commands/questions.js';
import type { Config } from '../config.js';
import type { Languages } from '../i18n/languages.js';
import { type Knowledge, loadVocabularies } from '../knowledge.js';
import type { Answer } from '../query/answer.js';
import { type AskLine, askLineOf } from './ask-line.js';
import type { AskedQuestion } from './ask-options.js';

/** Answers single questions without a conversation, a person or a running bot. */
export interface AnswerService {
  answer(question: AskedQuestion): AskLine;
  explain(question: AskedQuestion): string;
}

/** An answer service over a programme, with the configured defaults. */
export function createAnswerService(
  { programme, engine }: Knowledge,
  languages: Languages,
  { defaults }: Pick<Config, 'defaults'>,
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
      const answer: Answer =
        question.text.trim() === '' || match?.command === help
          ? { outcome: 'help' }
          : answerTyped(
              { engine, today: view.today },
              question.text,
              match && { name: match.command.name, rest: match.rest },
            );
      const reply =
        match?.command === help
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
