import { access, constants, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StateUnsound } from '../errors.js';
import { type Committed, readCommitted } from './read-committed.js';
import { probeFile, stateFile } from './state-folder.js';
import { diskTrouble } from './trouble.js';

/** What can be seen of the embedded store from outside, for `doctor`. */
export interface StateFacts {
  /** The size of the state's file in bytes; 0 when there is no state yet. */
  bytes: number;
  /** The state, when it can be read. */
  committed: Committed | undefined;
  /** What keeps the bot from running on it, in English, without a full stop. */
  problems: string[];
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
    (error: unknown) => ({ committed: undefined, problems: [unreadable(error)] }),
  );
  return {
    bytes,
    committed: read.committed,
    problems: [...read.problems, ...(await writeProblems(folder, bytes))],
  };
}

function unreadable(error: unknown): string {
  return error instanceof StateUnsound ? error.message : `the state can’t be read: ${diskTrouble(error)}`;
}

async function writeProblems(folder: string, bytes: number): Promise<string[]> {
  try {
    const info = await stat(folder).catch(() => undefined);
    if (info === undefined) {
      await access(await nearestParent(folder), constants.W_OK);
      return [];
    }
    await tryToWrite(probeFile(folder), bytes);
    return (info.mode & 0o077) === 0
      ? []
      : ['the state folder is open to other users of this machine: chmod 700 it'];
  } catch (error) {
    return [`the state can’t be written: ${diskTrouble(error)}`];
  }
}

async function nearestParent(folder: string): Promise<string> {
  const parent = dirname(folder);
  const there = await stat(parent).catch(() => undefined);
  return there === undefined && parent !== folder ? nearestParent(parent) : parent;
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
