import type { Change } from '../../programme/change.js';
import { tell } from '../../programme/localized.js';
import type { Person } from '../state.js';
import type { Desk, Draft } from './draft.js';
import { fieldOf, findItem, refOf, sameValue, titleOf } from './record.js';
import { missingOrganisation, referrersOf } from './references.js';
import { refusal } from './refusal.js';
import { laterChanges, undoneBy } from './undone.js';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/**
 * Drafts the change that takes another one back and restores exactly what was before it.
 * @throws Refused when a later change stands in the way, naming it, or when there is nothing to take back
 */
export function draftUndo(desk: Desk, number: string): Draft {
  const { t } = desk.language;
  const change = desk.changes.find(({ id }) => id === number);
  if (change === undefined) throw refusal(desk, t('changes:undo.unknown', { number }));
  const by = undoneBy(desk.changes).get(number);
  if (by !== undefined) throw refusal(desk, t('changes:undo.already', { number, by: by.id }));
  switch (change.kind) {
    case 'set':
      return undoSet(desk, change);
    case 'note':
      return { kind: 'note', target: change.target, undoes: number };
    case 'create':
      return undoCreate(desk, change);
    case 'remove':
      return undoRemove(desk, change);
    case 'announce':
      if (change.undoes !== undefined) throw refusal(desk, t('changes:undo.withdrawn'));
      return { kind: 'announce', text: change.text, undoes: number };
    case 'translate':
      if (change.undoes !== undefined)
        throw refusal(desk, t('changes:undo.translation', { number: change.change }));
      return { kind: 'translate', change: change.change, text: change.text, undoes: number };
  }
}

/** The latest change of a person that is not taken back yet. An undo is one too: undoing it brings the other change back. */
export function latestOf(
  changes: readonly Change[],
  { identities }: Pick<Person, 'identities'>,
): Change | undefined {
  const undone = undoneBy(changes);
  const own = new Set<string>(identities);
  return changes.findLast(({ by, id }) => own.has(by) && !undone.has(id));
}

function undoSet(desk: Desk, change: ChangeOf<'set'>): Draft {
  const { target, id } = change;
  const touched = new Set(change.fields.map(({ field }) => field));
  const later = laterChanges(desk.changes, change).findLast(
    (candidate) =>
      candidate.kind === 'remove' ||
      (candidate.kind === 'set' && candidate.fields.some(({ field }) => touched.has(field))),
  );
  if (later !== undefined) throw inTheWay(desk, id, later);
  const item = findItem(desk.programme, target);
  // Without a later change, only a newer dataset can have altered what this change left behind.
  if (
    item === undefined ||
    change.fields.some(({ field, after }) => !sameValue(fieldOf(item, field), after))
  ) {
    throw refusal(desk, desk.language.t('changes:undo.replaced', { number: id }));
  }
  const draft: Draft = {
    kind: 'set',
    target,
    undoes: id,
    fields: change.fields.map(({ field, before, after }) => ({ field, before: after, after: before })),
  };
  return withKnownOrganisations(desk, id, draft);
}

function undoCreate(desk: Desk, change: ChangeOf<'create'>): Draft {
  const { target, id } = change;
  const later = laterChanges(desk.changes, change).findLast(({ kind }) => kind !== 'note');
  if (later !== undefined) throw inTheWay(desk, id, later);
  const item = findItem(desk.programme, target);
  if (item === undefined) throw refusal(desk, desk.language.t('changes:undo.replaced', { number: id }));
  const referrers = referrersOf(desk.programme, refOf(item));
  if (referrers.length > 0) {
    const naming = changeNaming(desk.changes, target.id);
    if (naming !== undefined) throw inTheWay(desk, id, naming);
    const { t, locale, formats } = desk.language;
    const titles = formats.list(referrers.map((referrer) => tell(titleOf(referrer), locale).text));
    throw refusal(desk, t('changes:undo.inUse', { number: id, titles }));
  }
  return { kind: 'remove', target, record: item.record, undoes: id };
}

function undoRemove(desk: Desk, change: ChangeOf<'remove'>): Draft {
  const { target, id, record } = change;
  const later = laterChanges(desk.changes, change).findLast(({ kind }) => kind !== 'note');
  if (later !== undefined) throw inTheWay(desk, id, later);
  if (findItem(desk.programme, target) !== undefined) {
    throw refusal(desk, desk.language.t('changes:undo.replaced', { number: id }));
  }
  return withKnownOrganisations(desk, id, { kind: 'create', target, record, undoes: id });
}

function withKnownOrganisations(desk: Desk, number: string, draft: Draft): Draft {
  const missing = missingOrganisation(desk.programme, draft);
  if (missing === undefined) return draft;
  const removal = desk.changes.findLast(
    ({ kind, ...change }) => kind === 'remove' && 'target' in change && change.target.id === missing,
  );
  if (removal !== undefined) throw inTheWay(desk, number, removal);
  throw refusal(desk, desk.language.t('changes:refused.gone', { name: missing }));
}

/** The latest change that still counts and made another record name this one. */
function changeNaming(changes: readonly Change[], id: string): Change | undefined {
  const undone = undoneBy(changes);
  const names = (value: unknown) => Array.isArray(value) && value.includes(id);
  return changes.findLast((change) => {
    if (undone.has(change.id)) return false;
    if (change.kind === 'set') return change.fields.some(({ after }) => names(after));
    return change.kind === 'create' && Object.values(change.record).some(names);
  });
}

function inTheWay(desk: Desk, number: string, later: Change) {
  return refusal(
    desk,
    desk.language.t('changes:undo.later', { number, later: later.id, name: later.byName }),
  );
}
