import { FileBox } from 'file-box';
import type { Wechaty } from 'wechaty';
import { types } from 'wechaty-puppet';
import type { ChannelPort, ComponentHealth, Handle, Sent } from '../../bot/channel.js';
import type { ConversationId } from '../../bot/identity.js';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Languages } from '../../i18n/languages.js';
import { Locale } from '../../programme/localized.js';
import { Account } from './account.js';
import { ArrivalOrder } from './arrival-order.js';
import { type FriendRequest, FriendRequests } from './friend-requests.js';
import { greetingFor } from './greeting.js';
import { Inbox, type Recipient } from './inbox.js';
import { type Incoming, readMessage } from './incoming.js';
import { LoginCodes, type Terminal } from './login-codes.js';
import { GatewayClock } from './message-age.js';
import { messagesFor } from './messages.js';
import { type Part, renderReply } from './render.js';
import { conversationId, type RoomBook, Rooms } from './rooms.js';
import { SendQueue } from './send-queue.js';
import { openSession, type Puppet, type PuppetSource } from './session.js';
import { checkPuppet } from './setup.js';
import { type Patience, Supervisor } from './supervisor.js';
import { troubleOf } from './trouble.js';

export interface WechatOptions {
  puppet: PuppetSource;
  languages: Languages;
  /** The language of what is said to those who operate the bot. */
  locale: Locale;
  /** Least milliseconds between unasked messages. */
  gap: number;
  patience?: Partial<Patience>;
  /** Friend requests that hold this word are accepted; without one none are. */
  friendKeyword?: string | undefined;
  rooms: RoomBook;
  log: Log;
  /** Where login codes are shown; never a log. */
  terminal: Terminal;
  /** Says one sentence to those who operate the bot. */
  complain(sentence: string): void;
}

const longestStop = 5000;
const notStarted: Handle = async () => undefined;

/** WeChat through Wechaty, with whatever puppet is configured: rooms and direct chats, text out and text in. */
export class WechatChannel implements ChannelPort {
  readonly platform = 'wechat';
  readonly #options: WechatOptions;
  readonly #rooms: Rooms;
  readonly #clock = new GatewayClock();
  readonly #supervisor: Supervisor;
  readonly #queue: SendQueue<Part>;
  readonly #codes: LoginCodes;
  readonly #friends: FriendRequests;
  /** The language last spoken in a conversation, for the adapter's own sentences. */
  readonly #spoken = new Map<ConversationId, Locale>();
  readonly #sending = new Map<string, Promise<Sent>>();
  #inbox: Inbox | undefined;
  #account: Account | undefined;
  #puppet: Puppet | undefined;
  #handle: Handle = notStarted;
  #stopping = false;

