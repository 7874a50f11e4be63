import type { Change, FieldChange, RecordKind } from '../../programme/change.js';
import { Locale, Localized, tell } from '../../programme/localized.js';
import type { View } from '../presenter/view.js';
import { quoted, told } from '../presenter/words.js';
import type { Fact } from '../reply.js';
import { describeValue } from './describe-value.js';
import type { Draft } from './draft.js';
import { fieldOf, findItem, type Item, titleOf } from './record.js';
import { resultOf } from './references.js';

/** The fields that people are told of, by kind and in this order. A description goes along with its title. */
const toldFields = {
  mission: ['title', 'status', 'date', 'travellers', 'hosts', 'participants', 'organisations', 'mode'],
  pilot: ['title', 'status', 'theme', 'cities', 'partners'],
  partner: ['name', 'kind', 'city'],
} as const satisfies Record<RecordKind, readonly string[]>;
type ToldField = (typeof toldFields)[RecordKind][number];

/** Fields before and after, as labelled values. */
export function factsOfFields(view: View, kind: RecordKind, fields: readonly FieldChange[]): Fact[] {
  return toldFields[kind].flatMap((name) => {
    const change = fields.find(({ field }) => field === name);
    if (change === undefined) return [];
    if (name === 'title' || name === 'name') return titleFacts(view, change);
    const say = (value: FieldChange['before']) => describeValue(view, kind, name, value);
    return [{ label: labelOf(view, name), before: say(change.before), value: say(change.after) }];
  });
}

/** What a record says, for one that comes or goes as a whole. */
export function factsOfRecord(view: View, item: Item): Fact[] {
  return toldFields[item.kind].flatMap((name) => {
    const value = fieldOf(item, name);
    if (name === 'title' || name === 'name' || value === null || (Array.isArray(value) && value.length === 0))
      return [];
    return [{ label: labelOf(view, name), value: describeValue(view, item.kind, name, value) }];
  });
}

/** The name of what a change is about: its record's, as it is after the change or was before it went. */
export function subjectOf(view: View, change: Draft | Change): string | undefined {
  if (!('target' in change)) return undefined;
  if (change.kind === 'remove' || change.kind === 'create') {
    return told(titleOf({ kind: change.target.kind, record: change.record } as Item), view); // As the change says.
  }
  const item = resultOf(view.programme, change) ?? findItem(view.programme, change.target);
  return item === undefined ? change.target.id : told(titleOf(item), view);
}

/** One line of what a change did: "Status: proposed → agreed". */
export function lineOf(view: View, change: Change): string {
  const { t } = view.language;
  const separator = t('changes:line.and');
  switch (change.kind) {
    case 'set':
      return factsOfFields(view, change.target.kind, change.fields)
        .map(({ label, before, value }) =>
          t('changes:line.field', { label, before: before ?? '', after: value }),
        )
        .join(separator);
    case 'create':
      return t('changes:line.create');
    case 'remove':
      return t('changes:line.remove');
    case 'note':
      return t('changes:line.note');
    case 'announce':
      return t(change.undoes === undefined ? 'changes:line.announce' : 'changes:line.announceWithdrawn', {
        text: quotedTold(view, change.text),
      });
    case 'translate':
      return t('changes:line.translate', { number: change.change, text: quoted(anyOf(change.text), view) });
  }
}

function titleFacts(view: View, { before, after }: FieldChange): Fact[] {
  const [old, now] = [Localized.safeParse(before).data, Localized.safeParse(after).data];
  const { t } = view.language;
  return Locale.options
    .filter((locale) => old?.[locale] !== now?.[locale])
    .map((locale) => ({
      label: t(`changes:titleIn.${locale}`),
      before: old?.[locale] ?? t('changes:notSet'),
      value: now?.[locale] ?? t('changes:notSet'),
    }));
}

/** Somebody's words in quotation marks; those that exist only in the other language say so, outside the marks. */
export function quotedTold(view: View, text: Localized): string {
  return told(
    Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, quoted(words, view)])),
    view,
  );
}

/** A text in whatever language it has. */
export function anyOf(text: Localized): string {
  return tell(text, text.en === undefined ? 'zh' : 'en').text;
}

function labelOf({ language }: View, field: ToldField): string {
  return language.t(`changes:field.${field}`);
}
