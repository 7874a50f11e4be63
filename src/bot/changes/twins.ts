import { tell } from '../../programme/localized.js';
import type { Desk } from './draft.js';
import { allItems, fieldOf, type Item, itemsTitled, sameValue, titleOf } from './record.js';
import { refusal } from './refusal.js';

/**
 * A record that is there already is added again only with a note that says why: one of the same title, or a mission of the
 * same date with the same title or parties. @throws Refused without a note
 */
export function checkNew(desk: Desk, item: Item, hasNote: boolean): void {
  if (hasNote) return;
  const { t, locale } = desk.language;
  const titled = new Set(Object.values(titleOf(item)).flatMap((title) => itemsTitled(desk.programme, title)));
  const twin = allItems(desk.programme).find((other) => {
    if (other.kind !== item.kind) return false;
    const sameTitle = [...titled].some(({ record }) => record.id === other.record.id);
    if (item.kind !== 'mission' || other.kind !== 'mission') return sameTitle;
    return item.record.date === other.record.date && (sameTitle || sameParties(item, other));
  });
  if (twin === undefined) return;
  throw refusal(
    desk,
    t('changes:refused.duplicate', { title: tell(titleOf(twin), locale).text, id: twin.record.id }),
  );
}

function sameParties(a: Item, b: Item): boolean {
  return ['travellers', 'hosts', 'participants'].every((field) =>
    sameValue(fieldOf(a, field), fieldOf(b, field)),
  );
}
