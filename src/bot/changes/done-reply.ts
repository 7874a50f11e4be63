import type { Change } from '../../programme/change.js';
import type { Context } from '../command.js';
import { text } from '../replies.js';
import type { Reply } from '../reply.js';
import { factsOfFields, subjectOf } from './describe-change.js';

/** A committed change, told to everybody in the conversation, with the way to take it back. */
export function doneReply(context: Context, change: Change, conversations: number): Reply {
  const { t, locale } = context.language;
  const number = change.id;
  if (change.kind === 'announce' && change.undoes === undefined) {
    const sentence =
      conversations === 0
        ? t('changes:done.announcedNowhere', { number })
        : t('changes:done.announced', { number, count: conversations });
    return { locale, audience: 'conversation', blocks: [text(sentence)] };
  }
  if (change.undoes !== undefined && (change.kind === 'announce' || change.kind === 'translate')) {
    // What was withdrawn is published anew rather than brought back.
    const sentence = t(`changes:done.withdrawn.${change.kind}`, { number });
    return { locale, audience: 'conversation', blocks: [text(sentence)] };
  }
  const created = change.kind === 'create' ? [text(t('changes:done.created', { id: change.target.id }))] : [];
  return {
    locale,
    audience: 'conversation',
    blocks: [
      text(t('changes:done.changed', { number, what: summaryOf(context, change) })),
      ...created,
      {
        kind: 'choices',
        choices: [
          {
            label: t('changes:choice.undo', { number }),
            invocation: { command: 'undo', args: { change: number } },
          },
        ],
      },
    ],
  };
}

/** What was changed and how it is now: "Wine institute, status: agreed". */
function summaryOf(context: Context, change: Change): string {
  const { t } = context.language;
  const subject = subjectOf(context, change) ?? '';
  switch (change.kind) {
    case 'create':
      return t('changes:done.added', { subject });
    case 'remove':
      return t('changes:done.removed', { subject });
    case 'note':
      return t(change.note === undefined ? 'changes:done.noteWithdrawn' : 'changes:done.noted', { subject });
    case 'translate':
      return t('changes:done.translated', { number: change.change });
    case 'announce':
      return t('changes:text.announcement');
    case 'set': {
      const fields = factsOfFields(context, change.target.kind, change.fields).map(({ label, value }) =>
        t('changes:done.field', { label: withinSentence(label), value }),
      );
      return fields.length === 0
        ? subject
        : t('changes:done.about', { subject, what: fields.join(t('changes:line.and')) });
    }
  }
}

/** A label without the capital letter that it has at the beginning of a line. */
function withinSentence(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1);
}
