import { factsOfFields, quotedTold } from '../bot/changes/describe-change.js';
import { findItem, type Item, titleOf } from '../bot/changes/record.js';
import { authorOf } from '../bot/presenter/author.js';
import type { View } from '../bot/presenter/view.js';
import { told } from '../bot/presenter/words.js';
import type { Block, ListItem } from '../bot/reply.js';
import type { Localized } from '../programme/localized.js';
import type { Digest } from './compose.js';
import { excerpt } from './excerpt.js';
import type { RecordNews } from './net-effect.js';

/** As many records of a kind as a phone's screen bears; the rest are counted. */
const SHOWN = 8;
const NOTES_SHOWN = 2;

/** What is new, kind by kind. A kind is named only when there are several. */
export function newsBlocks(digest: Digest, view: View): Block[] {
  const { t } = view.language;
  const groups = [
    { label: t('digest:kind.mission'), news: digest.missions },
    { label: t('digest:kind.pilot'), news: digest.pilots },
    { label: t('digest:kind.partner'), news: digest.partners },
  ].filter(({ news }) => news.length > 0);
  if (groups.length === 0) return [];
  const labelled = (label: string): Block[] => (groups.length > 1 ? [{ kind: 'text', text: label }] : []);
  return [
    { kind: 'heading', text: t('digest:news.heading') },
    ...groups.flatMap(({ label, news }): Block[] => [
      ...labelled(label),
      {
        kind: 'list',
        numbered: false,
        items: news.slice(0, SHOWN).map((one) => newsItem(one, view)),
      },
      ...more(news.length - SHOWN, view),
    ]),
  ];
}

function more(count: number, { language }: View): Block[] {
  return count > 0 ? [{ kind: 'text', text: language.t('digest:news.more', { count }) }] : [];
}

/** "Wine institute: proposed → agreed · Li Wei (Yantai)", with its notes below. */
function newsItem(news: RecordNews, view: View): ListItem {
  const { t, formats } = view.language;
  const by = formats.list(news.by.map((author) => authorOf(author, view)));
  const text = t('digest:news.by', { news: clause(news, view), by });
  const notes = news.notes.slice(-NOTES_SHOWN).map((note) => quotedTold(view, shortened(note)));
  return notes.length === 0 ? { text } : { text, detail: notes.join(' ') };
}

function shortened(note: Localized): Localized {
  return Object.fromEntries(Object.entries(note).map(([locale, words]) => [locale, excerpt(words)]));
}

function clause(news: RecordNews, view: View): string {
  const { t } = view.language;
  const item = itemOf(news, view);
  const title = item === undefined ? news.ref.id : told(titleOf(item), view);
  if (news.kind !== 'changed')
    return t(`digest:news.${news.kind}`, { what: item === undefined ? title : dated(item, title, view) });
  if (news.fields.length === 0) return t('digest:news.note', { what: title });
  return t('digest:news.changed', { what: title, changes: changesOf(news, view) });
}

/** The record as it is now, or as it was when it came or went. */
function itemOf({ ref, record }: RecordNews, { programme }: View): Item | undefined {
  const live = findItem(programme, ref);
  if (live !== undefined || record === undefined) return live;
  return { kind: ref.kind, record } as Item; // A change's record is of its target's kind.
}

function dated(item: Item, title: string, { language: { t, formats } }: View): string {
  return item.kind === 'mission'
    ? t('answers:mission.line', { date: formats.date(item.record.date), title })
    : title;
}

/** "proposed → agreed; Theme: Culture → Tourism". A status needs no label; long texts are only said to be revised. */
function changesOf({ ref, fields }: RecordNews, view: View): string {
  const { t } = view.language;
  const status = t('changes:field.status');
  const changes = factsOfFields(view, ref.kind, fields).map(({ label, before = '', value: after }) =>
    label === status
      ? t('answers:layout.changed', { before, value: after })
      : t('changes:line.field', { label, before, after }),
  );
  return changes.length === 0 ? t('digest:news.revised') : changes.join(t('changes:line.and'));
}
