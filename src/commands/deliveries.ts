import * as z from 'zod';
import { type Context, defineCommand } from '../bot/command.js';
import { type Delivery, hasFailed, withdrawalOf } from '../bot/delivery.js';
import { type OwnReason, tellReason } from '../bot/delivery-reason.js';
import { text, toPerson } from '../bot/replies.js';
import type { ListItem } from '../bot/reply.js';

/** As many as a phone shows; the rest are counted. */
const SHOWN = 10;

/**
 * `deliveries`: what waits to go out, what could not be sent and why, and what there was no longer a reason to send. The number of a
 * failed one sends it again.
 */
export const deliveries = defineCommand({
  name: 'deliveries',
  role: 'admin',
  mutates: false,
  schema: z.strictObject({}),
  read: () => ({}),
  async run(context) {
    const { t } = context.language;
    const all = await context.store.deliveries();
    const failed = all.filter(hasFailed).toReversed();
    const withdrawn = all.filter((row) => withdrawalOf(row) !== undefined).toReversed();
    const waiting = all.filter(({ state }) => state !== 'dead');
    if (all.length === 0) return toPerson(context, text(t('digest:deliveries.none')));
    return toPerson(
      context,
      {
        kind: 'heading',
        text: t('digest:deliveries.title', { waiting: waiting.length, failed: failed.length }),
      },
      ...section(context, 'failed', failed),
      ...section(context, 'waiting', waiting),
      ...section(context, 'withdrawn', withdrawn),
    );
  },
});

function section(context: Context, kind: 'failed' | 'waiting' | 'withdrawn', rows: readonly Delivery[]) {
  const { t } = context.language;
  if (rows.length === 0) return [];
  const more = rows.length - SHOWN;
  return [
    text(t(`digest:deliveries.${kind}`)),
    {
      kind: 'list',
      numbered: kind === 'failed',
      items: rows.slice(0, SHOWN).map((row) => line(context, row)),
    } as const,
    ...(more > 0 ? [{ kind: 'note', text: t('digest:deliveries.more', { count: more }) } as const] : []),
  ];
}

function line(context: Context, delivery: Delivery): ListItem {
  const { language, store, timezone } = context;
  const { t, formats } = language;
  const { id, conversation, state, attempts, lastError, notBefore, settledAt } = delivery;
  const where = store.view().get('conversations', conversation)?.title ?? conversation;
  const item = t('digest:deliveries.line', { what: whatOf(delivery, context), where });
  const at = formats.moment(new Date(settledAt ?? notBefore), timezone);
  const withdrawal = withdrawalOf(delivery);
  if (withdrawal !== undefined) {
    const reason = t(`digest:withdrawn.${withdrawal}`);
    return { text: item, detail: t('digest:deliveries.wasWithdrawn', { at, reason }) };
  }
  const reason = tellReason(lastError ?? ('not-tried' satisfies OwnReason), t);
  if (state !== 'dead') return { text: item, detail: t('digest:deliveries.waits', { at, reason }) };
  return {
    text: item,
    detail: t('digest:deliveries.died', { at, reason, count: attempts }),
    invocation: { command: 'retry', args: { delivery: id } },
  };
}

function whatOf({ message }: Delivery, { language: { t, formats } }: Context): string {
  switch (message.kind) {
    case 'digest':
      return t('digest:deliveries.what.digest', { date: formats.date(message.date) });
    case 'announcement':
      return t('digest:deliveries.what.announcement', { change: message.change });
    case 'translation-request':
      return t('digest:deliveries.what.translation-request');
    case 'resting':
      return t('digest:deliveries.what.resting');
    case 'answer':
      return t('digest:deliveries.what.answer');
  }
}
