import { type ParseArgsConfig, parseArgs } from 'node:util';
import { quotable } from '../bot/changes/clean-text.js';
import type { Language, Languages } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/messages.js';

/** The exit codes of every command: done, the input or state is at fault, wrong usage. */
export const exitCode = { done: 0, fault: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** What a command of the package runs with. */
export interface CommandLine {
  /** The words after the command's name. */
  args: string[];
  env: NodeJS.ProcessEnv;
  languages: Languages;
  /** The language of the command line's own sentences. */
  language: Language;
}

/** A command of the package, with the messages that say what it does and how it is called. */
export interface PackageCommand {
  run(commandLine: CommandLine): Promise<void>;
  summary: MessageKey;
  usage: MessageKey;
  /** What the usage line alone does not tell. */
  notes?: MessageKey;
}

/** An end with a sentence for people; `main` prints it to stderr and exits with `code`. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
  constructor(
    message: string,
    readonly code: ExitCode = exitCode.fault,
  ) {
    super(message);
  }
}

/** Wrong usage: what was wrong, and the usage line under it; exit 2. */
export function usageError({ t }: Language, wrong: string, usage: MessageKey): CommandLineError {
  return new CommandLineError([wrong, t('cli:usage', { usage: t(usage) })].join('\n'), exitCode.usage);
}

/**
 * Parses a command's words.
 * @throws CommandLineError with what was wrong and the usage line, exit 2
 */
export function readArgs<O extends NonNullable<ParseArgsConfig['options']>>(
  { args, language }: CommandLine,
  usage: MessageKey,
  options: O,
  positionals: { least: number; most: number },
) {
  const parsed = parsedOrWrong(args, options, language);
  if ('wrong' in parsed) throw usageError(language, parsed.wrong, usage);
  const { length } = parsed.positionals;
  if (length < positionals.least) throw usageError(language, language.t('cli:wrong.tooFew'), usage);
  if (length > positionals.most) {
    const word = quotable(parsed.positionals[positionals.most] ?? '');
    throw usageError(language, language.t('cli:wrong.tooMany', { word }), usage);
  }
  return parsed;
}

function parsedOrWrong<O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
  { t }: Language,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node names the option only in its message, always first between single quotes, sometimes with its value's place.
    const [, quoted = ''] = /'([^' ,]+)/.exec(error.message) ?? [];
    const word = quotable(quoted);
    if (!error.message.startsWith('Option')) return { wrong: t('cli:wrong.noOption', { word }) };
    const extra = error.message.includes('does not take');
    return { wrong: t(extra ? 'cli:wrong.extraValue' : 'cli:wrong.noValue', { word }) };
  }
}
