import type { webApi } from '@slack/bolt';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Language, Languages } from '../../i18n/languages.js';
import type { Locale } from '../../programme/localized.js';
import { settles } from './buttons.js';
import { limits } from './limits.js';
import type { Poster } from './poster.js';
import { render, type SlackMessage } from './render.js';
import { respond } from './response-url.js';
import type { Shares } from './shares.js';
import { plainText } from './text.js';

/** Who asked, and where. */
export interface Asker {
  client: webApi.WebClient;
  team: string;
  user: string;
  channel: string;
}

export const shareActionId = 'share';

/** Brings a reply to the one who asked: privately, in a thread, or in a direct message. */
export class Answers {
  readonly #words: Readonly<Record<Locale, { open: string; share: string }>>;

  constructor(
    readonly poster: Poster,
    readonly shares: Shares,
    languages: Languages,
    readonly log: Log,
  ) {
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
          ? await this.#respond(responseUrl, message, threadTs)
          : ('spent' as const);
      if (responded === 'ok') continue;
      return this.inDirectMessage(asker, messages.slice(part), key);
    }
  }

  /** Under the message that asked, or under the thread's root; privately when the reply is for one person. */
  async inThread(asker: Asker, threadTs: string, reply: Reply, key: string): Promise<void> {
    const messages = render(reply, this.words(reply));
    const target = { ...asker, threadTs, onlyFor: reply.audience === 'person' ? asker.user : undefined };
    const sent = await this.poster.persistently(target, messages, key);
    if (sent.outcome !== 'sent') await this.inDirectMessage(asker, messages, key);
  }

  /** In the direct message channel where it was asked. */
  async inDirectChannel(
    asker: Asker,
    threadTs: string | undefined,
    reply: Reply,
    key: string,
  ): Promise<void> {
    await this.#post({ ...asker, threadTs }, render(reply, this.words(reply)), key);
  }

  /** In the conversation of a form: for the person's eyes in a channel, plainly in a direct message. */
  async afterForm(asker: Asker, direct: boolean, reply: Reply, key: string): Promise<void> {
    const messages = render(reply, this.words(reply));
    if (direct) return this.inDirectMessage(asker, messages, key);
    const sent = await this.poster.persistently({ ...asker, onlyFor: asker.user }, messages, key);
    if (sent.outcome !== 'sent') await this.inDirectMessage(asker, messages, key);
  }

  /** Slack opens the direct message by itself when it is given a person's id. */
  inDirectMessage(asker: Asker, messages: readonly SlackMessage[], key: string): Promise<void> {
    return this.#post({ client: asker.client, team: asker.team, channel: asker.user }, messages, key);
  }

  words(reply: Pick<Reply, 'locale'>) {
    return this.#words[reply.locale];
  }

  async #post(target: Parameters<Poster['persistently']>[0], messages: readonly SlackMessage[], key: string) {
    const sent = await this.poster.persistently(target, messages, key);
    if (sent.outcome !== 'sent') this.log.error({ ...sent, key }, 'Slack: an answer could not be delivered');
  }

  async #respond(url: string, message: SlackMessage, threadTs: string | undefined) {
    const first = await respond(url, message, { threadTs });
    return first === 'failed' ? respond(url, message, { threadTs }) : first;
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
  const proposes = reply.blocks.some(
    (block) => block.kind === 'choices' && block.choices.some(({ invocation }) => settles(invocation)),
  );
  return reply.audience === 'conversation' && !proposes;
}
