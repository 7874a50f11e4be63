import { statePlace } from '../state-place.js';
import { writeBackup } from '../store/backup.js';
import { readState } from '../store/open-store.js';
import { type CommandLine, CommandLineError, readArgs } from './command-line.js';
import { requireConfig } from './require.js';

/** `backup FILE`: the whole state, as last committed, to one JSON file. Works beside a running bot. */
export async function backup(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { positionals } = readArgs(commandLine, 'cli:usages.backup', {}, { least: 1, most: 1 });
  const [file = ''] = positionals;
  const state = await readState(statePlace(requireConfig(env, language)));
  if (state === undefined) throw new CommandLineError(language.t('cli:backup.nothing'));
  const snapshot = state.dump();
  await writeBackup(snapshot, file);
  const { changes, people } = snapshot.collections;
  process.stdout.write(
    `${language.t('cli:backup.done', { file, changes: changes.length, people: people.length })}\n`,
  );
}
