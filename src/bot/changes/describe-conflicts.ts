import { recordKey } from '../../programme/change.js';
import type { Context } from '../command.js';
import { text } from '../replies.js';
import type { Block } from '../reply.js';
import type { Proposal } from '../state.js';
import { causeOf, conflictsOf } from './conflicts.js';
import { factsOfFields } from './describe-change.js';
import type { Desk, Draft } from './draft.js';
import { tellStory } from './story.js';

/** What somebody else changed since the proposal, so that it can't be carried out: what it was, what it is, and by whom. */
export function describeConflicts(context: Context, desk: Desk, draft: Draft): Block[] {
  const { t, formats } = context.language;
  const conflicts = conflictsOf(desk, draft);
  if (!('target' in draft) || conflicts.length === 0) return describeCause(context, desk, draft);
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

/** The one change that came first, told as the history tells it. */
function describeCause(context: Context, desk: Desk, draft: Draft): Block[] {
  const { t } = context.language;
  const cause = causeOf(desk, draft);
  if (cause === undefined) return [text(t('changes:conflict.other'))];
  return [
    text(t('changes:conflict.cause')),
    { kind: 'list', numbered: false, items: tellStory({ ...context, ...desk }, [cause], desk.changes, true) },
  ];
}

/** What others posted on the same record between a proposal and its confirmation, and does not stand against it. */
export function postedMeanwhile(context: Context, desk: Desk, { at }: Proposal, draft: Draft): Block[] {
  if (!('target' in draft)) return [];
  const key = recordKey(draft.target);
  const own = new Set<string>(context.person.identities);
  const posted = desk.changes.filter(
    (change) =>
      change.at > at && !own.has(change.by) && 'target' in change && recordKey(change.target) === key,
  );
  if (posted.length === 0) return [];
  return [
    text(context.language.t('changes:done.meanwhile')),
    { kind: 'list', numbered: false, items: tellStory({ ...context, ...desk }, posted, desk.changes, false) },
  ];
}
