import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the embedded store in its folder. */
export const stateFile = (folder: string) => join(folder, 'state.json');
export const lockFile = (folder: string) => join(folder, 'lock');
/** Written and removed to see whether there is room. */
export const probeFile = (folder: string) => join(folder, 'probe.tmp');

const ours = new Set(['state.json', 'state.json.tmp', 'lock', 'probe.tmp']);

/**
 * Makes the folder, for its owner only. A folder that was there is closed to others too, unless it holds other people's
 * files, as `/tmp` would.
 */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.every((name) => ours.has(name))) await chmod(folder, 0o700);
}
