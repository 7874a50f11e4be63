import type { UnsentAnswer } from '../bot/channel.js';
import type { Store } from '../bot/store.js';

/** Puts an answer into the outbox, before everything else of its conversation. A second one with its key changes nothing. */
export function keepAnswer(store: Pick<Store, 'transact'>, answer: UnsentAnswer): Promise<void> {
  const { key, conversation, inReplyTo, reply, notBefore } = answer;
  return store.transact((tx) =>
    tx.enqueue({
      key,
      conversation,
      lane: 'reply',
      message: { kind: 'answer', reply, ...(inReplyTo === undefined ? {} : { inReplyTo }) },
      notBefore: notBefore.toISOString(),
    }),
  );
}
