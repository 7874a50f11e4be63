import { FileBox } from 'file-box';
import type { Wechaty } from 'wechaty';
import type { ChannelPort, ComponentHealth, Handle, KeepAnswer, Sent } from '../../bot/channel.js';
import type { ConversationId } from '../../bot/identity.js';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Languages } from '../../i18n/languages.js';
import { Locale } from '../../programme/localized.js';
import { waitAtMost } from '../../timing/within-time.js';
import { Account } from './account.js';
import { listenTo } from './account-events.js';
import { type FriendRequest, FriendRequests } from './friend-requests.js';
import { greetingFor } from './greeting.js';
import { Inbox } from './inbox.js';
import { LoginCodes, type Terminal } from './login-codes.js';
import { GatewayClock } from './message-age.js';
import { messagesFor } from './messages.js';
import { renderReply, type WechatMessage } from './render.js';
import { Replies } from './replies.js';
import { conversationId, type RoomBook, Rooms } from './rooms.js';
import { SendQueue } from './send-queue.js';
import { openSession, type Puppet, type PuppetSource, withoutToken } from './session.js';
import { checkPuppet } from './setup.js';
import { type Patience, Supervisor } from './supervisor.js';
import { type Trouble, troubleOf } from './trouble.js';
import { troubleSentence } from './trouble-sentence.js';

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
  /** Takes answers that were not said when the bot stops. */
  keep: KeepAnswer;
  log: Log;
  /** Where login codes are shown; never a log. */
  terminal: Terminal;
  /** Says one sentence to those who operate the bot. */
  complain(sentence: string): void;
}

/** At the stop, for what was taken to be answered, and then for what was not to be kept. */
const longestAnswering = 5000;
const longestKeeping = 2000;
const notStarted: Handle = async () => undefined;

/** WeChat through Wechaty, with whatever puppet is configured: rooms and direct chats, text out and text in. */
export class WechatChannel implements ChannelPort {
  readonly platform = 'wechat';
  readonly #options: WechatOptions;
  readonly #rooms: Rooms;
  readonly #clock = new GatewayClock();
  readonly #supervisor: Supervisor;
  readonly #queue: SendQueue<WechatMessage>;
  readonly #replies: Replies;
  readonly #codes: LoginCodes;
  readonly #friends: FriendRequests;
  readonly #sending = new Map<string, Promise<Sent>>();
  #inbox: Inbox | undefined;
  #account: Account | undefined;
  #puppet: Puppet | undefined;
  #handle: Handle = notStarted;
  #stopping = false;
  #complaint: string | undefined;

