import { setTimeout as wait } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Sent } from '../../bot/channel.js';
import { outcomeOf, refusalOf } from './api-errors.js';
import { deliveredParts, type Mark, metadataOf } from './delivery-mark.js';
import { Lanes } from './lanes.js';
import type { SlackMessage } from './render.js';

/** Where messages go: a channel or a person, perhaps a thread, perhaps to one person's eyes only. */
export interface Target {
  client: webApi.WebClient;
  team: string;
  channel: string;
  threadTs?: string | undefined;
  /** Only this person sees it. */
  onlyFor?: string | undefined;
}

const mostAttempts = 6;
const longestWaitMs = 60_000;

/** Writes messages. Each channel has a lane of its own, so that a limited channel holds back no other. */
export class Poster {
  readonly #lanes = new Lanes();

  /** Tries once to send all messages. For the outbox, which knows itself when to try again. */
  once(target: Target, messages: readonly SlackMessage[], key: string): Promise<Sent> {
    return this.#lanes.run(laneOf(target), async () => {
      try {
        const of = messages.length;
        // A part of a long message may stand there from an attempt that was cut off.
        const there = of > 1 ? await deliveredParts(target.client, target.channel, key) : undefined;
        for (const [part, message] of messages.entries())
          if (!there?.parts.has(part)) await post(target, message, { key, part, of });
        return { outcome: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    });
  }

  /**
   * Sends all messages, trying again for as long as somebody still waits for an answer: after Slack's own waiting time,
   * after a failure, and, when the outcome is unknown, only if the message is not there.
   */
  persistently(target: Target, messages: readonly SlackMessage[], key: string): Promise<Sent> {
    return this.#lanes.run(laneOf(target), async () => {
      for (const [part, message] of messages.entries()) {
        const sent = await attempts(target, message, { key, part, of: messages.length });
        if (sent.outcome !== 'sent') return sent;
      }
      return { outcome: 'sent' };
    });
  }
}

const laneOf = ({ team, channel }: Target) => `${team}:${channel}`;

async function attempts(target: Target, message: SlackMessage, mark: Mark): Promise<Sent> {
  let last: Sent = { outcome: 'failed', reason: 'not tried' };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const there = last.outcome === 'unknown' ? await isThere(target, mark) : 'no';
    if (there === 'yes') return { outcome: 'sent' };
    if (there === 'no') {
      try {
        await post(target, message, mark);
        return { outcome: 'sent' };
      } catch (error) {
        last = outcomeOf(error);
        // What Slack refuses now it refuses again.
        if (last.outcome === 'failed' && refusalOf(error) !== undefined) return last;
      }
    }
    if (last.outcome === 'dead' || (last.outcome === 'wait' && last.retryAfterMs > longestWaitMs))
      return last;
    await wait(last.outcome === 'wait' ? last.retryAfterMs : 300 * 2 ** attempt);
  }
  return last;
}

/** Whether a message whose outcome is unknown stands there. Slack may be as hard to read from as it was to write to. */
async function isThere(target: Target, { key, part }: Mark): Promise<'yes' | 'no' | 'unclear'> {
  // A message to one person's eyes is in no history; seen twice it does no harm.
  if (target.onlyFor !== undefined) return 'no';
  try {
    const { parts } = await deliveredParts(target.client, target.channel, key, target.threadTs);
    return parts.has(part) ? 'yes' : 'no';
  } catch (error) {
    // A refusal will not become an answer: the scope is missing, or the direct message has no id yet.
    return refusalOf(error) === undefined ? 'unclear' : 'no';
  }
}

async function post(target: Target, message: SlackMessage, mark: Mark): Promise<void> {
  const { client, channel, threadTs, onlyFor } = target;
  const common = { channel, ...message, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
  if (onlyFor !== undefined) await client.chat.postEphemeral({ ...common, user: onlyFor });
  else
    await client.chat.postMessage({
      ...common,
      metadata: metadataOf(mark),
      unfurl_links: false,
      unfurl_media: false,
    });
}
