#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { quotable } from './bot/changes/clean-text.js';
import { askCommand } from './cli/ask.js';
import {
  type CommandLine,
  CommandLineError,
  type ExitCode,
  exitCode,
  type PackageCommand,
  usageError,
} from './cli/command-line.js';
import { errorSentence } from './cli/error-sentence.js';
import { createLanguages, type Language } from './i18n/languages.js';
import { projectRoot } from './i18n/project-root.js';
import { Locale } from './programme/localized.js';

/** The name that `npm link` gives the program. */
const programName = 'ucap-bot';

async function main(argv: readonly string[], context: Omit<CommandLine, 'args'>): Promise<ExitCode> {
  const { language } = context;
  const [name = 'start', ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${await helpText(language)}\n`);
    return exitCode.done;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    process.stdout.write(`${version()}\n`);
    return exitCode.done;
  }
  const isOption = name.startsWith('-');
  const command = await commandNamed(isOption ? 'start' : name);
  if (command === undefined) {
    const wrong = language.t('cli:wrong.noCommand', { word: quotable(name) });
    throw usageError(language, wrong, 'cli:usages.main');
  }
  if (args.includes('--help')) {
    process.stdout.write(`${usageText(command, language)}\n`);
    return exitCode.done;
  }
  await command.run({ ...context, args: isOption ? [...argv] : args });
  return exitCode.done;
}

function usageText({ usage, notes }: PackageCommand, { t }: Language): string {
  return [t('cli:usage', { usage: t(usage) }), ...(notes === undefined ? [] : [t(notes)])].join('\n');
}

/** `ask` is here, and the others are loaded when they are called: a single question must not wait for what they need. */
async function commandNamed(name: string): Promise<PackageCommand | undefined> {
  if (name === 'ask') return askCommand;
  const { otherCommands } = await import('./cli/commands.js');
  return otherCommands.get(name);
}

function version(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  );
  return version;
}

async function helpText({ t }: Language): Promise<string> {
  const { otherCommands } = await import('./cli/commands.js');
  const commands = [['ask', askCommand] as const, ...otherCommands];
  const width = Math.max(...commands.map(([name]) => name.length));
  const lines = commands.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${t(summary)}`);
  return [t('cli:help.title'), '', `${t('cli:help.commands')}:`, ...lines, '', t('cli:help.options')].join(
    '\n',
  );
}

// A reader that has seen enough (`ucap-bot ask … | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.done : exitCode.fault);
});

// Only somebody who linked the package has its name as a command.
const [, script = ''] = process.argv;
const languages = createLanguages(basename(script) === programName ? programName : undefined);
const language = languages[Locale.catch('en').parse(process.env.UCAP_LOCALE)];
main(process.argv.slice(2), { env: process.env, languages, language }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${errorSentence(error, language)}\n`);
    process.exitCode = error instanceof CommandLineError ? error.code : exitCode.fault;
  },
);