  constructor(options: WechatOptions) {
    this.#options = options;
    const { t } = options.languages[options.locale];
    this.#rooms = new Rooms(options.rooms);
    this.#codes = new LoginCodes(options.terminal, t);
    this.#queue = new SendQueue<Part>({
      gap: options.gap,
      say: (to, part) => this.#say(to, part),
      isLinkError: (error) => troubleOf(error) === 'unreachable',
      onLost: (conversation, reason) =>
        options.log.error({ platform: 'wechat', conversation, reason }, 'a reply was lost'),
    });
    this.#supervisor = new Supervisor({
      patience: options.patience,
      open: (listener) => openSession(options.puppet, listener, (bot, puppet) => this.#attend(bot, puppet)),
      onOnline: () => this.#online(),
      onOffline: () => this.#queue.close(),
      onError: (error) =>
        options.log.warn({ platform: 'wechat', reason: withoutToken(error) }, 'a session could not be built'),
      onTrouble: (trouble) => options.complain(t(`wechat:trouble.${trouble}`)),
    });
    this.#friends = new FriendRequests({
      keyword: options.friendKeyword,
      onAccepted: (request) => void this.#greet(request),
      onFailed: (err) =>
        options.log.warn({ platform: 'wechat', err }, 'a friend request could not be accepted'),
    });
  }

  async start(handle: Handle): Promise<void> {
    const { puppet, languages, locale } = this.#options;
    if (typeof puppet === 'string') await checkPuppet(puppet, process.env, languages[locale].t);
    this.#handle = handle;
    this.#supervisor.start();
  }

  async send(to: ConversationId, reply: Reply, key: string): Promise<Sent> {
    // Handed in again while it still waits here: it must not be said twice.
    const underWay = this.#sending.get(key);
    if (underWay !== undefined) return underWay;
    const sent = this.#send(to, reply).finally(() => this.#sending.delete(key));
    this.#sending.set(key, sent);
    return sent;
  }

  async find(): Promise<undefined> {
    return undefined;
  }

  health(): ComponentHealth {
    const { trouble, ...health } = this.#supervisor.state();
    if (trouble === undefined) return health;
    return { ...health, reason: this.#options.languages.en.t(`wechat:trouble.${trouble}`) };
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#friends.stop();
    if (this.#supervisor.state().state === 'up') {
      const done = (this.#inbox?.whenIdle() ?? Promise.resolve()).then(() => this.#queue.whenIdle());
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, longestStop).unref())]);
    }
    this.#queue.abandon('the bot was stopped');
    await this.#supervisor.stop();
  }

  /** Listens to a session's account, before it is started. */
  #attend(bot: Wechaty, puppet: Puppet): void {
    const { log, languages } = this.#options;
    const account = new Account(puppet, this.#rooms);
    const words = (key: 'prefixes' | 'everyone') =>
      Locale.options.flatMap((locale) => languages[locale].t(`wechat:call.${key}`).split(' '));
    const inbox = new Inbox({
      clock: this.#clock,
      surroundings: account,
      calls: { prefixes: words('prefixes'), everyone: words('everyone') },
      log,
      reply: (to, reply) => this.#reply(to, reply),
      notice: (to, notice) => this.#notice(to, notice),
    });
    this.#puppet = puppet;
    this.#account = account;
    this.#inbox = inbox;
    const order = new ArrivalOrder<Incoming>((incoming) => {
      if (this.#stopping) return;
      void inbox.receive(incoming, this.#handle).then(() => this.#rememberRoom(incoming.roomId));
    });
    puppet.on('message', ({ messageId }) => order.arrived(messageId));
    bot.on('message', (message) => order.loaded(message.id, readMessage(message)));
    bot.on('scan', (code, status) => this.#codes.show(code, status));
    bot.on('friendship', (friendship) => {
      if (friendship.type() !== types.Friendship.Receive) return;
      const contactId = friendship.contact().id;
      this.#friends.receive({ contactId, hello: friendship.hello(), accept: () => friendship.accept() });
    });
    bot.on('room-topic', (room, topic) => this.#keep(this.#rooms.renamed(room.id, topic)));
    // Wechaty's own event fails for a room that the account can no longer read, which is just when it was removed.
    puppet.on('room-leave', ({ roomId, removeeIdList }) => {
      if (removeeIdList.includes(account.selfId())) this.#keep(this.#rooms.left(roomId));
    });
  }

  #online(): void {
    this.#codes.forget();
    this.#options.log.info({ platform: 'wechat' }, 'logged in');
    this.#account?.listRooms();
    this.#queue.open();
  }

  #rememberRoom(roomId: string | undefined): void {
    if (roomId !== undefined && this.#rooms.has(roomId)) this.#keep(this.#rooms.seen(roomId));
  }

  #keep(change: Promise<void>): void {
    change.catch((err: unknown) =>
      this.#options.log.warn({ platform: 'wechat', err }, 'a room could not be kept'),
    );
  }

  async #greet(request: FriendRequest): Promise<void> {
    const { friendKeyword = '', log } = this.#options;
    const conversation = conversationId(request.contactId);
    try {
      const name = (await this.#account?.nameOf(request.contactId)) ?? '';
      const reply = await this.#handle(greetingFor(request, friendKeyword, name, conversation));
      if (reply !== undefined) this.#reply({ conversation, wechatId: request.contactId }, reply);
    } catch (err) {
      log.warn({ platform: 'wechat', err }, 'a new friend could not be greeted');
    }
  }

  async #send(to: ConversationId, reply: Reply): Promise<Sent> {
    await this.#account?.whenListed();
    const address = this.#rooms.addressOf(to);
    if ('refused' in address) return { outcome: 'failed', reason: address.refused };
    return this.#queue.push('unasked', {
      conversation: address.wechatId,
      parts: messagesFor(renderReply(reply, this.#options.languages[reply.locale].t), undefined),
    });
  }

  #reply(to: Recipient, reply: Reply): void {
    this.#spoken.delete(to.conversation);
    this.#spoken.set(to.conversation, reply.locale);
    for (const oldest of this.#spoken.keys()) if (this.#spoken.size > 5000) this.#spoken.delete(oldest);
    this.#queueReply(to, renderReply(reply, this.#options.languages[reply.locale].t));
  }

  /** In the language last spoken there; in both where none was. */
  #notice(to: Recipient, notice: 'onlyText' | 'tooFast'): void {
    const spoken = this.#spoken.get(to.conversation);
    const locales: Locale[] = spoken === undefined ? ['zh', 'en'] : [spoken];
    const text = locales.map((locale) => this.#options.languages[locale].t(`wechat:${notice}`)).join('\n');
    this.#queueReply(to, [{ kind: 'text', text }]);
  }

  #queueReply({ wechatId, mention }: Recipient, parts: readonly Part[]): void {
    void this.#queue.push('reply', { conversation: wechatId, parts: messagesFor(parts, mention) });
  }

  async #say(to: string, part: Part): Promise<void> {
    const puppet = this.#puppet;
    if (puppet === undefined) throw new Error('NO CLIENT');
    this.#clock.said(Date.now());
    if (part.kind === 'image') await puppet.messageSendFile(to, FileBox.fromUrl(part.url));
    else await puppet.messageSendText(to, part.text, [...(part.mentionIds ?? [])]);
  }
}

/** An error's words; some of Wechaty's hold the token. */
function withoutToken(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const token = process.env.WECHATY_PUPPET_SERVICE_TOKEN;
  return token ? message.replaceAll(token, '…') : message;
}
