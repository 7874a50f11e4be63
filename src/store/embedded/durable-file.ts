import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { DiskUnavailable, StateUnsound } from '../errors.js';
import { readSnapshot } from '../read-snapshot.js';
import { textOf } from '../snapshot-text.js';
import { type State, stateOf } from '../state.js';

/** The calls to the file system on which durability rests. */
export interface FileLayer {
  open(
    path: string,
    flags: string,
    mode?: number,
  ): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'stat' | 'close'>>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
}

const nodeFiles: FileLayer = { open, rename, rm };

/**
 * lowdb's adapter for one file that is always whole: `write` resolves when the new content and its name are on the disk. When it
 * rejects, the old content is still there, or the new one without its name being safe from a crash (the folder's fsync failed). The order is the one of LWN's "Ensuring data reaches disk"
 * (lwn.net/Articles/457667): write aside, fsync, rename, fsync the folder.
 */
export class DurableFile implements Adapter<State> {
  readonly #temporary: string;

  constructor(
    private readonly file: string,
    private readonly files: FileLayer = nodeFiles,
  ) {
    this.#temporary = `${file}.tmp`;
  }

  async read(): Promise<State | null> {
    await this.files.rm(this.#temporary, { force: true });
    return (await readStateFile(this.file)) ?? null;
  }

  async write(state: State): Promise<void> {
    try {
      await this.#writeAside(Buffer.from(textOf(state)));
      await this.files.rename(this.#temporary, this.file);
    } catch (error) {
      // Room is short now. That it can't be removed is no news beside the error itself.
      await this.files.rm(this.#temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await this.#syncFolder();
  }

  async #writeAside(content: Buffer): Promise<void> {
    const handle = await this.files.open(this.#temporary, 'w', 0o600);
    try {
      await handle.writeFile(content);
      const { size } = await handle.stat();
      if (size !== content.length) throw new Error(`only ${size} of ${content.length} bytes were written`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async #syncFolder(): Promise<void> {
    const folder = await this.files.open(dirname(this.file), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

/**
 * The state that a file holds; `undefined` when there is no such file.
 * @throws StateUnsound when it can't be read as a state
 * @throws DiskUnavailable when it can't be read at all
 */
export async function readStateFile(file: string): Promise<State | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const read = readSnapshot(text, file);
  if ('faults' in read) throw new StateUnsound({ what: 'state', place: file, faults: read.faults });
  return stateOf(read.snapshot);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // What node:fs throws has a code.
    throw new DiskUnavailable('read', file, error);
  }
}
