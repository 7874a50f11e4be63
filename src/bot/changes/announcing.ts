import type { Change } from '../../programme/change.js';
import type { Conversation } from '../state.js';
import type { Reader, Tx } from '../store.js';

/** The conversations that an announcement goes to: those with a digest. */
export function announcementReaders(reader: Reader): readonly Conversation[] {
  return reader.all('conversations').filter(({ digest }) => digest !== undefined);
}

/** Queues an announcement for everybody who takes it. Returns how many those are. */
export function announce(tx: Tx, { id }: Change, now: Date): number {
  const conversations = announcementReaders(tx);
  for (const { id: conversation } of conversations) {
    tx.enqueue({
      key: `announce:${id}:${conversation}`,
      conversation,
      lane: 'announcement',
      message: { kind: 'announcement', change: id },
      notBefore: now.toISOString(),
    });
  }
  return conversations.length;
}
