import { copyFile, link, rm } from 'node:fs/promises';
import type { Snapshot } from '../../bot/snapshot.js';
import { DiskUnavailable, StateUnsound } from '../errors.js';
import { stateOf } from '../state.js';
import { DurableFile, type FileLayer } from './durable-file.js';
import { claimFolder } from './folder-lock.js';
import { damagedFile, stateFile } from './state-folder.js';

/**
 * Replaces the state in a folder, also one that can't be read: its file is kept beside the new one. When the new state can't be
 * written the old file stays in its place.
 * @returns where the file is kept that couldn't be read
 * @throws StateInUse when another process has the folder
 * @throws DiskUnavailable when the folder can't be used
 */
export async function replaceState(
  folder: string,
  snapshot: Snapshot,
  now: Date,
  files?: FileLayer,
): Promise<string | undefined> {
  const free = await claimFolder(folder);
  try {
    const file = new DurableFile(stateFile(folder), files);
    const aside = (await isSound(file)) ? undefined : await keepAside(folder, now);
    try {
      await file.write(stateOf(snapshot));
    } catch (error) {
      if (aside !== undefined) await rm(aside, { force: true });
      throw new DiskUnavailable('write', stateFile(folder), error);
    }
    return aside;
  } finally {
    await free();
  }
}

async function isSound(file: DurableFile): Promise<boolean> {
  try {
    await file.read();
    return true;
  } catch (error) {
    if (error instanceof StateUnsound) return false;
    throw error;
  }
}

/** A second name for the file, which takes no room; a copy where the file system knows no second names. */
async function keepAside(folder: string, now: Date): Promise<string> {
  const [file, aside] = [stateFile(folder), damagedFile(folder, now)];
  try {
    await link(file, aside).catch(() => copyFile(file, aside));
  } catch (error) {
    throw new DiskUnavailable('write', aside, error);
  }
  return aside;
}
