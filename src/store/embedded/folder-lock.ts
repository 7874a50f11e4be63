import { type FileHandle, open } from 'node:fs/promises';
import { tryLock } from 'fs-native-extensions';
import { DiskUnavailable, StateInUse } from '../errors.js';
import { lockFile, prepareFolder } from './state-folder.js';

/**
 * Makes the folder, and this its only writer. The kernel frees the lock with the descriptor: a killed process holds nothing, and
 * there is no stale lock to judge.
 * @returns what frees the lock
 * @throws StateInUse when another process, or another store of this one, has it
 * @throws DiskUnavailable when the folder can't be used
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  try {
    await prepareFolder(folder);
    return await lockFolder(folder);
  } catch (error) {
    throw error instanceof StateInUse ? error : new DiskUnavailable('open', folder, error);
  }
}

async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const handle = await open(lockFile(folder), 'a+', 0o600);
  try {
    if (!tryLock(handle.fd))
      throw new StateInUse(folder, (await handle.readFile('utf8')).trim() || undefined);
    await sign(handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return () => handle.close();
}

/** Leaves the process's number for whoever finds the lock taken. On a full disk it stays unsigned; it holds all the same. */
async function sign(handle: FileHandle): Promise<void> {
  await handle.truncate();
  await handle.writeFile(`${process.pid}\n`).catch(() => undefined);
}
