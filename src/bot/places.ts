import { Locale } from '../programme/localized.js';
import { canonicalZone } from './iana.js';

/** Parts of the world that head an IANA name. */
const areas = ['Europe', 'Asia', 'Africa', 'America', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

let cities: ReadonlyMap<string, string> | undefined;
let countries: ReadonlyMap<string, string> | undefined;

/**
 * The zone of a place as Intl names it in English or Chinese: the city of an IANA name ("Rome", "Lord Howe"), a
 * country with one main time ("Italy"), a city of a country with several ("Urumqi").
 */
export function zoneOfPlace(text: string): string | undefined {
  const wanted = comparable(text);
  cities ??= placesBy((zone) => [cityOf(zone)]);
  const city = cities.get(wanted) ?? unlistedCity(wanted);
  if (city !== undefined) return city;
  // Asks Intl for two names of every zone, a tenth of a second once; so only when it must.
  countries ??= placesBy((zone) => Locale.options.flatMap((locale) => genericName(zone, locale) ?? []));
  return countries.get(wanted);
}

/** A name without case and accents. */
export function comparable(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function placesBy(namesOf: (zone: string) => string[]): ReadonlyMap<string, string> {
  const zones = Intl.supportedValuesOf('timeZone');
  return new Map(zones.flatMap((zone) => namesOf(zone).map((name) => [comparable(name), zone])));
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Names that Intl accepts and does not list: Asia/Kolkata, Asia/Chongqing. */
function unlistedCity(wanted: string): string | undefined {
  if (!/^[a-z -]+$/.test(wanted)) return undefined;
  const city = wanted.replaceAll(' ', '_');
  return areas.map((area) => canonicalZone(`${area}/${city}`)).find((zone) => zone !== undefined);
}

/** "Italy" out of "Italy Time": CLDR's name for a zone that is its country's main one, or else its city's. */
function genericName(zone: string, locale: Locale): string | undefined {
  const [before, after] = affixes(locale);
  const name = timeName(zone, locale);
  if (!name.startsWith(before) || !name.endsWith(after)) return undefined;
  return name.slice(before.length, name.length - after.length);
}

const known = new Map<Locale, readonly [string, string]>();

/** What a language puts around a place's name to say "the time of": seen on a country that has one time. */
function affixes(locale: Locale): readonly [string, string] {
  const found = known.get(locale);
  if (found !== undefined) return found;
  const japan = new Intl.DisplayNames(locale, { type: 'region' }).of('JP') ?? '';
  const [before = '', after = ''] = timeName('Asia/Tokyo', locale).split(japan);
  known.set(locale, [before, after]);
  return [before, after];
}

function timeName(zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
