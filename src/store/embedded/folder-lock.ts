import { type FileHandle, open } from 'node:fs/promises';
import { tryLock } from 'fs-native-extensions';
import { StateInUse } from '../errors.js';
import { lockFile } from './state-folder.js';

/**
 * Makes this the folder's only writer. The kernel frees the lock with the descriptor: a killed process holds nothing, and
 * there is no stale lock to judge.
 * @returns what frees the lock
 * @throws StateInUse when another process, or another store of this one, has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const handle = await open(lockFile(folder), 'a+', 0o600);
  try {
    if (!tryLock(handle.fd)) throw new StateInUse(heldBy(folder, await handle.readFile('utf8')));
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

function heldBy(folder: string, content: string): string {
  const holder = content.trim() === '' ? '' : ` (process ${content.trim()})`;
  return `The state in ${folder} is in use by a running bot${holder}: stop it first.`;
}