  constructor(options: WechatOptions) {
    this.#options = options;
    const { t } = options.languages[options.locale];
    this.#rooms = new Rooms(options.rooms);
    this.#codes = new LoginCodes(options.terminal, t);
    this.#queue = new SendQueue<WechatMessage>({
      gap: options.gap,
      say: (to, message) => this.#say(to, message),
      isLinkError: (error) => troubleOf(error) === 'unreachable',
      onLost: (conversation, reason) =>
        options.log.error({ platform: 'wechat', conversation, reason }, 'a reply was lost'),
    });
    const { languages, keep, log } = options;
    this.#replies = new Replies({ queue: this.#queue, languages, keep, log });
    this.#supervisor = new Supervisor({
      patience: options.patience,
      open: (listener) => openSession(options.puppet, listener, (bot, puppet) => this.#attend(bot, puppet)),
      onOnline: () => this.#online(),
      onOffline: () => this.#queue.close(),
      onError: (error) =>
        options.log.warn({ platform: 'wechat', reason: withoutToken(error) }, 'a session could not be built'),
      onTrouble: (trouble) => this.#complain(trouble),
    });
    this.#friends = new FriendRequests({
      keyword: options.friendKeyword,
      onAccepted: (request) => void this.#greet(request),
      onFailed: (err) =>
        options.log.warn({ platform: 'wechat', err }, 'a friend request could not be accepted'),
    });
  }

  async start(handle: Handle): Promise<void> {
    const { puppet, languages, locale, log } = this.#options;
    if (typeof puppet === 'string') await checkPuppet(puppet, process.env, languages[locale].t, log);
    this.#handle = handle;
    this.#supervisor.start();
  }

  async send(to: ConversationId, reply: Reply, key: string, inReplyTo?: string): Promise<Sent> {
    // Handed in again while it still waits here: it must not be said twice.
    const underWay = this.#sending.get(key);
    if (underWay !== undefined) return underWay;
    const sent = this.#send(to, reply, inReplyTo).finally(() => this.#sending.delete(key));
    this.#sending.set(key, sent);
    return sent;
  }

  async find(): Promise<undefined> {
    return undefined;
  }

  health(): ComponentHealth {
    const { trouble, ...health } = this.#supervisor.state();
    if (trouble === undefined) return health;
    const { puppet, languages } = this.#options;
    return { ...health, reason: troubleSentence(trouble, puppet, languages.en.t) };
  }

  /** Says what is in the way, unless that was the last thing said: several troubles may have one sentence. */
  #complain(trouble: Trouble): void {
    const { puppet, languages, locale, complain } = this.#options;
    const sentence = troubleSentence(trouble, puppet, languages[locale].t);
    if (sentence !== this.#complaint) complain(sentence);
    this.#complaint = sentence;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#friends.stop();
    await waitAtMost(longestAnswering, this.#answered());
    this.#queue.giveUp();
    await waitAtMost(longestKeeping, this.#replies.settled());
    await this.#supervisor.stop();
  }

  /** Resolves when what was taken is answered, as far as there is a link to say it. */
  async #answered(): Promise<void> {
    await this.#inbox?.whenIdle();
    if (this.#supervisor.state().state === 'up') await this.#queue.whenIdle();
  }

  /** Answers what a session's account is told, once it is started. */
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
      reply: (to, reply, event) => this.#replies.say(to, reply, event),
      notice: (to, notice) => this.#replies.notice(to, notice),
    });
    this.#puppet = puppet;
    this.#account = account;
    this.#inbox = inbox;
    listenTo(bot, puppet, {
      message: (incoming) => {
        if (this.#stopping) return;
        void inbox.receive(incoming, this.#handle).then(() => this.#rememberRoom(incoming.roomId));
      },
      scan: (code, status) => this.#codes.show(code, status),
      friendRequest: (request) => this.#friends.receive(request),
      roomRenamed: (roomId, topic) => this.#keep(this.#rooms.renamed(roomId, topic)),
      roomLeft: (roomId) => this.#keep(this.#rooms.left(roomId)),
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
      const greeting = greetingFor(request, friendKeyword, name, conversation);
      const reply = await this.#handle(greeting);
      if (reply !== undefined)
        this.#replies.say({ conversation, wechatId: request.contactId }, reply, greeting.id);
    } catch (err) {
      log.warn({ platform: 'wechat', err }, 'a new friend could not be greeted');
    }
  }

  async #send(to: ConversationId, reply: Reply, inReplyTo: string | undefined): Promise<Sent> {
    await this.#account?.whenListed();
    const address = this.#rooms.addressOf(to);
    if ('refused' in address) return { outcome: 'failed', reason: address.refused };
    const { wechatId } = address;
    // Whoever has left the room meanwhile is not mentioned.
    const mention =
      inReplyTo === undefined
        ? undefined
        : await this.#account?.mentionOf(inReplyTo, wechatId).catch(() => undefined);
    const rendered = renderReply(reply, this.#options.languages[reply.locale].t);
    return this.#queue.push('unasked', {
      conversation: wechatId,
      messages: messagesFor(rendered, mention),
    });
  }

  async #say(to: string, message: WechatMessage): Promise<void> {
    const puppet = this.#puppet;
    if (puppet === undefined) throw new Error('NO CLIENT');
    this.#clock.said(Date.now());
    if (message.kind === 'image') await puppet.messageSendFile(to, FileBox.fromUrl(message.url));
    else await puppet.messageSendText(to, message.text, [...(message.mentionIds ?? [])]);
  }
}
