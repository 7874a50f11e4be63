import { open, readFile, rename, rm } from 'node:fs/promises';
import type { Snapshot } from '../bot/snapshot.js';
import { parseSnapshot, textOf } from './snapshot-text.js';
import { stateOf } from './state.js';

/** Writes a snapshot to one JSON file that only its owner can read. The file is there when all of it is on the disk, or not at all. */
export async function writeBackup(snapshot: Snapshot, file: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(textOf(stateOf(snapshot)));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Reads and checks a backup.
 * Deliveries may have gone out since it was made, so each is marked to be looked up before it is sent.
 * @throws StateUnsound with every fault and its path
 */
export async function readBackup(file: string): Promise<Snapshot> {
  const snapshot = parseSnapshot(await readFile(file, 'utf8'), file);
  return { ...snapshot, outbox: snapshot.outbox.map((delivery) => ({ ...delivery, uncertain: true })) };
}
