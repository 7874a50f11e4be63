import { setTimeout as wait } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Sent } from '../../bot/channel.js';
import { outcomeOf, refusalOf } from './api-errors.js';
import { markOf, partsThere } from './delivery-mark.js';
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
        const there =
          messages.length > 1 ? await partsThere(target.client, target.channel, key) : new Set<number>();
        for (const [part, message] of messages.entries())
          if (!there.has(part)) await post(target, message, key, part);
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
        const sent = await attempts(target, message, key, part);
        if (sent.outcome !== 'sent') return sent;
      }
      return { outcome: 'sent' };
    });
  }
}

const laneOf = ({ team, channel }: Target) => `${team}:${channel}`;

async function attempts(target: Target, message: SlackMessage, key: string, part: number): Promise<Sent> {
  let last: Sent = { outcome: 'failed', reason: 'not tried' };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    try {
      await post(target, message, key, part);
      return { outcome: 'sent' };
    } catch (error) {
      last = outcomeOf(error);
      // What Slack refuses now it refuses again.
      if (last.outcome === 'failed' && refusalOf(error) !== undefined) return last;
    }
    if (last.outcome === 'dead' || (last.outcome === 'wait' && last.retryAfterMs > longestWaitMs))
      return last;
    await wait(last.outcome === 'wait' ? last.retryAfterMs : 300 * 2 ** attempt);
    if (last.outcome === 'unknown' && (await isThere(target, key, part))) return { outcome: 'sent' };
  }
  return last;
}

async function isThere(target: Target, key: string, part: number): Promise<boolean> {
  // A message to one person's eyes is in no history; seen twice it does no harm.
  if (target.onlyFor !== undefined) return false;
  try {
    return (await partsThere(target.client, target.channel, key, target.threadTs)).has(part);
  } catch {
    return false;
  }
}

async function post(target: Target, message: SlackMessage, key: string, part: number): Promise<void> {
  const { client, channel, threadTs, onlyFor } = target;
  const common = { channel, ...message, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
  if (onlyFor !== undefined) await client.chat.postEphemeral({ ...common, user: onlyFor });
  else
    await client.chat.postMessage({
      ...common,
      metadata: markOf(key, part),
      unfurl_links: false,
      unfurl_media: false,
    });
}
