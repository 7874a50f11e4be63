import { DatabaseError } from 'pg';
import { wordsOf } from '../../bot/error-words.js';
import { StoreUnavailable } from '../../bot/store.js';
import { DatabaseUnavailable, StateUnsound } from '../errors.js';

/**
 * Classes of SQLSTATE in which the fault is in what was asked, so that asking again would fail again: bad data, a
 * constraint, a wrong statement (postgresql.org/docs/current/errcodes-appendix.html).
 */
const ownFaults = new Set(['21', '22', '23', '42']);

/** Of class 42, and yet the database's: the user may not do what the bot does. */
const NO_PRIVILEGE = '42501';

/** Whether an error says that the database can't be used now, rather than that something is wrong with the request. */
export function isTrouble(error: unknown): boolean {
  if (error instanceof DatabaseError)
    return error.code === NO_PRIVILEGE || !ownFaults.has((error.code ?? '').slice(0, 2));
  if (error instanceof StateUnsound) return true;
  // A broken connection is a system error with a code, or one of pg's own, which are plain.
  return error instanceof Error && ('code' in error || Object.getPrototypeOf(error) === Error.prototype);
}

/** What is wrong, in words for `/health` and the log: no address and no password is in it. */
export function databaseTrouble(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  if (error instanceof StateUnsound) {
    const places = error.faults.map(({ path }) => path).join(', ');
    return `PostgreSQL holds ${places} in a form that this build doesn’t know: run the version that wrote it, or a newer one`;
  }
  if (error instanceof DatabaseError) return `PostgreSQL can’t be used: ${error.message}${code}`;
  if (code !== '') return `PostgreSQL can’t be reached${code}`;
  return `PostgreSQL can’t be reached (${wordsOf(error)})`;
}

/** An error as the port's callers know it. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !isTrouble(error)) return error;
  if (error instanceof StateUnsound)
    return new StoreUnavailable(`${databaseTrouble(error)}.`, { cause: error });
  const trouble = error instanceof DatabaseError ? 'refuses' : 'away';
  return new DatabaseUnavailable(`${databaseTrouble(error)}.`, trouble, error);
}
