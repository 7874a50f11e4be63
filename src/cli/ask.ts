import type { Language } from '../i18n/languages.js';
import { type AnswerService, createAnswerService } from './answer-service.js';
import { type AskedQuestion, readAskOptions, readQuestionLine, type WrongOptions } from './ask-options.js';
import {
  type CommandLine,
  CommandLineError,
  exitCode,
  type PackageCommand,
  readArgs,
} from './command-line.js';
import { linesOf, writeLine } from './lines.js';
import { requireConfig, requireCurrentProgramme, requireKnowledge } from './require.js';

const flags = {
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  lang: { type: 'string' },
  now: { type: 'string' },
  dataset: { type: 'string' },
} as const;

/** `ask [TEXT…]`: one answer; without TEXT an answer for each line of standard input, in order. */
async function ask(commandLine: CommandLine): Promise<void> {
  const { language, env } = commandLine;
  const usage = 'cli:usages.ask';
  const { values, positionals } = readArgs(commandLine, usage, flags, {
    least: 0,
    most: Number.POSITIVE_INFINITY,
  });
  const { options: defaults, wrong } = readAskOptions(values);
  const [first] = wrong;
  if (first !== undefined) {
    throw new CommandLineError(language.t(first === 'now' ? 'cli:badNow' : 'cli:badLang'), exitCode.usage);
  }
  const config = requireConfig(env, language);
  // Changes belong to the configured programme, not to a file that is only asked about.
  const knowledge =
    values.dataset === undefined
      ? await requireCurrentProgramme(config, language)
      : requireKnowledge({ dataset: values.dataset }, language);
  const service = createAnswerService(knowledge, commandLine.languages, config);
  const form = values.json ? 'json' : values.explain ? 'explain' : 'text';
  const print = (question: AskedQuestion) =>
    writeLine(process.stdout, write(service, form, { ...defaults, ...question }));
  if (positionals.length > 0) return print({ text: positionals.join(' ') });
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    const { question, wrong } = readQuestionLine(line);
    if (wrong.length > 0) await writeLine(process.stderr, describeWrong(number, wrong, language));
    await print(question);
  }
}

export const askCommand: PackageCommand = { run: ask, summary: 'cli:help.ask', usage: 'cli:usages.ask' };

/** What a line of standard input was answered without, and why. */
function describeWrong(line: number, wrong: WrongOptions, { t, formats }: Language): string {
  const rules = wrong.map((name) => t(`cli:badField.${name}`)).join(t('changes:line.and'));
  return t('cli:answeredWithout', { line, fields: formats.list(wrong), rules });
}

function write(service: AnswerService, form: 'json' | 'explain' | 'text', question: AskedQuestion): string {
  if (form === 'explain') return service.explain(question);
  const answer = service.answer(question);
  // U+2028 and U+2029 are valid in JSON, but some readers take them for line ends.
  if (form === 'json')
    return JSON.stringify(answer)
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029');
  return answer.text;
}
