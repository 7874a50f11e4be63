import * as z from 'zod';
import { readLocaleFile } from '../i18n/locale-files.js';
import { Locale } from '../programme/localized.js';
import type { Programme } from '../programme/programme.js';
import { canonicalZone, zoneOfOffset } from './iana.js';
import { comparable, zoneOfPlace } from './places.js';

/** `locales/LOCALE/zones.json`: what people call cities and times that Intl does not know by that name. */
const ZoneNames = z.record(z.string(), z.string());

let names: ReadonlyMap<string, string> | undefined;

/**
 * The time zone that a person means: an IANA name ("Europe/Rome"), a city or country in either language ("Rome",
 * "Italy"), a city of the programme, or an offset ("+08:00", "UTC+8").
 *
 * @returns an IANA name that every supported Node accepts, or `undefined` when nothing or more than one thing is meant
 */
export function findTimezone(typed: string, programme?: Pick<Programme, 'cities'>): string | undefined {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (text === '') return undefined;
  return (
    zoneOfOffset(text) ??
    (text.includes('/') || /^(utc|gmt)$/i.test(text)
      ? canonicalZone(text.replaceAll(' ', '_'))
      : undefined) ??
    namedZones().get(comparable(text)) ??
    zoneOfPlace(text) ??
    zoneOfCity(text, programme)
  );
}

/** A city of the programme takes the time of its country, where that has one main time. */
function zoneOfCity(text: string, programme: Pick<Programme, 'cities'> | undefined): string | undefined {
  const wanted = comparable(text);
  for (const city of programme?.cities.values() ?? []) {
    const called = [...Object.values(city.name), ...city.aliases.en, ...city.aliases.zh];
    if (!called.some((name) => comparable(name) === wanted)) continue;
    const country = new Intl.DisplayNames('en', { type: 'region' }).of(city.country);
    return country === undefined ? undefined : zoneOfPlace(country);
  }
  return undefined;
}

function namedZones(): ReadonlyMap<string, string> {
  names ??= new Map(
    Locale.options
      .flatMap((locale) => Object.entries(ZoneNames.parse(readLocaleFile(locale, 'zones'))))
      .map(([name, zone]) => [comparable(name), zone]),
  );
  return names;
}
