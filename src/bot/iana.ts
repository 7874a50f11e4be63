/** Offsets are looked for among zones whose clocks do not change; both halves of a year show whether they do. */
const halves = (year: number) => [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year, 6, 1))] as const;

// Intl takes longer to tell than the rest of an answer takes, and every message brings its sender's zone.
const canonical = new Map<string, string | undefined>();
const KEPT = 1000;

/**
 * The zone's name as the IANA database writes it, or `undefined` when there is no such zone. A newer name is kept where
 * Intl still prints an older one (Europe/Kyiv).
 */
export function canonicalZone(name: string): string | undefined {
  if (canonical.has(name)) return canonical.get(name);
  if (canonical.size >= KEPT) canonical.clear();
  const zone = askedOfIntl(name);
  canonical.set(name, zone);
  return zone;
}

function askedOfIntl(name: string): string | undefined {
  let known: string;
  try {
    known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
  if (known.toLowerCase() === name.toLowerCase() || !name.includes('/')) return known;
  return name
    .toLowerCase()
    .replace(/(^|[/_-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/**
 * A zone that keeps an offset from UTC all year: "+08:00", "UTC+8", "GMT-3:30". Node 20's Intl has no offset zones, so
 * whole hours become Etc/GMT zones (whose sign is the other way round) and others a place that keeps that time.
 */
export function zoneOfOffset(text: string): string | undefined {
  const match = /^(?:utc|gmt)? ?([+\-−])(\d{1,2})(?::?([0-5]\d))?$/i.exec(text);
  if (match === null) return undefined;
  const minutes = (match[1] === '+' ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  if (minutes === 0) return 'UTC';
  if (minutes % 60 !== 0) {
    return Intl.supportedValuesOf('timeZone').find((zone) =>
      halves(new Date().getUTCFullYear()).every((at) => offsetMinutes(at, zone) === minutes),
    );
  }
  const hours = minutes / 60;
  return canonicalZone(`Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
}

/** Minutes that a zone's clock is ahead of UTC at an instant. */
export function offsetMinutes(at: Date, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const written = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d\d):(\d\d)/.exec(written);
  return match === null ? 0 : (match[1] === '+' ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** How a zone is shown: "Europe/Rome (UTC+1)", "UTC+8", "UTC". The same in every language. */
export function zoneLabel(timezone: string, at: Date): string {
  const minutes = offsetMinutes(at, timezone);
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  const offset =
    minutes === 0
      ? 'UTC'
      : `UTC${minutes > 0 ? '+' : '-'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
  return timezone.startsWith('Etc/') || timezone === 'UTC' ? offset : `${timezone} (${offset})`;
}
