import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The files of the embedded store in its folder. */
export const stateFile = (folder: string) => join(folder, 'state.json');
export const lockFile = (folder: string) => join(folder, 'lock');
/** Written and removed to see whether there is room. */
export const probeFile = (folder: string) => join(folder, 'probe.tmp');
/** A state file that could not be read, put away when another took its place. */
export const damagedFile = (folder: string, at: Date) =>
  `${stateFile(folder)}.damaged-${at.toISOString().replace(/[:.]/g, '-')}`;

const ours = /^(state\.json(\.tmp|\.damaged-.*)?|lock|probe\.tmp)$/;

/**
 * Makes the folder, for its owner only. A folder that was there is closed to others too, unless it holds other people's
 * files, as `/tmp` would.
 */
export async function prepareFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  const names = await readdir(folder);
  if (names.every((name) => ours.test(name))) await chmod(folder, 0o700);
}

/**
 * Makes a folder and those above it. Not by `mkdir`'s own `recursive`: that tries for ever below `/proc`, where a folder that
 * is there refuses a new one with ENOENT.
 */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let path = folder; !(await isThere(path)); path = dirname(path)) missing.unshift(path);
  for (const path of missing) await mkdir(path, { mode: 0o700 });
}

/** Whether a path is there. A fault other than its absence is left to whoever uses it. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false; // What node:fs throws has a code.
    throw error;
  }
}
