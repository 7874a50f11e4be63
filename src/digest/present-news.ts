import type { View } from '../bot/presenter/view.js';
import { partyName, quoted, told, withAside } from '../bot/presenter/words.js';
import type { Block, ListItem } from '../bot/reply.js';
import type { RecordRef } from '../programme/change.js';
import { recordKey } from '../programme/change.js';
import type { Programme } from '../programme/programme.js';
import type { Digest } from './compose.js';
import { excerpt } from './excerpt.js';
import { fieldWords } from './field-words.js';
import type { AnyRecord, Author, RecordNews } from './net-effect.js';
import type { CitiesOf } from './present.js';

/** As many records of a kind as a phone's screen bears; the rest are counted. */
const SHOWN = 8;
const NOTES_SHOWN = 2;

/** What is new, kind by kind. A kind is named only when there are several. */
export function newsBlocks(digest: Digest, view: View, citiesOf: CitiesOf): Block[] {
  const { t } = view.language;
  const groups = [
    { label: t('digest:kind.mission'), news: digest.missions },
    { label: t('digest:kind.pilot'), news: digest.pilots },
    { label: t('digest:kind.partner'), news: digest.partners },
  ].filter(({ news }) => news.length > 0);
  const announced = digest.announcements.map((text) => ({ text: excerpt(told(text, view)) }));
  const kinds = groups.length + (announced.length > 0 ? 1 : 0);
  if (kinds === 0) return [];
  const labelled = (label: string): Block[] => (kinds > 1 ? [{ kind: 'text', text: label }] : []);
  return [
    { kind: 'heading', text: t('digest:news.heading') },
    ...groups.flatMap(({ label, news }): Block[] => [
      ...labelled(label),
      {
        kind: 'list',
        numbered: false,
        items: news.slice(0, SHOWN).map((one) => newsItem(one, view, citiesOf)),
      },
      ...more(news.length - SHOWN, view),
    ]),
    ...(announced.length > 0
      ? [
          ...labelled(t('digest:news.announcements')),
          { kind: 'list', numbered: false, items: announced } as const,
        ]
      : []),
  ];
}

function more(count: number, { language }: View): Block[] {
  return count > 0 ? [{ kind: 'text', text: language.t('digest:news.more', { count }) }] : [];
}

/** "Wine institute: proposed → agreed (Li Wei, Yantai)", with its notes below. */
function newsItem(news: RecordNews, view: View, citiesOf: CitiesOf): ListItem {
  const text = withAside(clause(news, view), authors(news.by, view, citiesOf), view);
  const notes = news.notes.slice(-NOTES_SHOWN).map((note) => quoted(excerpt(told(note, view)), view));
  return notes.length === 0 ? { text } : { text, detail: notes.join(' ') };
}

function clause(news: RecordNews, view: View): string {
  const { t } = view.language;
  const record = recordOf(view.programme, news.ref) ?? news.record;
  const title =
    record === undefined ? recordKey(news.ref) : told('title' in record ? record.title : record.name, view);
  const what = record === undefined || news.kind === 'changed' ? title : dated(record, title, view);
  if (news.kind !== 'changed') return t(`digest:news.${news.kind}`, { what });
  if (news.fields.length === 0) return t('digest:news.note', { what });
  const changes = [...new Set(news.fields.map((field) => fieldWords(news.ref.kind, field, view)))];
  return t('digest:news.changed', { what, changes: changes.join(t('digest:news.separator')) });
}

function dated(record: AnyRecord, title: string, { language: { t, formats } }: View): string {
  return 'date' in record ? t('answers:mission.line', { date: formats.date(record.date), title }) : title;
}

function recordOf(programme: Programme, { kind, id }: RecordRef): AnyRecord | undefined {
  switch (kind) {
    case 'mission':
      return programme.missions.get(id);
    case 'pilot':
      return programme.pilots.get(id);
    case 'partner':
      return programme.organisations.get(id);
  }
}

/** Names, and for one author alone the city that they speak for. */
function authors(by: readonly Author[], view: View, citiesOf: CitiesOf): string[] {
  const [only] = by;
  const cities = only === undefined || by.length > 1 ? [] : citiesOf(only.id);
  const [city] = cities;
  return [
    view.language.formats.list(by.map(({ name }) => name)),
    ...(city !== undefined && cities.length === 1 ? [partyName(city, view)] : []),
  ];
}
