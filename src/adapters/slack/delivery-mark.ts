import type { types, webApi } from '@slack/bolt';

const eventType = 'ucap_delivery';
/** A page and the pages looked through: the newest thousand messages. */
const pageSize = 200;
const mostPages = 5;

/** The metadata by which a message is known again: the delivery's key, and which of its parts this is. */
export function markOf(key: string, part: number): types.MessageMetadata {
  return { event_type: eventType, event_payload: { key, part } };
}

/** The parts of a delivery that stand in a channel or thread, newest messages first. */
export async function partsThere(
  client: webApi.WebClient,
  channel: string,
  key: string,
  threadTs?: string,
): Promise<Set<number>> {
  const found = new Set<number>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = {
      channel,
      limit: pageSize,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const { messages, response_metadata } =
      threadTs === undefined
        ? await client.conversations.history(query)
        : await client.conversations.replies({ ...query, ts: threadTs });
    for (const { metadata } of messages ?? []) {
      const mark = metadata?.event_payload as { key?: unknown; part?: unknown } | undefined;
      if (metadata?.event_type === eventType && mark?.key === key && typeof mark.part === 'number')
        found.add(mark.part);
    }
    cursor = response_metadata?.next_cursor || undefined;
    if (cursor === undefined || found.size > 0) return found;
  }
  return found;
}
