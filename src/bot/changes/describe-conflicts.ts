import type { Context } from '../command.js';
import { text } from '../replies.js';
import type { Block } from '../reply.js';
import type { Conflict } from './conflicts.js';
import { factsOfFields } from './describe-change.js';
import type { Draft } from './draft.js';

/** What somebody else changed since the proposal: each field, from what it was to what it is, and by whom. */
export function describeConflicts(context: Context, draft: Draft, conflicts: readonly Conflict[]): Block[] {
  const { t, formats } = context.language;
  if (!('target' in draft) || conflicts.length === 0) return [text(t('changes:conflict.other'))];
  const facts = factsOfFields(
    context,
    draft.target.kind,
    conflicts.map(({ field }) => field),
  );
  const authors = new Map(
    conflicts.flatMap(({ by }) => (by === undefined ? [] : [[by.id, by.byName] as const])),
  );
  const who = [...authors].map(([number, name]) => t('changes:conflict.author', { number, name }));
  return [
    text(
      who.length === 0 ? t('changes:conflict.other') : t('changes:conflict.by', { who: formats.list(who) }),
    ),
    { kind: 'facts', facts },
  ];
}
