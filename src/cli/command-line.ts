import { type ParseArgsConfig, parseArgs } from 'node:util';
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

/**
 * Parses a command's words.
 * @throws CommandLineError with the usage line, exit 2
 */
export function readArgs<T extends ParseArgsConfig['options']>(
  { args, language }: CommandLine,
  usage: MessageKey,
  options: T,
  positionals: { least: number; most: number },
) {
  const fail = () =>
    new CommandLineError(language.t('cli:usage', { usage: language.t(usage) }), exitCode.usage);
  try {
    const parsed = parseArgs({ args, options: options as T & {}, allowPositionals: true, strict: true });
    const { length } = parsed.positionals;
    if (length < positionals.least || length > positionals.most) throw fail();
    return parsed;
  } catch (error) {
    throw error instanceof CommandLineError ? error : fail();
  }
}
