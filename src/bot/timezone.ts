/** The IANA name of a time zone that was typed: an IANA name in any case, or an offset; `undefined` for anything else. */
export function findTimezone(typed: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
