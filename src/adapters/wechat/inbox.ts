import { LRUCache } from 'lru-cache';
import type { Handle } from '../../bot/channel.js';
import { type ConversationId, PersonId } from '../../bot/identity.js';
import type { Inbound } from '../../bot/inbound.js';
import type { Log } from '../../bot/log.js';
import { numbersOf, type Reply } from '../../bot/reply.js';
import type { Incoming } from './incoming.js';
import { calledInRoom, type MentionWords, saidDirectly } from './mention.js';
import { type GatewayClock, inMilliseconds, oldestAnswered } from './message-age.js';
import { conversationId } from './rooms.js';
import { TalkerLimit } from './talker-limit.js';

/** What the inbox asks about the account and its rooms. */
export interface Surroundings {
  selfId(): string;
  /** The bot's own name, and its alias in the room. */
  namesIn(roomId: string | undefined): Promise<string[]>;
  /** How the talker is called in the room. */
  aliasOf(talkerId: string, roomId: string): Promise<string | undefined>;
  conversationOf(roomId: string): Promise<ConversationId>;
}

/** Somebody to whom something is said: where, and for a room whom it names. */
export interface Recipient {
  conversation: ConversationId;
  wechatId: string;
  mention?: { id: string; name: string };
}

export interface InboxOptions {
  clock: GatewayClock;
  surroundings: Surroundings;
  calls: Pick<MentionWords, 'prefixes' | 'everyone'>;
  log: Log;
  /** Says the reply to an event. */
  reply(to: Recipient, reply: Reply, event: string): void;
  /** Says one of the adapter's own sentences. */
  notice(to: Recipient, notice: 'onlyText' | 'tooFast'): void;
}

const anHour = 3_600_000;
/** As long as the kernel keeps what a reply offered by number. */
const offerLasts = 600_000;

/** Decides what is meant for the bot, and has it answered: one message of a conversation after the other. */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #seen = new LRUCache<string, true>({ max: 20_000, ttl: anHour });
  readonly #limit = new TalkerLimit();
  /** How many things a room's member was last offered by number. */
  readonly #offered = new LRUCache<string, number>({ max: 5000, ttl: offerLasts });
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** Answers a message if it is meant for the bot. Never rejects. */
  async receive(incoming: Incoming, handle: Handle): Promise<void> {
    if (!this.#isNews(incoming)) return;
    const key = incoming.roomId ?? incoming.talkerId;
    const answered = (this.#underWay.get(key) ?? Promise.resolve())
      .then(() => this.#answer(incoming, handle))
      .catch((error: unknown) =>
        this.#options.log.error({ err: error, platform: 'wechat' }, 'a message failed'),
      );
    this.#underWay.set(key, answered);
    await answered;
    if (this.#underWay.get(key) === answered) this.#underWay.delete(key);
  }

  /** Resolves when every message that was taken is answered. */
  async whenIdle(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  #isNews({ id, own, isService, kind, timestamp }: Incoming): boolean {
    const now = Date.now();
    if (own) this.#options.clock.echoed(timestamp, now);
    if (own || isService || kind === 'notice' || this.#seen.has(id)) return false;
    this.#seen.set(id, true);
    const age = this.#options.clock.age(timestamp, now);
    if (age <= oldestAnswered) return true;
    this.#options.log.info(
      { platform: 'wechat', ageSeconds: Math.round(age / 1000) },
      'an old message was ignored',
    );
    return false;
  }

  async #answer(incoming: Incoming, handle: Handle): Promise<void> {
    const text = await this.#wordsForBot(incoming);
    if (text === undefined) return;
    const to = await this.#recipientOf(incoming);
    const admitted = this.#limit.admit(incoming.talkerId, Date.now());
    if (admitted === 'last') this.#options.notice(to, 'tooFast');
    if (admitted !== 'yes') return;
    if (incoming.kind === 'other') return this.#options.notice(to, 'onlyText');
    const inbound = this.#inboundOf(incoming, to, text);
    const reply = await handle(inbound);
    if (reply === undefined) return;
    const highest = Math.max(0, ...numbersOf(reply).values());
    if (highest > 0 && incoming.roomId !== undefined) this.#offered.set(offerKey(incoming), highest);
    this.#options.reply(to, reply, inbound.id);
  }

  async #wordsForBot(incoming: Incoming): Promise<string | undefined> {
    const { kind, roomId, text, mentionIds } = incoming;
    const { surroundings, calls } = this.#options;
    if (kind === 'other') return roomId === undefined ? '' : undefined;
    // Names cost a question to the gateway, and most messages in a room call nobody.
    const names = /[@\uff20]/u.test(text) ? await surroundings.namesIn(roomId) : [];
    if (roomId === undefined) return saidDirectly(text, { ...calls, names });
    const listed = mentionIds.includes(surroundings.selfId());
    return calledInRoom({ text, listed }, { ...calls, names }) ?? this.#chosenNumber(incoming);
  }

  /** The number alone, sent next after a reply that offered it, needs no mention; anything else ends the offer. */
  #chosenNumber(incoming: Incoming): string | undefined {
    const key = offerKey(incoming);
    const offered = this.#offered.get(key) ?? 0;
    this.#offered.delete(key);
    const number = /^\d{1,3}$/u.test(incoming.text.normalize('NFKC').trim()) ? incoming.text : undefined;
    return Number(number?.normalize('NFKC')) <= offered ? number : undefined;
  }

  async #recipientOf({ roomId, talkerId, talkerName }: Incoming): Promise<Recipient> {
    const { surroundings } = this.#options;
    if (roomId === undefined) return { conversation: conversationId(talkerId), wechatId: talkerId };
    const name = (await surroundings.aliasOf(talkerId, roomId)) ?? talkerName;
    return {
      conversation: await surroundings.conversationOf(roomId),
      wechatId: roomId,
      mention: { id: talkerId, name },
    };
  }

  #inboundOf(
    { id, talkerId, talkerName, roomId, timestamp }: Incoming,
    to: Recipient,
    text: string,
  ): Inbound {
    return {
      id: `wechat:${id}`,
      platform: 'wechat',
      conversation: to.conversation,
      person: PersonId.parse(`wechat:default:${talkerId}`),
      personName: to.mention?.name ?? talkerName,
      content: { kind: 'words', text },
      direct: roomId === undefined,
      at: new Date(inMilliseconds(timestamp)),
    };
  }
}

function offerKey({ roomId, talkerId }: Incoming): string {
  return `${roomId} ${talkerId}`;
}
