import { type CollectionName, isQueuedDigest } from '../bot/state.js';
import type { Reader, Tx } from '../bot/store.js';

const DAY_MS = 86_400_000;

/** How long rows are kept after they have served. Changes, people and conversations are kept for ever. */
const keep = {
  /** Slack repeats an event for an hour, a WeChat gateway after its own restart: a week is ample. */
  events: 7 * DAY_MS,
  /** Long enough to tell somebody that their proposal or code has expired. */
  expired: DAY_MS,
  digests: 60 * DAY_MS,
  refusals: 365 * DAY_MS,
};

/** How long an admin can still have a dead delivery sent. */
export const KEEP_DEAD_MS = 30 * DAY_MS;

/**
 * Removes the rows that nobody will ask for any more at `now`. Of a conversation's digests the last one that was queued stays,
 * however old: the next one tells what changed since.
 */
export function pruneRows(tx: Tx, now: Date): void {
  for (const [collection, id] of staleRows(tx, now)) tx.remove(collection, id);
}

function staleRows(reader: Reader, now: Date): [CollectionName, string][] {
  const past = (instant: string, keepMs: number) => Date.parse(instant) + keepMs < now.getTime();
  const lastDigests = new Set(
    new Map(
      reader
        .all('digests')
        .filter(isQueuedDigest)
        .map(({ conversation, id }) => [conversation, id]),
    ).values(),
  );
  const stale = <C extends CollectionName, R extends { id: string }>(collection: C, rows: readonly R[]) =>
    rows.map(({ id }): [CollectionName, string] => [collection, id]);
  return [
    ...stale(
      'events',
      reader.all('events').filter(({ at }) => past(at, keep.events)),
    ),
    ...stale(
      'proposals',
      reader.all('proposals').filter(({ expires }) => past(expires, keep.expired)),
    ),
    ...stale(
      'linkCodes',
      reader.all('linkCodes').filter(({ expires }) => past(expires, keep.expired)),
    ),
    ...stale(
      'linkAttempts',
      reader.all('linkAttempts').filter(({ until }) => past(until, keep.expired)),
    ),
    ...stale(
      'digests',
      reader.all('digests').filter(({ id, at }) => past(at, keep.digests) && !lastDigests.has(id)),
    ),
    ...stale(
      'refusals',
      reader.all('refusals').filter(({ at }) => past(at, keep.refusals)),
    ),
  ];
}
