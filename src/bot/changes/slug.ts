import { RecordKind, recordKey } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { readingOf } from '../../query/repair/pinyin.js';

/** Ids are typed on phones; a longer one ends after a whole word. */
const LONGEST = 60;

/**
 * A new record's id, made from its title: `green-roofs-in-rome`, in pinyin when there is only a Chinese title. `prefix`
 * stands in front of it. What has neither Latin nor Han letters is called by its kind.
 */
export function newId(programme: Programme, title: Localized, kind: RecordKind, prefix = ''): string {
  const slug = prefix + (slugOf(title.en ?? '') || slugOf(romanised(title.zh ?? '')) || kind);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? slug : `${slug}-${count}`;
    if (!isTaken(programme, id)) return id;
  }
}

/**
 * Whether something has or ever had this id. Ids are unique across all kinds, since people type them without the kind, and
 * that of a record which was taken back stays its own: undoing that brings it back.
 */
export function isTaken(programme: Programme, id: string): boolean {
  const { missions, pilots, organisations, cities, groups, history } = programme;
  if ([missions, pilots, organisations, cities, groups].some((records) => records.has(id))) return true;
  return RecordKind.options.some((kind) => history.has(recordKey({ kind, id })));
}

function romanised(text: string): string {
  return text.replace(/\p{Script=Han}+/gu, (han) => ` ${readingOf(han).join(' ')} `);
}

function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= LONGEST) return words;
  return words
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST);
}
