import { type Localized, tell } from '../../programme/localized.js';
import type { View } from './view.js';

/** A text in the reader's language; one that exists only in the other language says so. */
export function told(value: Localized, { language }: View): string {
  const { text, locale } = tell(value, language.locale);
  return locale === language.locale ? text : language.t(`answers:only.${locale}`, { text });
}

/** The name of a city, or of a group as it stands within a sentence ("the European cities"). */
export function partyName(id: string, view: View): string {
  const city = view.programme.cities.get(id);
  if (city !== undefined) return told(city.name, view);
  const group = view.programme.groups.get(id);
  return group === undefined ? id : view.language.t('answers:group', { name: told(group.name, view) });
}

/** "Rome, Granada and the Chinese cities". */
export function partyNames(ids: Iterable<string>, view: View): string {
  return view.language.formats.list([...ids].map((id) => partyName(id, view)));
}

export function organisationName(id: string, view: View): string {
  const organisation = view.programme.organisations.get(id);
  return organisation === undefined ? id : told(organisation.name, view);
}

export function countryName(code: string, view: View): string {
  const country = view.programme.countries.get(code);
  return country === undefined ? code : told(country.name, view);
}

/** With a capital first letter, as a heading or a sentence begins. Han characters have none and stay. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === '' ? text : first.toUpperCase() + text.slice(first.length);
}

/** A title within a sentence, in the quotation marks of the language. */
export function quoted(text: string, { language }: View): string {
  return language.t('answers:quoted', { text });
}

/** "Nanjing Tech Week (June 2019)"; just the text when there is nothing to add. */
export function withAside(text: string, aside: readonly string[], { language }: View): string {
  const separator = language.t('answers:aside-separator');
  return aside.length === 0 ? text : language.t('answers:aside', { text, aside: aside.join(separator) });
}

/** Longer values in a row, which may hold commas themselves: "…; …". */
export function clauses(values: readonly string[], { language }: View): string {
  return values.join(language.t('answers:clause-separator'));
}
