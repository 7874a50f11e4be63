import { open, readFile, rename, rm } from 'node:fs/promises';
import type { Snapshot } from '../bot/snapshot.js';
import type { CollectionName } from '../bot/state.js';
import { changeFaults } from '../programme/change-faults.js';
import type { Fault } from '../programme/fault.js';
import type { Programme } from '../programme/programme.js';
import { BackupRefused, StateUnsound } from './errors.js';
import { readSnapshot } from './read-snapshot.js';
import { textOf } from './snapshot-text.js';
import { stateOf } from './state.js';

/**
 * Writes a snapshot to one JSON file that only its owner can read. The file is there when all of it is on the disk, or not at all.
 * @throws BackupRefused when the file can't be written
 */
export async function writeBackup(snapshot: Snapshot, file: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeWhole(temporary, textOf(stateOf(snapshot)));
    await rename(temporary, file);
  } catch (error) {
    // That it can't be removed is no news beside the error itself.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new BackupRefused('write', file, error);
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The collections that every build has written. A later one may be absent from an older backup and is empty then; without one of
 * these a backup has lost something.
 */
const everWritten: readonly CollectionName[] = [
  'changes',
  'proposals',
  'people',
  'conversations',
  'linkCodes',
  'linkAttempts',
  'events',
  'digests',
  'installations',
  'refusals',
];

/**
 * Reads and checks a backup: its shape, that it is complete, and that its changes fit the programme.
 * Deliveries may have gone out since it was made, so each is marked to be looked up before it is sent.
 * @param programme the programme as its dataset has it
 * @throws StateUnsound with every fault and its path
 * @throws BackupRefused when the file can't be read
 */
export async function readBackup(file: string, programme: Programme): Promise<Snapshot> {
  const read = readSnapshot(await textIn(file), file);
  if ('faults' in read) throw new StateUnsound({ what: 'backup', place: file, faults: read.faults });
  const { snapshot, document } = read;
  const faults = [...missingCollections(document), ...historyFaults(snapshot, programme)];
  if (faults.length > 0) throw new StateUnsound({ what: 'backup', place: file, faults });
  return { ...snapshot, outbox: snapshot.outbox.map((delivery) => ({ ...delivery, uncertain: true })) };
}

async function textIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new BackupRefused('read', file, error);
  }
}

function missingCollections({ collections }: Readonly<Record<string, unknown>>): Fault[] {
  const there = new Set(Object.keys(collections ?? {}));
  return everWritten
    .filter((name) => !there.has(name))
    .map((name): Fault => ({ path: `collections.${name}`, key: 'missing', values: {} }));
}

/** What is wrong with a state's changes, each path from the document's root: because of these a backup is refused. */
export function historyFaults({ collections, lastChange }: Snapshot, programme: Programme): Fault[] {
  const faults = changeFaults(programme, collections.changes, lastChange);
  return faults.map((fault) => ({ ...fault, path: `collections.${fault.path}` }));
}
