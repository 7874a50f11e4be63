import { bothLanguages, comparable } from '../bot/changes/vocabulary.js';
import type { Subscription } from '../bot/state.js';
import { findTimezone } from '../bot/timezone.js';
import type { Languages } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Programme } from '../programme/programme.js';
import { type ReadTime, TimeReader } from './read-time.js';

/** What somebody asks of their conversation's digest. */
export type DigestSettings = Partial<
  Pick<Subscription, 'time' | 'timezone' | 'languages' | 'days' | 'heartbeat' | 'until'>
>;

/** Typed words that are no setting. */
export type UnknownWords = Exclude<ReadTime, { time: string }> | { unknown: 'timezone'; word: string };

/**
 * Reads "09:00 Europe/Rome en", in either language and any order: a time, a time zone, and words for languages, days,
 * the weekly sign of life and the latest time.
 */
export function readSettings(
  typed: string,
  languages: Languages,
  programme: Programme,
): DigestSettings | UnknownWords {
  const times = new TimeReader(languages);
  const settings: DigestSettings = {};
  let words = comparable(typed);
  const untilWords = bothLanguages(languages, 'digest:words.until').map(comparable);
  const until = new RegExp(`(?:^|\\s)(?:${untilWords.join('|')})\\s+`, 'u').exec(words);
  if (until !== null) {
    const latest = words.slice(until.index + until[0].length);
    const found = times.find(latest);
    if (found === undefined || found.before !== '')
      return { unknown: 'time', word: latest.split(' ')[0] ?? '' };
    if ('unknown' in found.read) return found.read;
    settings.until = found.read.time;
    words = `${words.slice(0, until.index)} ${found.after}`;
  }
  const found = times.find(words);
  if (found !== undefined) {
    if ('unknown' in found.read) return found.read;
    settings.time = found.read.time;
    words = `${found.before} ${found.after}`;
  }
  let rest = words.split(' ').filter((word) => word !== '');
  for (const { key, setting } of choices) {
    for (const word of bothLanguages(languages, key)) {
      const at = placeOf(rest, comparable(word).split(' '));
      if (at === undefined) continue;
      Object.assign(settings, setting);
      rest = rest.toSpliced(at, comparable(word).split(' ').length);
    }
  }
  const word = rest.join(' ');
  if (word === '') return settings;
  const timezone = findTimezone(word, programme);
  if (timezone !== undefined) return { ...settings, timezone };
  const time = settings.time === undefined ? wronglyTimed(rest, languages) : undefined;
  if (time !== undefined) return { unknown: 'time', word: time };
  return { unknown: 'timezone', word: besideZone(rest, programme) };
}

/** What is left of the words when the longest time zone at their beginning or end is taken out: that one is not to blame. */
function besideZone(words: readonly string[], programme: Programme): string {
  for (let count = words.length - 1; count > 0; count -= 1) {
    if (findTimezone(words.slice(0, count).join(' '), programme) !== undefined)
      return words.slice(count).join(' ');
    if (findTimezone(words.slice(-count).join(' '), programme) !== undefined)
      return words.slice(0, -count).join(' ');
  }
  return words.join(' ');
}

/** What was meant for a time though it is not written as one: "noon", or with a Han numeral. */
function wronglyTimed(words: readonly string[], languages: Languages): string | undefined {
  const clockWords = bothLanguages(languages, 'digest:words.clock').map(comparable);
  const isHan = (word: string) => /\p{Script=Han}/u.test(word);
  return words.find(
    (word) =>
      /^\d/.test(word) ||
      clockWords.some((clockWord) => word === clockWord || (isHan(clockWord) && word.includes(clockWord))),
  );
}

const choices: readonly { key: MessageKey; setting: DigestSettings }[] = [
  { key: 'digest:words.languages.both', setting: { languages: 'both' } },
  { key: 'digest:words.languages.en', setting: { languages: 'en' } },
  { key: 'digest:words.languages.zh', setting: { languages: 'zh' } },
  { key: 'digest:words.days.weekdays', setting: { days: 'weekdays' } },
  { key: 'digest:words.days.every-day', setting: { days: 'every-day' } },
  { key: 'digest:words.heartbeat.never', setting: { heartbeat: 'never' } },
  { key: 'digest:words.heartbeat.weekly', setting: { heartbeat: 'weekly' } },
];

function placeOf(words: readonly string[], phrase: readonly string[]): number | undefined {
  const at = words.findIndex((_, index) => phrase.every((word, offset) => words[index + offset] === word));
  return at < 0 ? undefined : at;
}
