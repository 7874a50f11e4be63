import * as z from 'zod';
import { Change } from '../../programme/change.js';
import type { Context } from '../command.js';
import type { Reader } from '../store.js';

const given = { id: true, at: true, by: true, byName: true, byCities: true } as const;
const [set, note, create, remove, announce, translate] = Change.options;

/** A change that nobody has confirmed yet: without number, time and author. */
export const Draft = z.discriminatedUnion('kind', [
  set.omit(given),
  note.omit(given),
  create.omit(given),
  remove.omit(given),
  announce.omit(given),
  translate.omit(given),
]);
export type Draft = z.infer<typeof Draft>;

/** What typed words are read with: the programme that they name things of, and the asker's language and day. */
export type Reading = Pick<Context, 'programme' | 'engine' | 'language' | 'languages' | 'timezone' | 'today'>;

/** What a change is drafted with: all of that at one moment, and every committed change, oldest first. */
export interface Desk extends Reading {
  changes: readonly Change[];
}

/** The desk at the moment of `reader`, which may be later than the context's. */
export function deskOf(
  context: Omit<Reading, 'programme'> & Pick<Context, 'programmeAfter'>,
  reader: Reader,
): Desk {
  const { engine, language, languages, timezone, today } = context;
  const changes = reader.all('changes');
  return {
    programme: context.programmeAfter(changes),
    changes,
    engine,
    language,
    languages,
    timezone,
    today,
  };
}
