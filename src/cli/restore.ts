import type { Snapshot } from '../bot/snapshot.js';
import { statePlace } from '../state-place.js';
import { readBackup } from '../store/backup.js';
import { StateUnsound } from '../store/errors.js';
import { readState, replaceState, type StatePlace } from '../store/open-store.js';
import { type CommandLine, readArgs } from './command-line.js';
import { held } from './held.js';
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
  const place = statePlace(config);
  const before = await readableState(place);
  const aside = await replaceState(place, snapshot, () => new Date());
  const done = t('cli:restore.done', { file, ...held(snapshot, language) });
  const replaced =
    before === undefined || isEmpty(before) ? [] : [t('cli:restore.replaced', held(before, language))];
  const kept = aside === undefined ? [] : [t('cli:restore.aside', { aside })];
  process.stdout.write(`${[done, ...replaced, ...kept].join('\n')}\n`);
}

/** The state that is there, unless it can't be read. */
async function readableState(place: StatePlace): Promise<Snapshot | undefined> {
  try {
    return (await readState(place))?.dump();
  } catch (error) {
    if (error instanceof StateUnsound) return undefined;
    throw error;
  }
}

function isEmpty({ collections: { changes, people } }: Snapshot): boolean {
  return changes.length + people.length === 0;
}
