import { type RecordKind, type RecordRef, recordKey } from '../../programme/change.js';
import { type Context, Refused } from '../command.js';
import type { Invocation } from '../invocation.js';
import { told } from '../presenter/words.js';
import { text, toPerson } from '../replies.js';
import type { Block } from '../reply.js';
import { quotable } from './clean-text.js';
import { cutsOf } from './cuts.js';
import type { Desk } from './draft.js';
import { keysInWords } from './keys.js';
import { findItem, type Item, itemsHolding, itemsTitled, itemsWithin, refOf, titleOf } from './record.js';
import { incomplete, refusal } from './refusal.js';
import { isCourtesy } from './typed.js';
import { comparable, isWord } from './vocabulary.js';

/** As many near ones as a phone shows. */
const NEAR = 5;

const kinds = ['mission', 'pilot', 'partner'] as const satisfies readonly RecordKind[];

/** A record that words may mean; `exact` when they are one of its names. */
interface Candidate {
  item: Item;
  exact: boolean;
}

const outerMarks = /^["“”「」＂]+|["“”「」＂]+$/gu;

/** The record with this key (`pilot:wine-institute`) or id. */
export function itemByKey(programme: Desk['programme'], typed: string): Item | undefined {
  const [first = '', second] = comparable(typed).split(':');
  const wanted = kinds.filter((kind) => second === undefined || kind === first);
  for (const kind of wanted) {
    const item = findItem(programme, { kind, id: second ?? first });
    if (item !== undefined) return item;
  }
  return undefined;
}

/**
 * Names the one record that is meant by a key, an id or words.
 * @throws Refused with the near ones, each of which opens what `retry` makes of it, when none or several are named
 */
export function resolveItem(context: Context, words: string, retry: (key: string) => Invocation): RecordRef {
  const typed = withoutKind(context, words.replace(outerMarks, ''));
  const named = itemNamed(context, typed);
  if (named !== undefined) return refOf(named);
  const candidates = candidatesFor(context, typed);
  const exact = candidates.filter((candidate) => candidate.exact);
  const [within, ...others] =
    exact.length > 0 || isPlace(context, typed) ? [] : itemsWithin(context.programme, typed);
  if (within !== undefined && others.length === 0) return refOf(within);
  const before = exact.length > 0 ? undefined : itemBefore(context, typed, retry('').command);
  if (before !== undefined) return refOf(before);
  const found = (exact.length > 0 ? exact : candidates).map(({ item }) => item);
  const fitting =
    exact.length > 0 ? found : isPlace(context, typed) ? [] : itemsHolding(context.programme, typed);
  const near = fitting.length > 1 ? fitting : [...fitting, ...found];
  throw notOne(context, typed, distinct(near), fitting.length, retry);
}

/** "mission tech-week" is what it says after the word of its kind. */
function withoutKind(context: Context, typed: string): string {
  const [first = '', ...rest] = typed.split(/\s+/u);
  const isKind = kinds.some((kind) => isWord(context.languages, `changes:kind.${kind}`, first));
  return isKind && rest.length > 0 && !namesItem(context, typed) ? rest.join(' ') : typed;
}

function distinct(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [recordKey(refOf(item)), item])).values()];
}

/** The one record that words are the key, the id or a name of. */
export function itemNamed(reading: Pick<Context, 'engine' | 'programme'>, typed: string): Item | undefined {
  const byKey = itemByKey(reading.programme, typed);
  if (byKey !== undefined) return byKey;
  const [only, ...others] = candidatesNamed(reading, typed).filter(({ exact }) => exact);
  return others.length === 0 ? only?.item : undefined;
}

/**
 * The record before a "please", where a change is proposed. Whatever else stands behind its name must not be taken for a change.
 * @throws Refused with the record, these words and how a change is written, unless the words name a record too
 */
function itemBefore(context: Context, typed: string, command: string): Item | undefined {
  if (context.commands.get(command)?.mutates !== true) return undefined;
  for (const { words, behind } of cutsOf(typed)) {
    const item = itemNamed(context, words);
    if (item === undefined) continue;
    if (isCourtesy(context, behind)) return item;
    const isKey = itemByKey(context.programme, words) !== undefined;
    if (!isKey && candidatesNamed(context, behind).length > 0) return undefined;
    const { t } = context.language;
    const form = command === 'update' ? 'values' : 'reason';
    const sentence = t(`changes:item.behind.${form}`, {
      title: told(titleOf(item), context),
      word: quotable(behind),
      allowed: keysInWords(context.language, item.kind),
    });
    throw incomplete(context, command, sentence);
  }
  return undefined;
}

