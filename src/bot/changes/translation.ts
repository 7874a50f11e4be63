import type { Change } from '../../programme/change.js';
import { Locale, type Localized } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { allItems, type Item, titleOf } from './record.js';
import { undoneBy } from './undone.js';

/** A text that has been written in one language only. */
export interface Waiting {
  /** The change that brought it. */
  change: Change;
  what: 'title' | 'note' | 'announcement';
  /** The record whose title it is. */
  item?: Item;
  text: Localized;
  /** The language that it lacks. */
  missing: Locale;
}

/** What a change says in words: its note, or its announcement. */
export function textOf(change: Change): Localized | undefined {
  return change.kind === 'announce' ? change.text : change.note;
}

/** The changes with the translations that were supplied since, in both languages where there are both. */
export function withTranslations(changes: readonly Change[]): Change[] {
  const undone = undoneBy(changes);
  const supplied = new Map<string, Localized>();
  for (const change of changes) {
    if (change.kind === 'translate' && change.undoes === undefined && !undone.has(change.id)) {
      supplied.set(change.change, change.text);
    }
  }
  return changes.map((change) => {
    const text = supplied.get(change.id);
    if (text === undefined) return change;
    if (change.kind === 'announce') return { ...change, text: { ...text, ...change.text } };
    return change.note === undefined ? change : { ...change, note: { ...text, ...change.note } };
  });
}

/** Every text that waits for its translation, newest first. */
export function waitingForTranslation(programme: Programme, changes: readonly Change[]): Waiting[] {
  const undone = undoneBy(changes);
  const completed = withTranslations(changes).filter(
    ({ id, undoes }) => !undone.has(id) && undoes === undefined,
  );
  const titles = allItems(programme).flatMap((item) => {
    const missing = missingIn(titleOf(item));
    const change = missing && completed.findLast((candidate) => bringsTitle(candidate, item));
    return change === undefined || missing === undefined
      ? []
      : [{ change, what: 'title' as const, item, text: titleOf(item), missing }];
  });
  const texts = completed.flatMap((change) => {
    const text = textOf(change);
    const missing = text && missingIn(text);
    if (text === undefined || missing === undefined || change.kind === 'translate') return [];
    return [
      {
        change,
        what: change.kind === 'announce' ? ('announcement' as const) : ('note' as const),
        text,
        missing,
      },
    ];
  });
  return [...titles, ...texts].sort((a, b) => Number(b.change.id) - Number(a.change.id));
}

/** Whether a note or announcement still lacks the language of this translation. */
export function waitsFor(changes: readonly Change[], id: string, translation: Localized): boolean {
  const change = withTranslations(changes).find((candidate) => candidate.id === id);
  const text = change && textOf(change);
  const missing = text && missingIn(text);
  return missing !== undefined && translation[missing] !== undefined;
}

function missingIn(text: Localized): Locale | undefined {
  return Locale.options.find((locale) => text[locale] === undefined);
}

function bringsTitle(change: Change, { kind, record }: Item): boolean {
  if (!('target' in change) || change.target.kind !== kind || change.target.id !== record.id) return false;
  if (change.kind === 'create') return true;
  return change.kind === 'set' && change.fields.some(({ field }) => field === 'title' || field === 'name');
}
