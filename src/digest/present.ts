import { timeLeft } from '../bot/presenter/time-phrase.js';
import type { View } from '../bot/presenter/view.js';
import { told, withAside } from '../bot/presenter/words.js';
import type { Block, ListItem, Reply } from '../bot/reply.js';
import type { Subscription } from '../bot/state.js';
import type { Languages } from '../i18n/languages.js';
import type { Locale } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';
import type { Digest } from './compose.js';
import { newsBlocks } from './present-news.js';
import { waitingItem } from './waiting-item.js';

/** What a digest is put into words with. */
export interface DigestView {
  programme: Programme;
  languages: Languages;
  /** The conversation's time zone. */
  timezone: string;
}

/** The languages of a digest in the order in which it is read: `first` leads when there are two. */
export function localesOf(
  languages: Subscription['languages'],
  first: Locale,
): readonly [Locale, ...Locale[]] {
  if (languages !== 'both') return [languages];
  return [first, first === 'en' ? 'zh' : 'en'];
}

/**
 * A digest in words, in one language or one after the other in both. Without facts it says that all is quiet, for those who asked
 * for a sign of life.
 */
export function presentDigest(
  digest: Digest | undefined,
  date: Day,
  locales: readonly [Locale, ...Locale[]],
  { programme, languages, timezone }: DigestView,
): Reply {
  const blocks = locales.flatMap((locale): Block[] => {
    const view = { programme, language: languages[locale], timezone, today: date };
    return [
      heading(date, view),
      ...(digest === undefined ? quiet(view) : body(digest, view)),
      howToAsk(digest, view),
    ];
  });
  return { locale: locales[0], blocks, audience: 'conversation' };
}

function heading(date: Day, view: View): Block {
  const { t, locale } = view.language;
  const programme = told(view.programme.overview.shortName, view);
  return {
    kind: 'heading',
    text: t('digest:heading', { programme, date: dayNames[locale].format(new Date(date)) }),
  };
}

const dayParts = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
const dayNames: Record<Locale, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', dayParts),
  zh: new Intl.DateTimeFormat('zh-CN', dayParts),
};

function quiet({ language }: View): Block[] {
  return [{ kind: 'text', text: language.t('digest:quiet') }];
}

function body(digest: Digest, view: View): Block[] {
  return [
    ...newsBlocks(digest, view),
    ...section('digest:coming.heading', coming(digest, view), view),
    ...section('digest:anniversary.heading', anniversaries(digest, view), view),
    ...untranslated(digest, view),
  ];
}

type SectionHeading = `digest:${'coming' | 'anniversary' | 'untranslated'}.heading`;

function section(headingKey: SectionHeading, items: readonly ListItem[], { language }: View): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: language.t(headingKey) },
    { kind: 'list', numbered: false, items },
  ];
}

function coming({ coming }: Digest, view: View): ListItem[] {
  const { t, formats } = view.language;
  return coming.map((mission) => {
    const line = t('answers:mission.line', {
      date: formats.date(mission.date),
      title: told(mission.title, view),
    });
    // A month that has not begun would only repeat its name: "April 2021 begins in 12 days".
    const left = mission.date.length === 10 ? timeLeft(mission.date, view) : undefined;
    return { text: withAside(line, left === undefined ? [] : [left], view) };
  });
}

function anniversaries({ anniversaries }: Digest, view: View): ListItem[] {
  return anniversaries.map(({ mission, event, years }) => {
    const title = told(mission.title, view);
    const what = event === undefined ? title : withAside(told(event, view), [title], view);
    return { text: view.language.t('digest:anniversary.line', { count: years, what }) };
  });
}

function untranslated({ untranslated }: Digest, view: View): Block[] {
  const [first] = untranslated;
  if (first === undefined) return [];
  return [
    ...section(
      'digest:untranslated.heading',
      untranslated.map((waiting) => waitingItem(waiting, view.language)),
      view,
    ),
    { kind: 'text', text: view.language.t('digest:untranslated.how', { change: first.change.id }) },
  ];
}

/** An example that can be asked just so: about a pilot in the news, or else the first that has partners. */
function howToAsk(digest: Digest | undefined, view: View): Block {
  const { t } = view.language;
  const inNews = digest?.pilots.flatMap(({ ref }) => view.programme.pilots.get(ref.id) ?? []) ?? [];
  const pilot = [...inNews, ...view.programme.pilots.values()].find(({ partners }) => partners.length > 0);
  const text =
    pilot === undefined ? t('digest:ask-any') : t('digest:ask', { pilot: told(pilot.title, view) });
  return { kind: 'note', text };
}
