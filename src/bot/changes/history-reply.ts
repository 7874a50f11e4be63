import { type RecordRef, recordKey } from '../../programme/change.js';
import { dayIn } from '../clock.js';
import type { Context } from '../command.js';
import { told } from '../presenter/words.js';
import { text, toConversation } from '../replies.js';
import type { Block, Reply } from '../reply.js';
import { subjectOf } from './describe-change.js';
import { type Desk, deskOf } from './draft.js';
import { findItem, titleOf } from './record.js';
import { tellStory } from './story.js';
import { withTranslations } from './translation.js';

/** What changes are told from: the store at this moment, and the programme after what it holds. */
export type ChangesView = Pick<
  Context,
  'language' | 'languages' | 'timezone' | 'today' | 'engine' | 'programme' | 'programmeAfter'
> & { store: Pick<Context['store'], 'view'> };

/** As many changes as a phone shows at once. */
const SHOWN = 15;

/** The whole story of a record, from its source to the latest change. It may be gone by now. */
export function historyReply(context: ChangesView, ref: RecordRef): Reply {
  const { t } = context.language;
  const desk = deskOf(context, context.store.view());
  const story = withTranslations(desk.changes).filter(
    (change) => 'target' in change && recordKey(change.target) === recordKey(ref),
  );
  const item = findItem(desk.programme, ref);
  const [first] = story;
  const title = item === undefined ? first && subjectOf(context, first) : told(titleOf(item), context);
  if (story.length === 0) {
    return toConversation(
      context,
      text(t('changes:history.none', { title: title ?? ref.id })),
      ...sourceOf(context, desk, ref),
    );
  }
  return toConversation(
    context,
    { kind: 'heading', text: t('changes:history.title', { title: title ?? ref.id }) },
    { kind: 'list', numbered: false, items: tellStory(context, story, desk.changes, false) },
    ...sourceOf(context, desk, ref),
  );
}

/** The latest changes of everything, newest first; with a day, those since it began where the asker is. */
export function changesReply(context: ChangesView, since: string | undefined): Reply {
  const { t, formats } = context.language;
  const desk = deskOf(context, context.store.view());
  const found = withTranslations(desk.changes).filter(
    ({ at }) => since === undefined || dayIn(new Date(at), context.timezone) >= since,
  );
  const date = since === undefined ? '' : formats.date(since);
  if (found.length === 0) {
    return toConversation(
      context,
      text(since === undefined ? t('changes:changes.none') : t('changes:changes.noneSince', { date })),
    );
  }
  const shown = found.slice(-SHOWN).toReversed();
  const title = since === undefined ? t('changes:changes.latest') : t('changes:changes.title', { date });
  const more = found.length - shown.length;
  return toConversation(
    context,
    { kind: 'heading', text: title },
    { kind: 'list', numbered: true, items: tellStory(context, shown, desk.changes, true) },
    ...(more === 0 ? [] : [{ kind: 'note' as const, text: t('changes:changes.more', { count: more }) }]),
  );
}

function sourceOf(context: ChangesView, { programme }: Desk, ref: RecordRef): Block[] {
  const document = findItem(programme, ref)?.record.source?.document;
  const source = document === undefined ? undefined : programme.sources.get(document);
  if (source === undefined) return [];
  return [
    {
      kind: 'note',
      text: context.language.t('changes:history.source', { names: told(source.name, context) }),
    },
  ];
}
