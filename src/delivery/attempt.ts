import type { ChannelPort } from '../bot/channel.js';
import type { Delivery, Withdrawal } from '../bot/delivery.js';
import { wordsOf } from '../bot/error-words.js';
import type { Reply } from '../bot/reply.js';
import type { Timers } from '../timing/timers.js';
import { withinTime } from '../timing/within-time.js';
import type { Outcome } from './outcome.js';
import { FIND_WITHIN } from './pace.js';

/** A delivery's message in words, or why it is not to be sent any more. */
export type Written = { reply: Reply } | { withdrawn: Withdrawal };
export type Write = (delivery: Delivery) => Written;

/**
 * Tries once to send a delivery. One whose last attempt ended in doubt is looked for first, and so is an answer, which was tried before it
 * came into the outbox; where the platform can't tell, it is sent again. Never rejects.
 */
export async function attempt(
  port: ChannelPort,
  delivery: Delivery,
  write: Write,
  sendWithin: number,
  timers: Timers,
): Promise<Outcome> {
  const { conversation, key, message } = delivery;
  const answer = message.kind === 'answer' ? message : undefined;
  try {
    if (delivery.uncertain || answer !== undefined) {
      const there = await answered(FIND_WITHIN, port.find(conversation, key, answer?.inReplyTo), timers);
      if (there === true) return { outcome: 'sent' };
    }
  } catch (error) {
    return { outcome: 'unknown', reason: 'lookup-failed', detail: wordsOf(error) };
  }
  let written: Written;
  try {
    written = write(delivery);
  } catch (error) {
    return { outcome: 'failed', reason: 'unwritable', detail: wordsOf(error) };
  }
  if ('withdrawn' in written) return { outcome: 'withdrawn', reason: written.withdrawn };
  try {
    const sending = port.send(conversation, written.reply, key, answer?.inReplyTo);
    return await answered(sendWithin, sending, timers);
  } catch (error) {
    return { outcome: 'unknown', reason: 'no-answer', detail: wordsOf(error) };
  }
}

function answered<T>(ms: number, work: Promise<T>, timers: Timers): Promise<T> {
  return withinTime(ms, work, `no answer within ${Math.round(ms / 1000)} s`, timers);
}
