import type { webApi } from '@slack/bolt';
import type { Sent } from '../../bot/channel.js';
import { systemTimers } from '../../timing/timers.js';
import { isPassing, outcomeOf } from './api-errors.js';
import { deliveredParts, type Mark, metadataOf } from './delivery-mark.js';
import { Lanes } from './lanes.js';
import type { SlackMessage } from './render.js';
import { untilStopped } from './until-stopped.js';

/** Where messages go: a channel or a person, perhaps a thread, perhaps to one person's eyes only. */
export interface Target {
  client: webApi.WebClient;
  team: string;
  channel: string;
  threadTs?: string | undefined;
  /** Only this person sees it. */
  onlyFor?: string | undefined;
}

/** What became of an answer that somebody waits for. */
export type Posted =
  | { outcome: 'sent' }
  /** Slack does not take it there, and never will. */
  | { outcome: 'refused'; reason: string }
  /** It may be sent later, when it is not there by then. */
  | { outcome: 'later'; notBefore: Date };

const mostAttempts = 6;
const longestWaitMs = 60_000;
/** A message that Slack was still working on shows in its history by then. */
const lookAfterMs = 10_000;
/** The outbox gives an attempt half a minute. One that has not begun long before that would be repeated while it still waits here. */
const longestInLaneMs = 20_000;

/** Writes messages. Each channel has a lane of its own, so that a limited channel holds back no other. */
export class Poster {
  readonly #lanes = new Lanes();
  readonly #stopped: AbortSignal;

  /** `stopped` is aborted when nothing can be waited for any more. */
  constructor(stopped: AbortSignal) {
    this.#stopped = stopped;
  }

  /**
   * Tries once to send all messages. For the outbox, which knows itself when to try again: nothing is sent that has waited too
   * long behind others of its channel.
   */
  once(target: Target, messages: readonly SlackMessage[], key: string): Promise<Sent> {
    const since = Date.now();
    return this.#lanes.run(laneOf(target), async () => {
      if (Date.now() - since > longestInLaneMs) return { outcome: 'wait', retryAfterMs: 0 };
      try {
        const of = messages.length;
        // A part of a long message may stand there from an attempt that was cut off.
        const there = of > 1 ? await partsThere(target, key) : none;
        for (const [part, message] of messages.entries())
          if (!there.has(part)) await post(target, message, { key, part, of });
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
  persistently(target: Target, messages: readonly SlackMessage[], key: string): Promise<Posted> {
    return this.#lanes.run(laneOf(target), async () => {
      for (const [part, message] of messages.entries()) {
        const posted = await this.#attempts(target, message, { key, part, of: messages.length });
        if (posted.outcome !== 'sent') return posted;
      }
      return { outcome: 'sent' };
    });
  }

  async #attempts(target: Target, message: SlackMessage, mark: Mark): Promise<Posted> {
    let inDoubt = false;
    let notBefore = Date.now();
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      if (attempt > 0) await systemTimers.sleep(notBefore - Date.now(), this.#stopped);
      if (this.#stopped.aborted) break;
      const tried: Tried | undefined = await untilStopped(
        tryToPost(target, message, mark, inDoubt),
        this.#stopped,
      );
      if (tried === undefined) return { outcome: 'later', notBefore: new Date(Date.now() + lookAfterMs) };
      if (tried.outcome === 'sent' || tried.outcome === 'refused') return tried;
      inDoubt = tried.outcome === 'unknown';
      const ms = tried.outcome === 'wait' ? tried.retryAfterMs : 300 * 2 ** attempt;
      notBefore = Date.now() + ms;
      if (ms > longestWaitMs) break;
    }
    return { outcome: 'later', notBefore: new Date(notBefore) };
  }
}

const laneOf = ({ team, channel }: Target) => `${team}:${channel}`;

type Tried = Exclude<Sent, { outcome: 'dead' }> | { outcome: 'refused'; reason: string };

/** Posts a message; one whose last attempt ended in doubt only if it is not there. */
async function tryToPost(
  target: Target,
  message: SlackMessage,
  mark: Mark,
  inDoubt: boolean,
): Promise<Tried> {
  try {
    if (inDoubt && (await partsThere(target, mark.key)).has(mark.part)) return { outcome: 'sent' };
  } catch {
    // Slack may be as hard to read from as it was to write to.
    return { outcome: 'unknown', reason: 'it could not be looked up' };
  }
  try {
    await post(target, message, mark);
    return { outcome: 'sent' };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.outcome === 'dead') return { ...outcome, outcome: 'refused' };
    // What Slack refuses now it refuses again.
    if (outcome.outcome === 'failed' && !isPassing(error)) return { ...outcome, outcome: 'refused' };
    return outcome;
  }
}

const none: ReadonlySet<number> = new Set();

/** The parts of an answer or delivery that are known to stand there. Rejects when Slack may tell later. */
async function partsThere({ client, channel, threadTs, onlyFor }: Target, key: string) {
  // A message to one person's eyes is in no history; seen twice it does no harm.
  if (onlyFor !== undefined) return none;
  try {
    return (await deliveredParts(client, channel, key, threadTs)).parts;
  } catch (error) {
    if (isPassing(error)) throw error;
    // A refusal will not become an answer: the scope is missing, or the direct message has no id yet.
    return none;
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
