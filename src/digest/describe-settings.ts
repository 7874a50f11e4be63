import { wordOf } from '../bot/changes/vocabulary.js';
import { localTime } from '../bot/clock.js';
import { zoneLabel } from '../bot/iana.js';
import type { Fact } from '../bot/reply.js';
import type { Subscription } from '../bot/state.js';
import type { Language } from '../i18n/languages.js';
import type { Day } from '../programme/partial-date.js';
import { lateUntil, nextDigest } from './due.js';

/** A conversation's digest settings as labelled values; where it doesn't rest, with what comes next and beside it. */
export function settingsFacts(
  digest: Subscription,
  now: Date,
  settled: (date: Day) => boolean,
  language: Language,
): Fact[] {
  const { t, formats } = language;
  const zone = zoneLabel(digest.timezone, now);
  const next = nextDigest(digest, localTime(now, digest.timezone), settled);
  const facts: Fact[] = [
    { label: t('digest:settings.label.time'), value: t('digest:settings.time', { time: digest.time, zone }) },
    { label: t('digest:settings.label.days'), value: wordOf(language, `digest:words.days.${digest.days}`) },
    {
      label: t('digest:settings.label.languages'),
      value: t(`digest:settings.languages.${digest.languages}`),
    },
    { label: t('digest:settings.label.until'), value: lateUntil(digest) },
    {
      label: t('digest:settings.label.heartbeat'),
      value: t(`digest:settings.heartbeat.${digest.heartbeat}`),
    },
  ];
  if (digest.state === 'resting') return facts;
  return [
    ...facts,
    { label: t('digest:settings.label.next'), value: formats.date(next) },
    { label: t('digest:settings.label.announcements'), value: t('digest:settings.announcements') },
  ];
}

/** What a new digest has where nothing else is asked for. */
export const usualSettings = { days: 'weekdays', heartbeat: 'never', until: '20:00' } as const;

/** The words that set a digest up as it is now: what takes `digest off` back. */
export function wordsFor(digest: Subscription, language: Language): string {
  const { time, timezone, languages, days, heartbeat, until } = digest;
  const settings = [
    time,
    timezone,
    languages,
    ...(days === usualSettings.days ? [] : [wordOf(language, `digest:words.days.${days}`)]),
    ...(heartbeat === usualSettings.heartbeat
      ? []
      : [wordOf(language, `digest:words.heartbeat.${heartbeat}`)]),
    ...(until === usualSettings.until ? [] : [wordOf(language, 'digest:words.until'), until]),
  ];
  return language.t('digest:settings.command', { settings: settings.join(' ') });
}
