import type { types, webApi } from '@slack/bolt';
import * as z from 'zod';

const eventType = 'ucap_delivery';
/** A page and the pages looked through: the newest thousand messages. */
const pageSize = 200;
const mostPages = 5;

/** The delivery that a message belongs to, and which of how many parts of it the message is. */
const Mark = z.object({ key: z.string(), part: z.int(), of: z.int() });
export type Mark = z.infer<typeof Mark>;

/** The metadata by which a message is known again. */
export function metadataOf(mark: Mark): types.MessageMetadata {
  return { event_type: eventType, event_payload: mark };
}

/** The parts of a delivery that stand in a conversation; `complete` when they all do. */
export interface Delivered {
  parts: ReadonlySet<number>;
  complete: boolean;
}

/** Looks a delivery up by its key in a channel or thread, newest messages first. */
export async function deliveredParts(
  client: webApi.WebClient,
  channel: string,
  key: string,
  threadTs?: string,
): Promise<Delivered> {
  const parts = new Set<number>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = {
      channel,
      limit: pageSize,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const { messages = [], response_metadata } =
      threadTs === undefined
        ? await client.conversations.history(query)
        : await client.conversations.replies({ ...query, ts: threadTs });
    for (const { metadata } of messages) {
      const mark =
        metadata?.event_type === eventType ? Mark.safeParse(metadata.event_payload).data : undefined;
      if (mark?.key !== key) continue;
      parts.add(mark.part);
      if (parts.size === mark.of) return { parts, complete: true };
    }
    cursor = response_metadata?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  return { parts, complete: false };
}
