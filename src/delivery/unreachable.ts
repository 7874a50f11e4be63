import type { Delivery } from '../bot/delivery.js';
import { findPerson } from '../bot/people.js';
import type { Conversation, Person } from '../bot/state.js';
import type { Store, Tx } from '../bot/store.js';
import type { Locale } from '../programme/localized.js';
import { chatOf, coordinators, directChat, localeOf } from './recipients.js';

/**
 * A conversation that can't be reached any more: lets its digest rest and tells a coordinator, once. Called again for the same
 * conversation it does nothing.
 *
 * @param reason the platform's own, such as `is_archived`, or one of the bot's
 */
export async function restDigest(
  store: Store,
  delivery: Pick<Delivery, 'conversation'>,
  reason: string,
  now: Date,
  fallback: Locale,
): Promise<void> {
  const { conversation: id } = delivery;
  if (store.view().get('conversations', id)?.digest?.state !== 'on') return;
  await store.transact((tx) => {
    const conversation = tx.get('conversations', id);
    const digest = conversation?.digest;
    if (conversation === undefined || digest?.state !== 'on') return;
    tx.put('conversations', {
      ...conversation,
      digest: { ...digest, state: 'resting', restingReason: reason },
    });
    const person = whomToTell(tx, conversation);
    if (person === undefined) return;
    tx.enqueue({
      key: `resting:${id}:${digest.since}`,
      conversation: directChat(person, localeOf(person, fallback)),
      lane: 'announcement',
      message: { kind: 'resting', conversation: id, reason },
      notBefore: now.toISOString(),
    });
  });
}

/** Whoever set the digest up, when they are still a coordinator; else the first coordinator. Never in the lost chat itself. */
function whomToTell(tx: Tx, { id, digest }: Conversation): Person | undefined {
  const reachable = coordinators(tx).filter(
    ({ identities }) => !identities.some((contact) => chatOf(contact) === id),
  );
  const author = digest === undefined ? undefined : findPerson(tx, digest.by);
  return reachable.find((person) => person.id === author?.id) ?? reachable[0];
}
