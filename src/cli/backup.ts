import { existsSync } from 'node:fs';
import { shippedDataset } from '../shipped-dataset.js';
import { statePlace } from '../state-place.js';
import { writeBackup } from '../store/backup.js';
import { readState } from '../store/open-store.js';
import { type CommandLine, CommandLineError, readArgs } from './command-line.js';
import { held } from './held.js';
import { requireConfig } from './require.js';
import { examineChanges } from './stored-changes.js';

/**
 * `backup FILE`: the whole state, as last committed, to one JSON file. Works beside a running bot. Warns when `restore` would
 * refuse it with the configured dataset; what it would refuse with every dataset is not saved.
 */
export async function backup(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { positionals } = readArgs(commandLine, 'cli:usages.backup', {}, { least: 1, most: 1 });
  const [file = ''] = positionals;
  const config = requireConfig(env, language);
  const place = statePlace(config);
  const state = await readState(place);
  if (state === undefined) throw new CommandLineError(language.t('cli:backup.nothing'));
  const snapshot = state.dump();
  const trouble = examineChanges(config.dataset ?? shippedDataset, place, snapshot, language);
  if (trouble?.kind === 'damaged')
    throw new CommandLineError(`${trouble.sentence}\n${language.t('cli:backup.refused')}`);
  const replaces = existsSync(file);
  await writeBackup(snapshot, file);
  const done = language.t('cli:backup.done', { file, ...held(snapshot, language) });
  const replaced = replaces ? [language.t('cli:backup.replaced')] : [];
  process.stdout.write(`${[done, ...replaced].join('\n')}\n`);
  if (trouble !== undefined) process.stderr.write(`${trouble.sentence}\n`);
}
