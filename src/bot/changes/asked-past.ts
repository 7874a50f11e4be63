import type { RecordRef } from '../../programme/change.js';
import { type Day, LAST_DAY } from '../../programme/partial-date.js';
import type { Context } from '../command.js';
import { spaced, withoutAll } from '../plain-words.js';
import type { Reply } from '../reply.js';
import { itemNamed } from './find-item.js';
import { type ChangesView, changesReply, historyReply } from './history-reply.js';
import { refOf } from './record.js';
import { startOf } from './since.js';
import { standingWords } from './vocabulary.js';

type Reading = Pick<Context, 'engine' | 'programme' | 'languages' | 'today'>;

/** What a question asks of what was changed: everything, perhaps since a day, or one record's story. */
type PastAsked = { since: Day | undefined } | { record: RecordRef };

/** The changes that words ask for: "What's new?", 五月以来有什么变化, "the history of …"; `undefined` where they ask for none. */
export function askedPast(context: ChangesView & Reading, typed: string): Reply | undefined {
  const asked = readPast(context, typed);
  if (asked === undefined) return undefined;
  return 'record' in asked ? historyReply(context, asked.record) : changesReply(context, asked.since);
}

function readPast(reading: Reading, typed: string): PastAsked | undefined {
  const text = spaced(typed);
  const holds = (word: string) => text.includes(word);
  const ofRecord = standingWords(reading.languages, 'changes:asked.history').find(holds);
  // The record stands behind "history of", and before 的历史.
  for (const words of ofRecord === undefined ? [] : text.split(ofRecord)) {
    const item = itemNamed(reading, bare(words, reading.languages));
    if (item !== undefined) return { record: refOf(item) };
  }
  return standingWords(reading.languages, 'changes:asked.news').some(holds)
    ? readNews(reading, typed)
    : undefined;
}

/** Words without an article or a request. */
function bare(words: string, languages: Reading['languages']): string {
  return withoutAll(` ${words} `, standingWords(languages, 'changes:asked.before')).trim();
}

/** Beside news, only a day may be named, since which they are asked for. */
function readNews(reading: Reading, typed: string): PastAsked | undefined {
  const { engine, languages, today } = reading;
  if (holdsOnlyNews(typed, languages)) return { since: undefined };
  const [day, ...others] = engine.explain(typed, { today }).dates;
  if (day === undefined || others.length > 0 || day.range.to !== LAST_DAY) return undefined;
  const rest = day.text.split(' ').reduce((left, part) => left.replace(part, ' '), typed);
  return holdsOnlyNews(rest, languages) ? { since: startOf(reading, typed) } : undefined;
}

function holdsOnlyNews(typed: string, languages: Reading['languages']): boolean {
  const known = (['changes:asked.news', 'changes:asked.besides'] as const).flatMap((key) =>
    standingWords(languages, key),
  );
  return withoutAll(spaced(typed), known).trim() === '';
}
