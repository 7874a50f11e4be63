import { wordsOf } from '../bot/error-words.js';
import { StoreUnavailable } from '../bot/store.js';
import type { Fault } from '../programme/fault.js';

/** What can't be used as it is: the state, a backup, or what a database holds. */
export interface Unsound {
  what: 'state' | 'backup' | 'database';
  /** The file, or `PostgreSQL`. */
  place: string;
  faults: readonly Fault[];
}

/** More faults than this tell the log nothing new. */
const FAULTS_NAMED = 20;

/** A state or a backup can't be used as it is. Its message is for the log; people are told of the faults. */
export class StateUnsound extends Error {
  override readonly name = 'StateUnsound';
  readonly what: Unsound['what'];
  readonly place: string;
  readonly faults: readonly Fault[];

  constructor({ what, place, faults }: Unsound) {
    const named = faults
      .slice(0, FAULTS_NAMED)
      .map(({ path, key }) => (path === '' ? key : `${path} ${key}`));
    const rest = faults.length - named.length;
    super(`${place} is unsound: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`);
    this.what = what;
    this.place = place;
    this.faults = faults;
  }
}

/** Another process has the state. */
export class StateInUse extends Error {
  override readonly name = 'StateInUse';

  /** @param pid the other process's number, when it could leave it */
  constructor(
    readonly folder: string,
    readonly pid: string | undefined,
  ) {
    super(
      `The state in ${folder} is in use by a running bot${pid === undefined ? '' : ` (process ${pid})`}.`,
    );
  }
}

/** Other users of the machine may look into the state folder. */
export class StateFolderOpen extends Error {
  override readonly name = 'StateFolderOpen';

  constructor(readonly folder: string) {
    super('the state folder is open to other users of this machine');
  }
}

/** What was to be done with a folder or a file that the file system refuses. */
export type Deed = 'open' | 'read' | 'write';

/** The file system refuses what the embedded store needs. */
export class DiskUnavailable extends StoreUnavailable {
  /** The system's name of the fault, such as `ENOSPC`; absent when it has none. */
  readonly code: string | undefined;

  constructor(
    readonly deed: Deed,
    readonly place: string,
    cause: unknown,
  ) {
    // Without the path: `/health` tells it to whoever asks.
    super(`The state can’t be ${deed === 'write' ? 'written' : 'read'}: ${diskTrouble(cause)}.`, { cause });
    this.code = codeOf(cause);
  }
}

/** The file system refuses a backup's file. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code: string | undefined;

  constructor(
    readonly deed: Deed,
    readonly place: string,
    cause: unknown,
  ) {
    super(`A backup can’t be ${deed === 'write' ? 'written' : 'read'}: ${diskTrouble(cause)}.`, { cause });
    this.code = codeOf(cause);
  }
}

/** The database can't be used. */
export class DatabaseUnavailable extends StoreUnavailable {
  /** @param trouble `refuses` when it answered, `away` when it can't be reached */
  constructor(
    message: string,
    readonly trouble: 'refuses' | 'away',
    cause: unknown,
  ) {
    super(message, { cause });
  }

  /** SQLSTATE or the system's name of the fault. */
  get code(): string | undefined {
    return codeOf(this.cause);
  }
}

const sentences: Record<string, string> = {
  ENOSPC: 'no room is left on its disk',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  EROFS: 'its disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'it is not a folder',
  EMFILE: 'this process has too many files open',
};

/** What is wrong with the disk, in words for `/health` and the log. */
function diskTrouble(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) return wordsOf(error);
  return `${sentences[code] ?? 'the file system refuses it'} (${code})`;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
