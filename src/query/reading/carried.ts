import { tell } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import type { DateRange } from '../query.js';
import { holdsHan } from '../text/han.js';
import type { Token } from '../text/tokens.js';

export function spoken(programme: Programme, kind: string, id: string, tokens: readonly Token[]): string {
  const locale = tokens.some((token) => holdsHan(token.text)) ? 'zh' : 'en';
  const tables = {
    city: programme.cities,
    country: programme.countries,
    group: programme.groups,
    organisation: programme.organisations,
    theme: programme.themes,
    topic: programme.topics,
  } as const;
  const named = kind in tables ? tables[kind as keyof typeof tables].get(id)?.name : undefined;
  const titled = kind === 'mission' ? programme.missions.get(id)?.title : programme.pilots.get(id)?.title;
  const text = named ?? titled;
  return text === undefined ? id : tell(text, locale).text;
}

/** Days as short as they can be written: "2019", "2019-06", "2019-09-01 – 2019-11-30". */
export function spokenRange({ from, to }: DateRange): string {
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31'))
    return from.slice(0, 4);
  if (from === to) return from;
  const isMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28;
  return isMonth ? from.slice(0, 7) : `${from} – ${to}`;
}
