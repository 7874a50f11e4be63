import * as z from 'zod';
import { RecordKind, recordKey } from '../../programme/change.js';
import { type Interval, intervalOf } from '../../programme/partial-date.js';
import type { Invocation } from '../invocation.js';
import { told } from '../presenter/words.js';
import { dateOf } from './date-value.js';
import { subjectOf } from './describe-change.js';
import type { Desk, Draft } from './draft.js';
import { draftTranslation } from './draft-translation.js';
import { itemByKey } from './find-item.js';
import { followJourney } from './journey-title.js';
import { checkDate, checkJourney, checkMove } from './moves.js';
import { newRecord } from './new-record.js';
import { patchOf } from './patch.js';
import { type Item, itemWith, refOf, titleOf } from './record.js';
import { refusal } from './refusal.js';
import { checkedText, localeOf } from './texts.js';
import { checkNew } from './twins.js';
import { draftUndo } from './undo.js';
import { readValues, type Values } from './values.js';

/** `key=value` as typed, in either language. */
const Pairs = z.array(z.strictObject({ key: z.string(), value: z.string() }));
/** A record's key such as `pilot:wine-institute`, its id, or words that name it. */
const ItemWords = z.string();

/** The arguments of every command that proposes a change. */
export const proposalArgs = {
  update: z.strictObject({ item: ItemWords, pairs: Pairs }),
  add: z.strictObject({ kind: RecordKind, pairs: Pairs }),
  cancel: z.strictObject({ item: ItemWords, pairs: Pairs }),
  postpone: z.strictObject({ item: ItemWords, date: z.string(), pairs: Pairs }),
  announce: z.strictObject({ text: z.string() }),
  translate: z.strictObject({
    change: z.string(),
    text: z.string(),
    what: z.enum(['title', 'note']).exactOptional(),
  }),
  undo: z.strictObject({ change: z.string() }),
} as const;
type ProposalArgs = { [C in keyof typeof proposalArgs]: z.infer<(typeof proposalArgs)[C]> };

/** What a command proposes, as data: it can be drafted again when somebody else was faster. */
export type ProposalInvocation = {
  [C in keyof ProposalArgs]: { command: C; args: ProposalArgs[C] };
}[keyof ProposalArgs];

const ProposalInvocation = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('update'), args: proposalArgs.update }),
  z.strictObject({ command: z.literal('add'), args: proposalArgs.add }),
  z.strictObject({ command: z.literal('cancel'), args: proposalArgs.cancel }),
  z.strictObject({ command: z.literal('postpone'), args: proposalArgs.postpone }),
  z.strictObject({ command: z.literal('announce'), args: proposalArgs.announce }),
  z.strictObject({ command: z.literal('translate'), args: proposalArgs.translate }),
  z.strictObject({ command: z.literal('undo'), args: proposalArgs.undo }),
]);

/** Drafts what a stored proposal asked for, on the programme as it is now. @throws Refused when that can't be done */
export function redraft(desk: Desk, invocation: Invocation): Draft {
  return draftOf(desk, ProposalInvocation.parse(invocation));
}

/** Drafts the change that a command asks for. @throws Refused with what is wrong and what is allowed */
export function draftOf(desk: Desk, { command, args }: ProposalInvocation): Draft {
  switch (command) {
    case 'update': {
      const item = itemOf(desk, args.item);
      return changed(desk, item, readValues(desk, item.kind, args.pairs));
    }
    case 'add': {
      const values = readValues(desk, args.kind, args.pairs);
      const item = newRecord(desk, args.kind, values);
      checkJourney(desk, item);
      checkNew(desk, item, values.note !== undefined);
      checkDate(desk, item, values.note !== undefined);
      return { kind: 'create', target: refOf(item), record: item.record, ...noteOf(values) };
    }
    case 'cancel': {
      const item = itemOf(desk, args.item);
      if (item.kind === 'partner') throw refusal(desk, desk.language.t('changes:refused.noStatus'));
      return changed(desk, item, { ...onlyNote(desk, item, args.pairs), status: 'cancelled' });
    }
    case 'postpone':
      return draftPostponement(desk, args);
    case 'announce': {
      const text = checkedText(desk, 'announcement', args.text);
      return { kind: 'announce', text: { [localeOf(desk, text)]: text } };
    }
    case 'translate':
      return draftTranslation(desk, args);
    case 'undo':
      return draftUndo(desk, args.change);
  }
}

/** To a later date. A mission that was held or cancelled and is to take place after all is planned again, with a note. */
function draftPostponement(desk: Desk, args: ProposalArgs['postpone']): Draft {
  const item = itemOf(desk, args.item);
  const { t, formats } = desk.language;
  if (item.kind !== 'mission') throw refusal(desk, t('changes:refused.noDate'));
  const date = dateOf(desk, args.date);
  const { date: before, status } = item.record;
  if (intervalOf(date).to < intervalOf(before).from) {
    throw refusal(
      desk,
      t('changes:refused.earlier', { date: formats.date(date), before: formats.date(before) }),
    );
  }
  if (date !== before && includes(intervalOf(date), intervalOf(before))) {
    throw refusal(
      desk,
      t('changes:refused.notLater', { date: formats.date(date), before: formats.date(before) }),
    );
  }
  const isOver = intervalOf(date).to < desk.today;
  if (isOver && status !== 'planned')
    throw refusal(desk, t('changes:refused.passed', { date: formats.date(date) }));
  const values: Values = { ...onlyNote(desk, item, args.pairs), date };
  if (status !== 'planned') values.status = 'planned';
  return changed(desk, item, values);
}

/** Whether a time holds all of another: a year says nothing later than a day of it. */
function includes(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** A status that makes no sense by itself needs a note. */
function changed(desk: Desk, item: Item, values: Values): Draft {
  const fields = followJourney(desk, item, patchOf(item, values));
  const note = noteOf(values);
  if (fields.length > 0) {
    if (fields.some(({ field }) => field === 'travellers' || field === 'hosts'))
      checkJourney(desk, itemWith(item, fields));
    checkMove(desk, item, fields, values.note !== undefined);
    return { kind: 'set', target: refOf(item), fields, ...note };
  }
  if (values.note !== undefined) return { kind: 'note', target: refOf(item), ...note };
  throw refusal(desk, desk.language.t('changes:refused.same', { title: told(titleOf(item), desk) }));
}

function noteOf({ note }: Values): { note?: NonNullable<Values['note']> } {
  return note === undefined ? {} : { note };
}

function onlyNote(desk: Desk, item: Item, pairs: ProposalArgs['cancel']['pairs']): Values {
  const values = readValues(desk, item.kind, pairs);
  if (Object.keys(values).every((key) => key === 'note')) return values;
  throw refusal(desk, desk.language.t('changes:refused.onlyNote'));
}

/** Proposals name their record by key; only a record that went meanwhile is not found. */
function itemOf(desk: Desk, key: string): Item {
  const item = itemByKey(desk.programme, key);
  if (item !== undefined) return item;
  const removal = desk.changes.findLast(
    (change) => change.kind === 'remove' && recordKey(change.target) === key,
  );
  const name = (removal && subjectOf(desk, removal)) ?? key;
  throw refusal(desk, desk.language.t('changes:refused.gone', { name }));
}
