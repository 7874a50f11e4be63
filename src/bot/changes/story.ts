import { type Change, recordKey } from '../../programme/change.js';
import { dayIn } from '../clock.js';
import { authorOf } from '../presenter/author.js';
import type { View } from '../presenter/view.js';
import type { ListItem } from '../reply.js';
import { lineOf, quotedTold, subjectOf } from './describe-change.js';
import { undoneBy } from './undone.js';

/**
 * Tells changes one by one: what was done, the note, whether it was taken back, and when and by whom it was posted. With
 * its subject, a change opens that record's history.
 */
export function tellStory(
  view: View,
  changes: readonly Change[],
  all: readonly Change[],
  withSubject: boolean,
): ListItem[] {
  const undone = undoneBy(all);
  return changes.map((change) => {
    const line = withUndo(view, change, undone.get(change.id), withNote(view, change));
    const subject = withSubject ? subjectOf(view, change) : undefined;
    return {
      text: subject === undefined ? line : view.language.t('changes:line.about', { subject, line }),
      detail: postedBy(view, change),
      ...(withSubject && 'target' in change
        ? { invocation: { command: 'history', args: { item: recordKey(change.target) } } }
        : {}),
    };
  });
}

function withNote(view: View, change: Change): string {
  const { t } = view.language;
  const isWithdrawal = change.kind === 'note' && change.note === undefined;
  const line = isWithdrawal ? t('changes:line.withdrawn') : lineOf(view, change);
  if (change.note === undefined) return line;
  return t('changes:line.withNote', { line, note: quotedTold(view, change.note) });
}

function withUndo(view: View, { undoes }: Change, by: Change | undefined, line: string): string {
  const { t } = view.language;
  if (by !== undefined) return t('changes:line.undone', { line, number: by.id });
  return undoes === undefined ? line : t('changes:line.undoes', { line, number: undoes });
}

function postedBy(view: View, change: Change): string {
  const { t, formats } = view.language;
  const date = formats.date(dayIn(new Date(change.at), view.timezone));
  return t('changes:line.author', { number: change.id, date, name: authorOf(change, view) });
}
