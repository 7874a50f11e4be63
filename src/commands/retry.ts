import * as z from 'zod';
import { defineCommand } from '../bot/command.js';
import { hasFailed } from '../bot/delivery.js';
import { text, toPerson } from '../bot/replies.js';

/** `retry`: sends again what could not be sent, all of it or, by the number in `deliveries`, one. */
export const retry = defineCommand({
  name: 'retry',
  role: 'admin',
  mutates: true,
  schema: z.strictObject({ delivery: z.string().exactOptional() }),
  read: () => ({}),
  async run(context, { delivery }) {
    const { t } = context.language;
    const { store } = context;
    const failed = (await store.deliveries()).filter(
      (row) => hasFailed(row) && (delivery ?? row.id) === row.id,
    );
    const retried = await Promise.all(failed.map(({ id }) => store.retry(id)));
    const count = retried.filter(Boolean).length;
    return toPerson(context, text(count === 0 ? t('digest:retry.none') : t('digest:retry.done', { count })));
  },
});
