import { type Change, translated } from '../programme/change.js';
import type { Locale, Localized } from '../programme/localized.js';

/** A text of a change that still lacks one language. */
export interface Untranslated {
  change: Change;
  text: Localized;
  missing: Locale;
}

/** What people wrote into the changes, as it stands after all of them. */
export interface Texts {
  /** A change's note or announcement with the translation that it got since; none when it was taken back. */
  of(change: Change): Localized | undefined;
  /** What still lacks a language, oldest first. */
  untranslated: readonly Untranslated[];
}

/** Follows notes and announcements through translations and undoings. */
export function textsOf(changes: readonly Change[]): Texts {
  const undone = undoneIn(changes);
  const translations = new Map(
    changes.flatMap((change) =>
      change.kind === 'translate' && change.undoes === undefined && !undone.has(change.id)
        ? [[change.change, change.text] as const]
        : [],
    ),
  );
  const of = (change: Change): Localized | undefined => {
    if (undone.has(change.id) || change.undoes !== undefined) return undefined;
    const own = change.kind === 'announce' ? change.text : change.note;
    const translation = translations.get(change.id);
    return own === undefined || translation === undefined ? own : translated(own, translation);
  };
  const untranslated = changes.flatMap((change): Untranslated[] => {
    const text = change.kind === 'translate' ? undefined : of(change);
    if (text === undefined || (text.en !== undefined && text.zh !== undefined)) return [];
    return [{ change, text, missing: text.en === undefined ? 'en' : 'zh' }];
  });
  return { of, untranslated };
}

/** Ids of changes that were taken back, and whose taking back was not taken back itself. */
function undoneIn(changes: readonly Change[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, undoes } of changes.toReversed()) {
    if (undoes !== undefined && !undone.has(id)) undone.add(undoes);
  }
  return undone;
}
