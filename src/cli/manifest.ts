import { manifest as slackManifest } from '../adapters/slack/manifest.js';
import { allCommands } from '../app.js';
import { CommandRegistry } from '../bot/registry.js';
import { loadVocabularies } from '../knowledge.js';
import { type CommandLine, CommandLineError, exitCode, readArgs } from './command-line.js';
import { requireConfig } from './require.js';

const options = { url: { type: 'string' } } as const;

/** Where Slack would reach the bot, in a manifest that is printed before the address is known. */
const UNKNOWN_ADDRESS = 'https://your-bot.example';

/**
 * `manifest [--url https://…]`: the Slack app manifest of this very build. Socket Mode, which needs no public address, unless an
 * address is given or Slack over HTTP is configured.
 */
export async function manifest(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { values } = readArgs(commandLine, 'cli:usages.manifest', options, { least: 0, most: 0 });
  if (values.url !== undefined && !values.url.startsWith('https://')) {
    throw new CommandLineError(language.t('cli:badUrl'), exitCode.usage);
  }
  const { slack } = requireConfig(env, language);
  const overHttp = values.url !== undefined || (slack !== undefined && slack.mode !== 'socket');
  const root = (values.url ?? UNKNOWN_ADDRESS).replace(/\/+$/, '');
  const printed = slackManifest(
    overHttp ? { mode: 'http', root, oauth: slack?.mode === 'oauth' } : { mode: 'socket' },
    usageHint(commandLine),
    language,
  );
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
}

/** The words of the commands that everybody may use, for Slack to show beside the slash command. */
function usageHint({ language }: CommandLine): string {
  const registry = new CommandRegistry(allCommands, loadVocabularies());
  return registry
    .all()
    .filter((command) => command.role === 'delegate' && registry.isListed(command))
    .map(({ name }) => registry.words(name, language.locale).words[0])
    .join(' | ');
}
