import { statePlace } from '../state-place.js';
import { readBackup } from '../store/backup.js';
import { replaceState } from '../store/open-store.js';
import { type CommandLine, readArgs } from './command-line.js';
import { requireConfig, requireKnowledge } from './require.js';

/**
 * `restore FILE`: replaces the whole state by a backup; an unsound file changes nothing. A state that can't be read is replaced,
 * too, and its file is kept.
 */
export async function restore(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { t } = language;
  const { positionals } = readArgs(commandLine, 'cli:usages.restore', {}, { least: 1, most: 1 });
  const [file = ''] = positionals;
  const config = requireConfig(env, language);
  const { programme } = requireKnowledge(config, language);
  const snapshot = await readBackup(file, programme);
  const aside = await replaceState(statePlace(config), snapshot, () => new Date());
  const { changes, people } = snapshot.collections;
  const done = t('cli:restore.done', { file, changes: changes.length, people: people.length });
  const kept = aside === undefined ? [] : [t('cli:restore.aside', { aside })];
  process.stdout.write(`${[done, ...kept].join('\n')}\n`);
}
