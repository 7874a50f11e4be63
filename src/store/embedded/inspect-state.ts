import { mkdtemp, open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Committed } from '../committed.js';
import { DiskUnavailable, StateFolderOpen } from '../errors.js';
import { readCommitted } from './read-committed.js';
import { isThere, probeFile, stateFile } from './state-folder.js';

/** What can be seen of the embedded store from outside, for `doctor`. */
export interface StateFacts {
  /** The size of the state's file in bytes; 0 when there is no state yet. */
  bytes: number;
  /** The state, when it can be read. */
  committed: Committed | undefined;
  /** What keeps the bot from running on it: StateUnsound, DiskUnavailable, StateFolderOpen. */
  problems: readonly Error[];
}

/**
 * Looks at a state folder without opening the store; it works beside a running bot. That there is room is tried with a file
 * as large as the state, which is removed again: free space says nothing of a quota or a failing disk.
 */
export async function inspectState(folder: string): Promise<StateFacts> {
  const file = await stat(stateFile(folder)).catch(() => undefined);
  const bytes = file?.size ?? 0;
  const read = await readCommitted(folder).then(
    (committed) => ({ committed, problems: [] }),
    (error: Error) => ({ committed: undefined, problems: [error] }),
  );
  return {
    bytes,
    committed: read.committed,
    // A folder that refuses to be read need not be told of twice.
    problems: read.problems.some((problem) => problem instanceof DiskUnavailable)
      ? read.problems
      : [...read.problems, ...(await writeProblems(folder, bytes))],
  };
}

async function writeProblems(folder: string, bytes: number): Promise<Error[]> {
  try {
    if (!(await isThere(folder))) {
      await tryToMakeFolder(await nearestParent(folder));
      return [];
    }
    await tryToWrite(probeFile(folder), bytes);
    const { mode } = await stat(folder);
    return (mode & 0o077) === 0 ? [] : [new StateFolderOpen(folder)];
  } catch (error) {
    return [new DiskUnavailable('open', folder, error)];
  }
}

async function nearestParent(folder: string): Promise<string> {
  const parent = dirname(folder);
  return (await isThere(parent)) ? parent : nearestParent(parent);
}

/** Permissions alone don't tell: nobody, not even root, can make a folder in `/proc`. */
async function tryToMakeFolder(parent: string): Promise<void> {
  await rmdir(await mkdtemp(join(parent, '.ucap-probe-')));
}

async function tryToWrite(file: string, bytes: number): Promise<void> {
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      await handle.writeFile(Buffer.alloc(Math.max(bytes, 4096)));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } finally {
    await rm(file, { force: true });
  }
}
