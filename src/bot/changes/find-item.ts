import { type RecordKind, type RecordRef, recordKey } from '../../programme/change.js';
import { type Context, Refused } from '../command.js';
import type { Invocation } from '../invocation.js';
import { told } from '../presenter/words.js';
import { text, toPerson } from '../replies.js';
import type { Block } from '../reply.js';
import { quotable } from './clean-text.js';
import type { Desk } from './draft.js';
import { findItem, type Item, refOf, titleOf } from './record.js';
import { refusal } from './refusal.js';
import { comparable } from './vocabulary.js';

/** As many near ones as a phone shows. */
const NEAR = 5;

const kinds = ['mission', 'pilot', 'partner'] as const satisfies readonly RecordKind[];

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
export function resolveItem(context: Context, typed: string, retry: (key: string) => Invocation): RecordRef {
  const named = itemByKey(context.programme, typed);
  if (named !== undefined) return refOf(named);
  const candidates = candidatesFor(context, typed);
  const exact = candidates.filter((candidate) => candidate.exact);
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return refOf(only.item);
  const near = (exact.length > 0 ? exact : candidates).slice(0, NEAR).map(({ item }) => item);
  throw notOne(context, typed, near, exact.length > 0, retry);
}

function candidatesFor({ engine, programme }: Context, typed: string): { item: Item; exact: boolean }[] {
  return engine.find(typed).flatMap(({ kind, id, exact }) => {
    if (kind === 'city') return [];
    const item = findItem(programme, { kind: kind === 'organisation' ? 'partner' : kind, id });
    return item === undefined ? [] : [{ item, exact }];
  });
}

function notOne(
  context: Context,
  typed: string,
  near: readonly Item[],
  several: boolean,
  retry: (key: string) => Invocation,
): Refused {
  const { t } = context.language;
  const form = several ? 'several' : near.length > 0 ? 'near' : 'none';
  const sentence = t(`changes:item.${form}`, { word: quotable(typed) });
  const items = near.map((item) => ({
    text: told(titleOf(item), context),
    detail: item.record.id,
    invocation: retry(recordKey(refOf(item))),
  }));
  const more: Block[] =
    near.length === 0 ? [] : [text(t('changes:item.which')), { kind: 'list', numbered: true, items }];
  const mutates = context.commands.get(retry('').command)?.mutates ?? true;
  return mutates
    ? refusal(context, sentence, ...more)
    : new Refused(toPerson(context, text(sentence), ...more));
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
