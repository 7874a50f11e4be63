import { existsSync } from 'node:fs';
import { shippedDataset } from '../shipped-dataset.js';
import { statePlace } from '../state-place.js';
import { writeBackup } from '../store/backup.js';
import { readState } from '../store/open-store.js';
import { type CommandLine, CommandLineError, readArgs } from './command-line.js';
import { held } from './held.js';
import { requireConfig } from './require.js';
import { describeUnfitChanges } from './unfit-changes.js';

/**
 * `backup FILE`: the whole state, as last committed, to one JSON file. Works beside a running bot. Warns when `restore` would
 * refuse it with the configured dataset.
 */
export async function backup(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { positionals } = readArgs(commandLine, 'cli:usages.backup', {}, { least: 1, most: 1 });
  const [file = ''] = positionals;
  const config = requireConfig(env, language);
  const state = await readState(statePlace(config));
  if (state === undefined) throw new CommandLineError(language.t('cli:backup.nothing'));
  const snapshot = state.dump();
  const replaces = existsSync(file);
  await writeBackup(snapshot, file);
  const done = language.t('cli:backup.done', { file, ...held(snapshot, language) });
  const replaced = replaces ? [language.t('cli:backup.replaced')] : [];
  process.stdout.write(`${[done, ...replaced].join('\n')}\n`);
  const { changes } = snapshot.collections;
  const unfit = describeUnfitChanges(config.dataset ?? shippedDataset, changes, language);
  if (unfit !== undefined) process.stderr.write(`${unfit}\n`);
}
