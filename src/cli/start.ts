import { answerLines, type ConsoleOptions, chat } from '../adapters/console/console-channel.js';
import { type App, type AppParts, openApp } from '../app.js';
import { wordsOf } from '../bot/error-words.js';
import { PersonId, partsOf } from '../bot/identity.js';
import type { Config } from '../config.js';
import type { Language } from '../i18n/languages.js';
import { Locale, tell } from '../programme/localized.js';
import { type CommandLine, CommandLineError, exitCode, readArgs } from './command-line.js';
import { errorSentence } from './error-sentence.js';
import { linesOf } from './lines.js';
import { requireConfig, requireKnowledge } from './require.js';
import { Signals } from './signals.js';

const options = { lang: { type: 'string' }, as: { type: 'string' } } as const;

/** `start`: every configured platform; with none, a chat at the terminal or an answer to each line of standard input. */
export async function start(commandLine: CommandLine): Promise<void> {
  const signals = new Signals();
  const { values } = readArgs(commandLine, 'cli:usages.start', options, { least: 0, most: 0 });
  const { env, language, languages } = commandLine;
  const config = requireConfig(env, language);
  const locale = Locale.optional().safeParse(values.lang);
  if (!locale.success) throw new CommandLineError(language.t('cli:badLang'), exitCode.usage);
  const person = PersonId.safeParse(values.as ?? 'console:local:me');
  if (!person.success) throw new CommandLineError(language.t('cli:badPerson'), exitCode.usage);
  const knowledge = requireKnowledge(config, language);
  // Loaded here, since the other commands keep no log.
  const { createLog } = await import('../ops/log.js');
  const parts = { config, knowledge, languages, log: createLog(config.logLevel) };
  if (config.slack !== undefined || config.wechat !== undefined)
    return runPlatforms(parts, signals, language);
  const app = await openApp(parts);
  try {
    const title = tell(knowledge.programme.overview.shortName, language.locale).text;
    await runConsole(
      app,
      signals,
      { person: person.data, ...(locale.data === undefined ? {} : { locale: locale.data }) },
      language.t('cli:console.welcome', { programme: title }),
    );
  } finally {
    await app.close();
  }
}

/**
 * What still holds the process so long after a signal is a platform that does not answer. Ending then loses nothing: whatever
 * was acknowledged is in the state.
 */
const LONGEST_STOP_MS = 9_500;

/** Runs until a signal, or until a platform will never take the bot: then with the sentence that says why. */
async function runPlatforms(parts: AppParts, signals: Signals, operator: Language): Promise<void> {
  const { serve } = await import('../serving/serve.js');
  const signalled = new Promise<undefined>((resolve) => {
    signals.answerBy(() => {
      setTimeout(() => process.exit(exitCode.done), LONGEST_STOP_MS).unref();
      resolve(undefined);
    });
  });
  await checkWechat(parts, operator);
  const serving = await serve(parts, operator).catch((error: unknown) => {
    throw new CommandLineError(sentenceOf(error, parts.config, operator));
  });
  const sentence = await Promise.race([signalled, serving.hopeless]);
  await serving.stop();
  if (sentence !== undefined) throw new CommandLineError(sentence);
}

/** Before anything is opened: nobody should be told of a bot at work whose puppet can never work. */
async function checkWechat({ config: { wechat }, log }: AppParts, { t }: Language): Promise<void> {
  if (wechat === undefined) return;
  const { checkPuppet } = await import('../adapters/wechat/setup.js');
  await checkPuppet(wechat.puppet, process.env, t, log).catch((error: unknown) => {
    throw new CommandLineError(wordsOf(error));
  });
}

/** Why the bot can't start, for those who operate it. */
function sentenceOf(error: unknown, { http }: Config, operator: Language): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall === 'listen') return operator.t('cli:portTaken', { ...http, code });
  return errorSentence(error, operator);
}

async function runConsole(
  { handle, languages }: App,
  signals: Signals,
  who: { person: PersonId; locale?: Locale },
  welcome: string,
): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const consoleOptions: ConsoleOptions = {
    ...who,
    personName: partsOf(who.person).id,
    output,
    colour: output.isTTY === true,
    languages,
    now: () => new Date(),
  };
  const ended = new AbortController();
  signals.answerBy(() => {
    ended.abort();
    input.destroy();
  });
  if (!input.isTTY) return answerLines(linesOf(input), handle, consoleOptions, ended.signal);
  output.write(`${welcome}\n`);
  return chat(input, handle, consoleOptions, ended.signal);
}
