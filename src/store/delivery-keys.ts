import { createHash } from 'node:crypto';

/** Keys outlive their deliveries by more than a year, so that not even a yearly job repeats itself. */
export const KEEP_KEYS_DAYS = 400;

/** Twelve characters (72 bits) that stand for a key: a million of them have two alike with a chance of one in ten thousand millions. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}

/** The hashes that a day's text is made of. */
export function hashesOf(text: string): string[] {
  return text.match(/.{12}/g) ?? [];
}

/** The UTC day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The first day whose keys are still kept at `now`. */
export function firstKeptDay(now: Date): string {
  return dayOf(new Date(now.getTime() - KEEP_KEYS_DAYS * 86_400_000));
}
