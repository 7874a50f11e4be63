import { statePlace } from '../state-place.js';
import { readBackup } from '../store/backup.js';
import { openStore } from '../store/open-store.js';
import { type CommandLine, readArgs } from './command-line.js';
import { requireConfig } from './require.js';

/** `restore FILE`: replaces the whole state by a backup; an unsound file changes nothing. */
export async function restore(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { positionals } = readArgs(commandLine, 'cli:usages.restore', {}, { least: 1, most: 1 });
  const [file = ''] = positionals;
  const config = requireConfig(env, language);
  const snapshot = await readBackup(file);
  const store = await openStore(statePlace(config), () => new Date());
  try {
    await store.load(snapshot);
  } finally {
    await store.close();
  }
  const { changes, people } = snapshot.collections;
  process.stdout.write(
    `${language.t('cli:restore.done', { file, changes: changes.length, people: people.length })}\n`,
  );
}
