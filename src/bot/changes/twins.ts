import { tell } from '../../programme/localized.js';
import type { Desk } from './draft.js';
import { allItems, bareTitle, fieldOf, type Item, sameValue, titleOf } from './record.js';
import { refusal } from './refusal.js';

/**
 * A record that is there already is added again only with a note that says why: one of the same title, a partner by any
 * of its names, or a mission of the same date with the same title or parties. @throws Refused without a note
 */
export function checkNew(desk: Desk, item: Item, hasNote: boolean): void {
  if (hasNote) return;
  const { t, locale } = desk.language;
  const titles = new Set(Object.values(titleOf(item)).map(bareTitle));
  const twin = allItems(desk.programme).find((other) => {
    if (other.kind !== item.kind) return false;
    const isNamed = namesOf(other).some((name) => name !== '' && titles.has(name));
    if (item.kind !== 'mission' || other.kind !== 'mission') return isNamed;
    return item.record.date === other.record.date && (isNamed || sameParties(item, other));
  });
  if (twin === undefined) return;
  throw refusal(
    desk,
    t('changes:refused.duplicate', { title: tell(titleOf(twin), locale).text, id: twin.record.id }),
  );
}

/** An organisation's other names are its own; those of a pilot or mission are words that may fit the next one as well. */
function namesOf(item: Item): readonly string[] {
  const titles = Object.values(titleOf(item));
  const { en, zh } = item.record.aliases;
  return (item.kind === 'partner' ? [...titles, ...en, ...zh] : titles).map(bareTitle);
}

function sameParties(a: Item, b: Item): boolean {
  return ['travellers', 'hosts', 'participants'].every((field) =>
    sameValue(fieldOf(a, field), fieldOf(b, field)),
  );
}
