import type { ClientBase } from 'pg';
import type { RowWrite } from '../batch.js';
import type { Head } from './replica.js';

/** The channel on which processes tell each other of commits. */
export const CHANNEL = 'ucap_state';

/** Writes the head and rows of one commit and tells the other processes. Returns the transaction's id. */
export async function writeCommit(
  client: ClientBase,
  head: Head,
  writes: readonly RowWrite[],
): Promise<string> {
  const appended = writes.filter((write) => write.appended).length;
  let position = head.lastPosition - appended;
  const rows = writes.map((write) => {
    if (write.appended) position += 1;
    return {
      ...write,
      position: write.appended ? position : 0,
      data: write.row && JSON.stringify(write.row),
    };
  });
  if (rows.length > 0) {
    await client.query(
      `INSERT INTO state_rows (collection, id, data, position, revision, removed_at)
       SELECT w.collection, w.id, w.data::json, w.position, $1, CASE WHEN w.data IS NULL THEN now() END
       FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[]) AS w (collection, id, data, position)
       ON CONFLICT (collection, id) DO UPDATE SET
         data = excluded.data, revision = excluded.revision, removed_at = excluded.removed_at,
         position = CASE WHEN excluded.position = 0 THEN state_rows.position ELSE excluded.position END`,
      [
        head.revision,
        rows.map(({ collection }) => collection),
        rows.map(({ id }) => id),
        rows.map(({ data }) => data ?? null),
        rows.map((row) => row.position),
      ],
    );
  }
  const { rows: told } = await client.query<{ id: string }>(
    `WITH head AS (
       UPDATE state_head SET revision = $1, generation = $2, last_position = $3, last_change = $4, last_delivery = $5
     )
     SELECT pg_current_xact_id()::text AS id, pg_notify('${CHANNEL}', $1::text)`,
    [head.revision, head.generation, head.lastPosition, head.lastChange, head.lastDelivery],
  );
  return told[0]?.id ?? '';
}
