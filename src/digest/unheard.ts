import { type Change, recordKey } from '../programme/change.js';
import type { Programme } from '../programme/programme.js';
import { historyOf } from '../programme/snapshot.js';
import { CALLED_OFF } from './net-effect.js';

/** A record that came by a change and was called off, or taken away again, before a digest's own changes. */
export interface CalledOff {
  key: string;
  added: Change;
  /** Its changes until then. */
  past: readonly Change[];
}

/**
 * What a digest's changes touch though it did not stand any more when they began: whether its readers know of it, only their
 * earlier digests tell.
 *
 * @param changes the digest's own
 * @param after the last change before them
 */
export function calledOffBefore(
  programme: Programme,
  changes: readonly Change[],
  after: string,
): readonly CalledOff[] {
  const touched = new Map(
    changes.flatMap((change) => ('target' in change ? [[recordKey(change.target), change.target]] : [])),
  );
  return [...touched].flatMap(([key, ref]): CalledOff[] => {
    const past = upTo(historyOf(programme, ref), after);
    const [added] = past;
    return added?.kind === 'create' && !stands(past) ? [{ key, added, past }] : [];
  });
}

/**
 * Whether nobody was told of a record: it came to be when there was the digest already, and whenever a digest ended it was
 * called off or gone. What came before the digest was there to be asked for.
 *
 * @param since when the digest was turned on
 * @param ends the last changes that earlier digests covered
 */
export function isUnheard({ added, past }: CalledOff, since: string, ends: readonly string[]): boolean {
  const cameLater = since < added.at || ends.some((end) => Number(end) < Number(added.id));
  return cameLater && !ends.some((end) => stands(upTo(past, end)));
}

function upTo(changes: readonly Change[], end: string): readonly Change[] {
  return changes.filter(({ id }) => Number(id) <= Number(end));
}

/** Whether a record is there after its changes so far, and not called off. */
function stands(past: readonly Change[]): boolean {
  let exists = false;
  let isOff = false;
  for (const change of past) {
    if (change.kind === 'create' || change.kind === 'remove') exists = change.kind === 'create';
    if (change.kind !== 'set') continue;
    const status = change.fields.find(({ field }) => field === 'status');
    if (status !== undefined) isOff = status.after === CALLED_OFF;
  }
  return exists && !isOff;
}
