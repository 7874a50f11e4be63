import type { RecordRef } from '../../programme/change.js';
import type { Programme } from '../../programme/programme.js';
import type { Draft } from './draft.js';
import { findItem, type Item, itemWith, organisationsOf } from './record.js';

/** The record as a draft leaves it; `undefined` when it leaves none. */
export function resultOf(programme: Programme, draft: Draft): Item | undefined {
  if (draft.kind === 'create') {
    // A change's record is of its target's kind: it was made so, and nothing else is ever stored.
    return { kind: draft.target.kind, record: draft.record } as Item;
  }
  if (draft.kind !== 'set') return undefined;
  const item = findItem(programme, draft.target);
  return item === undefined ? undefined : itemWith(item, draft.fields);
}

/** The first organisation that the record would name and that the programme does not hold. */
export function missingOrganisation(programme: Programme, draft: Draft): string | undefined {
  const item = resultOf(programme, draft);
  return item && organisationsOf(item).find((id) => !programme.organisations.has(id));
}

/** The records that name this one. */
export function referrersOf(programme: Programme, { kind, id }: RecordRef): Item[] {
  const missions = [...programme.missions.values()].map((record): Item => ({ kind: 'mission', record }));
  const pilots = [...programme.pilots.values()].map((record): Item => ({ kind: 'pilot', record }));
  if (kind === 'partner')
    return [...missions, ...pilots].filter((item) => organisationsOf(item).includes(id));
  return missions.filter(
    (item) => item.kind === 'mission' && kind === 'mission' && item.record.follows.includes(id),
  );
}
