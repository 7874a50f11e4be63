import type { KeepAnswer } from '../../bot/channel.js';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Language, Languages } from '../../i18n/languages.js';
import type { Locale } from '../../programme/localized.js';
import type { Asker } from './asker.js';
import { offersToSettle } from './buttons.js';
import { conversationId } from './identity.js';
import { limits } from './limits.js';
import type { Poster, Target } from './poster.js';
import { render, type SlackMessage } from './render.js';
import { type Responded, type ResponseOptions, respond } from './response-url.js';
import type { Shares } from './shares.js';
import { plainText } from './text.js';
import { untilStopped } from './until-stopped.js';

export const shareActionId = 'share';

/** What answers are brought with. */
export interface AnswerParts {
  poster: Poster;
  shares: Shares;
  languages: Languages;
  /** Takes what can't be brought now. */
  keep: KeepAnswer;
  /** Aborted when nothing can be waited for any more. */
  stopped: AbortSignal;
  log: Log;
}

/** Brings a reply to the one who asked: privately, in a thread, or in a direct message; what has to wait for long, through the outbox. */
export class Answers {
  readonly shares: Shares;
  readonly #parts: AnswerParts;
  readonly #words: Readonly<Record<Locale, { open: string; share: string }>>;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
    this.shares = parts.shares;
    const { languages } = parts;
    // Every answer needs them, and looking a message up costs more than drawing a block.
    const words = ({ t }: Language) => ({ open: t('slack:open'), share: t('slack:share') });
    this.#words = { en: words(languages.en), zh: words(languages.zh) };
  }

  /** For the asker's eyes, by response_url; as a direct message when that is spent. `key` names the event answered. */
  async privately(
    asker: Asker,
    responseUrl: string,
    reply: Reply,
    key: string,
    threadTs?: string,
  ): Promise<void> {
    const messages = this.#withShare(reply);
    for (const [part, message] of messages.entries()) {
      const responded =
        part < limits.responseUrlUses
          ? await this.#respondTwice(responseUrl, message, threadTs)
          : ('spent' as const);
      if (responded === 'ok') continue;
      return this.inDirectMessage(asker, reply, key, messages.slice(part));
    }
  }

  /** Under the message that asked, or under the thread's root; privately when the reply is for one person. */
  async inThread(asker: Asker, threadTs: string, reply: Reply, key: string): Promise<void> {
    const onlyFor = reply.audience === 'person' ? asker.user : undefined;
    await this.#bring(asker, { threadTs, onlyFor }, reply, key);
  }

  /** In the direct message channel where it was asked. */
  async inDirectChannel(
    asker: Asker,
    threadTs: string | undefined,
    reply: Reply,
    key: string,
  ): Promise<void> {
    await this.#bring(asker, { threadTs }, reply, key);
  }

  /** In the conversation of a form: for the person's eyes in a channel, plainly in a direct message. */
  async afterForm(asker: Asker, direct: boolean, reply: Reply, key: string): Promise<void> {
    if (direct) return this.inDirectMessage(asker, reply, key);
    await this.#bring(asker, { onlyFor: asker.user }, reply, key);
  }

  /**
   * Slack opens the direct message by itself when it is given a person's id.
   * @param messages what of the reply has not been shown yet
   */
  inDirectMessage(
    asker: Asker,
    reply: Reply,
    key: string,
    messages?: readonly SlackMessage[],
  ): Promise<void> {
    return this.#bring({ ...asker, channel: asker.user }, {}, reply, key, messages);
  }

  /** Shows a message by response_url, for as long as Slack's word can be waited for. */
  async respond(url: string, message: SlackMessage, options: ResponseOptions): Promise<Responded> {
    const { stopped } = this.#parts;
    if (stopped.aborted) return 'failed';
    return (await untilStopped(respond(url, message, options), stopped)) ?? 'failed';
  }

  words(reply: Pick<Reply, 'locale'>) {
    return this.#words[reply.locale];
  }

  /** Posts it where it was asked; where Slack does not take it, in a direct message; and later what has to wait. */
  async #bring(
    asker: Asker,
    place: Pick<Target, 'threadTs' | 'onlyFor'>,
    reply: Reply,
    key: string,
    messages: readonly SlackMessage[] = render(reply, this.words(reply)),
  ): Promise<void> {
    const { poster, log } = this.#parts;
    const target = { ...asker, ...place };
    const posted = await poster.persistently(target, messages, key);
    if (posted.outcome === 'later') return this.#keep(target, reply, key, posted.notBefore);
    if (posted.outcome === 'sent') return;
    if (asker.channel !== asker.user) return this.inDirectMessage(asker, reply, key);
    log.error({ reason: posted.reason, key }, 'Slack: an answer could not be delivered');
  }

  /** What was for one person's eyes goes to that person. */
  async #keep(target: Target, reply: Reply, key: string, notBefore: Date): Promise<void> {
    const { team, channel, threadTs, onlyFor } = target;
    const conversation = conversationId(team, onlyFor ?? channel);
    const inReplyTo = onlyFor === undefined ? threadTs : undefined;
    await this.#parts.keep({ key, conversation, inReplyTo, reply, notBefore });
    this.#parts.log.info({ key }, 'Slack: an answer waits in the outbox');
  }

  async #respondTwice(url: string, message: SlackMessage, threadTs: string | undefined): Promise<Responded> {
    const first = await this.respond(url, message, { threadTs });
    return first === 'failed' ? this.respond(url, message, { threadTs }) : first;
  }

  /** A settled proposal or a private matter is nobody else's; anything else has a button that shows it to the channel. */
  #withShare(reply: Reply): SlackMessage[] {
    const messages = render(reply, this.words(reply), 1);
    const last = messages.at(-1);
    if (last === undefined || !mayBeShared(reply)) return messages;
    const token = this.shares.keep(messages.map((message) => ({ ...message })));
    const { share } = this.#words[reply.locale];
    const text = { type: 'plain_text', text: plainText(share, limits.buttonText) } as const;
    const button = {
      type: 'button',
      action_id: shareActionId,
      text,
      value: `${reply.locale}:${token}`,
    } as const;
    return [
      ...messages.slice(0, -1),
      { ...last, blocks: [...last.blocks, { type: 'actions', elements: [button] }] },
    ];
  }
}

function mayBeShared(reply: Reply): boolean {
  return reply.audience === 'conversation' && !offersToSettle(reply);
}
