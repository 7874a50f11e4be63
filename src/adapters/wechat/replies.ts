import { LRUCache } from 'lru-cache';
import type { KeepAnswer } from '../../bot/channel.js';
import type { ConversationId } from '../../bot/identity.js';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Languages } from '../../i18n/languages.js';
import type { Locale } from '../../programme/localized.js';
import type { Recipient } from './inbox.js';
import { messagesFor } from './messages.js';
import { renderReply, type WechatMessage } from './render.js';
import type { SendQueue } from './send-queue.js';

export interface RepliesOptions {
  queue: SendQueue<WechatMessage>;
  languages: Languages;
  /** Takes what was not said when the bot stops. */
  keep: KeepAnswer;
  log: Log;
}

/** Says what people are answered. */
export class Replies {
  readonly #options: RepliesOptions;
  /** The language last spoken in a conversation, for the adapter's own sentences. */
  readonly #spoken = new LRUCache<ConversationId, Locale>({ max: 5000 });
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: RepliesOptions) {
    this.#options = options;
  }

  /** Says the reply to an event, or keeps it when the bot stops before. */
  say(to: Recipient, reply: Reply, event: string): void {
    this.#spoken.set(to.conversation, reply.locale);
    const said: Promise<void> = this.#sayOrKeep(to, reply, event)
      .catch((err: unknown) =>
        this.#options.log.error({ platform: 'wechat', err }, 'a reply could not be kept'),
      )
      .finally(() => this.#underWay.delete(said));
    this.#underWay.add(said);
  }

  /** One of the adapter's own sentences, in the language last spoken there; in both where none was. */
  notice(to: Recipient, notice: 'onlyText' | 'tooFast'): void {
    const { languages } = this.#options;
    const spoken = this.#spoken.get(to.conversation);
    const locales: Locale[] = spoken === undefined ? ['zh', 'en'] : [spoken];
    const text = locales.map((locale) => languages[locale].t(`wechat:${notice}`)).join('\n');
    void this.#push(to, [{ kind: 'text', text }]);
  }

  /** Resolves when every reply was said, lost or kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #sayOrKeep(to: Recipient, reply: Reply, key: string): Promise<void> {
    const { languages, keep } = this.#options;
    const { outcome } = await this.#push(to, renderReply(reply, languages[reply.locale].t));
    if (outcome !== 'wait') return;
    const { conversation, mention } = to;
    await keep({ key, conversation, inReplyTo: mention?.id, reply, notBefore: new Date() });
  }

  #push({ wechatId, mention }: Recipient, rendered: readonly WechatMessage[]) {
    return this.#options.queue.push('reply', {
      conversation: wechatId,
      messages: messagesFor(rendered, mention),
    });
  }
}
