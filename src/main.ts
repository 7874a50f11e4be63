#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotable } from './bot/changes/clean-text.js';
import {
  type CommandLine,
  CommandLineError,
  type ExitCode,
  exitCode,
  usageError,
} from './cli/command-line.js';
import { errorSentence } from './cli/error-sentence.js';
import { createLanguages, type Language } from './i18n/languages.js';
import type { MessageKey } from './i18n/messages.js';
import { projectRoot } from './i18n/project-root.js';
import { Locale } from './programme/localized.js';

type Run = (commandLine: CommandLine) => Promise<void>;

// Each is loaded only when it is called: a question must not pay for the platforms' SDKs.
const commands: Readonly<Record<string, { load(): Promise<Run>; summary: MessageKey; usage: MessageKey }>> = {
  start: {
    load: async () => (await import('./cli/start.js')).start,
    summary: 'cli:help.start',
    usage: 'cli:usages.start',
  },
  ask: {
    load: async () => (await import('./cli/ask.js')).ask,
    summary: 'cli:help.ask',
    usage: 'cli:usages.ask',
  },
  check: {
    load: async () => (await import('./cli/check.js')).check,
    summary: 'cli:help.check',
    usage: 'cli:usages.check',
  },
  manifest: {
    load: async () => (await import('./cli/manifest.js')).manifest,
    summary: 'cli:help.manifest',
    usage: 'cli:usages.manifest',
  },
  doctor: {
    load: async () => (await import('./cli/doctor.js')).doctor,
    summary: 'cli:help.doctor',
    usage: 'cli:usages.doctor',
  },
  grant: {
    load: async () => (await import('./cli/grant.js')).grant,
    summary: 'cli:help.grant',
    usage: 'cli:usages.grant',
  },
  backup: {
    load: async () => (await import('./cli/backup.js')).backup,
    summary: 'cli:help.backup',
    usage: 'cli:usages.backup',
  },
  restore: {
    load: async () => (await import('./cli/restore.js')).restore,
    summary: 'cli:help.restore',
    usage: 'cli:usages.restore',
  },
  digest: {
    load: async () => (await import('./cli/digest.js')).digest,
    summary: 'cli:help.digest',
    usage: 'cli:usages.digest',
  },
  'migrate-store': {
    load: async () => (await import('./cli/migrate-store.js')).migrateStore,
    summary: 'cli:help.migrate-store',
    usage: 'cli:usages.migrate-store',
  },
};

async function main(argv: readonly string[], context: Omit<CommandLine, 'args'>): Promise<ExitCode> {
  const { language } = context;
  const [name = 'start', ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${helpText(language)}\n`);
    return exitCode.done;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    process.stdout.write(`${version()}\n`);
    return exitCode.done;
  }
  const isOption = name.startsWith('-');
  const command = Object.hasOwn(commands, isOption ? 'start' : name)
    ? commands[isOption ? 'start' : name]
    : undefined;
  if (command === undefined) {
    const wrong = language.t('cli:wrong.noCommand', { word: quotable(name) });
    throw usageError(language, wrong, 'cli:usages.main');
  }
  if (args.includes('--help')) {
    process.stdout.write(`${language.t('cli:usage', { usage: language.t(command.usage) })}\n`);
    return exitCode.done;
  }
  const run = await command.load();
  await run({ ...context, args: isOption ? [...argv] : args });
  return exitCode.done;
}

function version(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  );
  return version;
}

function helpText({ t }: Language): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${t(summary)}`,
  );
  return [t('cli:help.title'), '', `${t('cli:help.commands')}:`, ...lines, '', t('cli:help.options')].join(
    '\n',
  );
}

// A reader that has seen enough (`ucap-bot ask … | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.done : exitCode.fault);
});

const languages = createLanguages();
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
