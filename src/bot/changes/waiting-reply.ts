import type { Context } from '../command.js';
import { quoted, told } from '../presenter/words.js';
import { text, toPerson } from '../replies.js';
import type { ListItem, Reply } from '../reply.js';
import { anyOf, subjectOf } from './describe-change.js';
import { deskOf } from './draft.js';
import { titleOf } from './record.js';
import { type Waiting, waitingForTranslation } from './translation.js';

/** As many as a phone shows; the rest are counted. */
const SHOWN = 10;

/** Lists what has been written in one language only, newest first. */
export function waitingReply(context: Context): Reply {
  const { t } = context.language;
  const { programme, changes } = deskOf(context, context.store.view());
  const waiting = waitingForTranslation(programme, changes);
  if (waiting.length === 0) return toPerson(context, text(t('changes:translate.none')));
  return toPerson(context, text(t('changes:translate.waiting', { count: waiting.length })), {
    kind: 'list',
    numbered: false,
    items: waiting.slice(0, SHOWN).map((entry) => lineOf(context, entry)),
  });
}

function lineOf(context: Context, { change, what, item, text: value, missing }: Waiting): ListItem {
  const { t } = context.language;
  const subject = item === undefined ? (subjectOf(context, change) ?? '') : told(titleOf(item), context);
  return {
    text: t('changes:translate.line', { number: change.id, text: quoted(anyOf(value), context) }),
    detail: t(`changes:translate.lacks.${missing}`, {
      what: t(`changes:translate.what.${what}`, { subject }),
    }),
  };
}
