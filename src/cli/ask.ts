import { type AnswerService, createAnswerService } from './answer-service.js';
import { type AskedQuestion, readAskOptions, readQuestionLine } from './ask-options.js';
import {
  type CommandLine,
  CommandLineError,
  exitCode,
  type PackageCommand,
  readArgs,
} from './command-line.js';
import { linesOf, writeLine } from './lines.js';
import { requireConfig, requireCurrentProgramme, requireKnowledge } from './require.js';

const options = {
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
  const { values, positionals } = readArgs(commandLine, usage, options, {
    least: 0,
    most: Number.POSITIVE_INFINITY,
  });
  const defaults = readAskOptions(values);
  if ('wrong' in defaults) {
    throw new CommandLineError(
      language.t(defaults.wrong === 'now' ? 'cli:badNow' : 'cli:badLang'),
      exitCode.usage,
    );
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
  for await (const line of linesOf(process.stdin)) await print(readQuestionLine(line));
}

export const askCommand: PackageCommand = { run: ask, summary: 'cli:help.ask', usage: 'cli:usages.ask' };

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