/** A place alone names no record, though only one title may hold it. */
function isPlace({ engine }: Context, typed: string): boolean {
  return engine.find(typed).some(({ kind, exact }) => kind === 'city' && exact);
}

/** Whether words name just one record, wherever they are typed: by its key, id, title or another name of it. */
export function namesItem(reading: Pick<Context, 'engine' | 'programme'>, typed: string): boolean {
  const words = typed.replace(outerMarks, '');
  if (itemByKey(reading.programme, words) !== undefined) return true;
  return candidatesNamed(reading, words).some(({ exact }) => exact);
}

/** The records that words of a question name or tell, if any. */
export function itemsMeant(context: Context, typed: string): Item[] {
  return candidatesFor(context, typed).map(({ item }) => item);
}

/** Records that the words name, else missions that they tell ("Rome to Liuzhou"). */
function candidatesFor(context: Context, typed: string): Candidate[] {
  const named = candidatesNamed(context, typed);
  if (named.length > 0) return named;
  const { engine, programme, today } = context;
  const answer = engine.ask(typed, { today, intent: 'missions' });
  if (answer.outcome !== 'answer' || answer.query.clauses.length + answer.query.dates.length === 0) return [];
  return answer.items.flatMap((id) => {
    const item = findItem(programme, { kind: 'mission', id });
    return item === undefined ? [] : [{ item, exact: false }];
  });
}

function candidatesNamed(
  { engine, programme }: Pick<Context, 'engine' | 'programme'>,
  typed: string,
): Candidate[] {
  const titled = itemsTitled(programme, typed);
  if (titled.length > 0) return titled.map((item) => ({ item, exact: true }));
  return engine.find(typed).flatMap(({ kind, id, exact }) => {
    if (kind === 'city') return [];
    const item = findItem(programme, { kind: kind === 'organisation' ? 'partner' : kind, id });
    return item === undefined ? [] : [{ item, exact }];
  });
}

/** What tells records of one title apart. */
function detailOf({ language }: Context, item: Item): string {
  const { id } = item.record;
  return item.kind === 'mission' ? `${language.formats.date(item.record.date)} · ${id}` : id;
}

function notOne(
  context: Context,
  typed: string,
  found: readonly Item[],
  fitting: number,
  retry: (key: string) => Invocation,
): Refused {
  const { t } = context.language;
  const near = found.slice(0, NEAR);
  const form = fitting > 1 ? 'several' : near.length > 0 ? 'near' : 'none';
  const items = near.map((item) => ({
    text: told(titleOf(item), context),
    detail: detailOf(context, item),
    invocation: retry(recordKey(refOf(item))),
  }));
  const more: Block[] =
    near.length === 0
      ? []
      : [
          ...(form === 'near' ? [text(t('changes:item.which'))] : []),
          { kind: 'list', numbered: true, choosing: true, items },
        ];
  const mutates = context.commands.get(retry('').command)?.mutates ?? true;
  // Only who can change a record is shown its id.
  const advice = form === 'none' && !mutates ? 'noneToRead' : form;
  const sentence = t(`changes:item.${advice}`, { word: quotable(typed), number: fitting });
  const { reply } = mutates
    ? refusal(context, sentence, ...more)
    : new Refused(toPerson(context, text(sentence), ...more));
  return new Refused(more.length === 0 ? reply : { ...reply, asks: true });
}

/**
 * As `resolveItem`, for reading: also a record that is gone and only has a history, and the only one that comes near, since
 * the answer names it.
 */
export function itemOfPast(context: Context, typed: string, retry: (key: string) => Invocation): RecordRef {
  const [first = '', second] = comparable(typed).split(':');
  const past = kinds
    .filter((kind) => second === undefined || kind === first)
    .map((kind) => ({ kind, id: second ?? first }))
    .find((ref) => context.programme.history.has(recordKey(ref)));
  if (past !== undefined) return past;
  const candidates = candidatesFor(context, typed);
  const [only] = candidates;
  return only !== undefined && candidates.length === 1
    ? refOf(only.item)
    : resolveItem(context, typed, retry);
}
