import type { Found } from '../../query/answer.js';
import type { Block, Choice, ListItem } from '../reply.js';
import { asking } from './queries.js';
import { describeRecords } from './query-label.js';
import { isBare } from './query-noun.js';
import type { RecordIntent } from './records.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

/** As many records as a telephone shows at once. */
const PAGE = 10;

/** The part of a long list that this answer shows, and the choice that goes on with it. */
export interface Page<T> {
  records: readonly T[];
  blocks: readonly Block[];
  choices: readonly Choice[];
}

/** The page of the records that the view asks for; its blocks say how many there are and how to narrow them down. */
export function pageOf<T>(records: readonly T[], intent: RecordIntent, found: Found, view: View): Page<T> {
  if (records.length <= PAGE) return { records, blocks: [], choices: [] };
  const { t, formats } = view.language;
  const first = Math.min(view.from ?? 0, records.length - 1);
  const page = records.slice(first, first + PAGE);
  const left = records.length - first - page.length;
  const text = t('answers:list.range', {
    first: formats.number(first + 1),
    last: formats.number(first + page.length),
    total: formats.number(records.length),
    narrow: t(`answers:list.narrow.${intent}`),
  });
  const more = t('answers:list.more', { number: Math.min(left, PAGE) });
  return {
    records: page,
    blocks: [{ kind: 'text', text }],
    choices: left === 0 ? [] : [{ label: more, invocation: asking(found.query, view, first + PAGE) }],
  };
}

/** What a list is a list of, and how many: "Missions of Yantai (4)"; led by the number when that was asked. */
export function listHeading(intent: Exclude<RecordIntent, 'status'>, found: Found, view: View): Block {
  const { t, formats } = view.language;
  const count = found.items.length;
  const key = found.query.ask === 'count' ? 'count' : 'heading';
  // "8 cities": a number says itself that it is all of them.
  const what =
    key === 'count' && isBare(found.query)
      ? t(`answers:query.noun.${intent}`, { count })
      : describeRecords(found.query, view, count);
  const text = t(`answers:list.${key}.${intent}`, { what, number: formats.number(count) });
  return { kind: 'heading', text: capitalised(text) };
}

export function numbered(items: readonly ListItem[]): Block {
  return { kind: 'list', numbered: true, items };
}
