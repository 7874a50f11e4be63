import type { Localized } from '../../programme/localized.js';
import type { Context } from '../command.js';
import { quoted } from '../presenter/words.js';
import { text, toPerson } from '../replies.js';
import type { Block, Fact, Reply } from '../reply.js';
import { announcementReaders } from './announcing.js';
import { anyOf, factsOfFields, factsOfRecord, subjectOf } from './describe-change.js';
import type { Draft } from './draft.js';
import type { Item } from './record.js';

/** What a proposal will do, before and after, with the ways to confirm or discard it. `lead` stands in front of it. */
export function previewOf(context: Context, id: string, draft: Draft, ...lead: Block[]): Reply {
  const { t } = context.language;
  const args = { proposal: id };
  return toPerson(
    context,
    ...lead,
    text(t('changes:preview.intro')),
    ...describe(context, draft),
    text(t('changes:preview.confirm')),
    {
      kind: 'choices',
      choices: [
        { label: t('changes:choice.confirm'), invocation: { command: 'confirm', args }, emphasis: 'primary' },
        { label: t('changes:choice.discard'), invocation: { command: 'discard', args } },
      ],
    },
  );
}

function describe(context: Context, draft: Draft): Block[] {
  const subject = subjectOf(context, draft);
  const facts = [...factsOf(context, draft), ...noteFacts(context, draft)];
  return [
    ...(subject === undefined ? [] : [{ kind: 'heading' as const, text: subject }]),
    ...actionsOf(context, draft).map(text),
    ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, facts }]),
  ];
}

/** What is done, where the facts alone don't say it. */
function actionsOf(context: Context, draft: Draft): string[] {
  const { t } = context.language;
  const undone = draft.undoes === undefined ? [] : [undoing(context, draft.undoes)];
  switch (draft.kind) {
    case 'create':
      return [...undone, t(`changes:preview.create.${draft.target.kind}`, { id: draft.target.id })];
    case 'remove':
      return [...undone, t('changes:preview.remove')];
    case 'announce': {
      if (draft.undoes !== undefined) return [...undone, t('changes:preview.withdrawn')];
      const count = announcementReaders(context.store.view()).length;
      return [
        t(`answers:only.${draft.text.en === undefined ? 'zh' : 'en'}`, {
          text: quoted(anyOf(draft.text), context),
        }),
        count === 0 ? t('changes:preview.announceNowhere') : t('changes:preview.announce', { count }),
      ];
    }
    case 'translate': {
      const values = { number: draft.change, text: quoted(anyOf(draft.text), context) };
      return [
        ...undone,
        draft.undoes === undefined
          ? t('changes:preview.translate', values)
          : t('changes:preview.untranslate', values),
      ];
    }
    case 'note':
      return draft.undoes === undefined ? [] : [...undone, t('changes:preview.noteWithdrawn')];
    case 'set':
      return undone;
  }
}

/** That a change is taken back; where that was an undo itself, what comes to hold again. */
function undoing({ language: { t }, store }: Context, number: string): string {
  const { undoes } = store.view().get('changes', number) ?? {};
  return undoes === undefined
    ? t('changes:preview.undoes', { number })
    : t('changes:preview.restores', { number, restored: undoes });
}

function factsOf(context: Context, draft: Draft): Fact[] {
  if (draft.kind === 'set') return factsOfFields(context, draft.target.kind, draft.fields);
  if (draft.kind !== 'create') return [];
  return factsOfRecord(context, { kind: draft.target.kind, record: draft.record } as Item); // Of its target's kind.
}

function noteFacts(context: Context, { note }: Draft): Fact[] {
  if (note === undefined) return [];
  return [{ label: context.language.t('answers:label.note'), value: noteText(context, note) }];
}

/** A note as its author gave it; in one language only, it says that a colleague will be asked for the other. */
function noteText(context: Context, note: Localized): string {
  const { t, formats } = context.language;
  if (note.en !== undefined && note.zh !== undefined) {
    return formats.list([quoted(note.en, context), quoted(note.zh, context)]);
  }
  const only = note.en === undefined ? 'zh' : 'en';
  return t(`changes:onlyAsked.${only}`, { text: quoted(anyOf(note), context) });
}
