import type { OwnReason } from '../../bot/delivery-reason.js';
import { ConversationId } from '../../bot/identity.js';

/** Rooms with settings, as the state keeps them; direct chats are none. */
export interface RoomBook {
  all(): readonly { id: ConversationId; title?: string | undefined }[];
  /** A room with settings was named or renamed. */
  retitle(id: ConversationId, title: string): Promise<void>;
  /** The bot was removed from a room: its settings rest, its digests stop, and a coordinator is told. */
  left(id: ConversationId, title: string): Promise<void>;
}

export type Address = { wechatId: string } | { refused: OwnReason };

const prefix = 'wechat:default:';

/** The id by which the kernel knows a WeChat contact or room. */
export function conversationId(wechatId: string): ConversationId {
  return ConversationId.parse(`${prefix}${wechatId}`);
}

/** The contact's or room's id in WeChat. */
function wechatId(conversation: ConversationId): string {
  return conversation.slice(prefix.length);
}

/**
 * Which room of today is which conversation of the state. Some puppets give rooms new ids with each login; so a room is known
 * by its id, else by its topic, when just one room has it and just one conversation had it. Two of a name are refused
 * rather than guessed.
 */
export class Rooms {
  readonly #book: RoomBook;
  /** Topics of the rooms that the account is in. */
  readonly #topics = new Map<string, string>();

  constructor(book: RoomBook) {
    this.#book = book;
  }

  /** What rooms there are, after a login. */
  refresh(rooms: Iterable<{ id: string; topic: string }>): void {
    this.#topics.clear();
    for (const { id, topic } of rooms) this.#topics.set(id, topic);
  }

  async renamed(roomId: string, topic: string): Promise<void> {
    const id = this.conversationOf(roomId);
    this.#topics.set(roomId, topic);
    await this.#keepTitle(id, topic);
  }

  async left(roomId: string): Promise<void> {
    const id = this.conversationOf(roomId);
    const title = this.#topics.get(roomId) ?? this.#find(id)?.title ?? '';
    this.#topics.delete(roomId);
    await this.#book.left(id, title);
  }

  /** A room that was not in the list, with its topic. */
  learn(roomId: string, topic: string): void {
    this.#topics.set(roomId, topic);
  }

  has(roomId: string): boolean {
    return this.#topics.has(roomId);
  }

  /** The conversation of a room. A room without settings, or one that can't be told from another, is one by itself. */
  conversationOf(roomId: string): ConversationId {
    const own = conversationId(roomId);
    if (this.#find(own) !== undefined) return own;
    const topic = this.#topics.get(roomId);
    if (topic === undefined || topic === '' || this.#roomsNamed(topic).length > 1) return own;
    const lost = this.#book
      .all()
      .filter(({ id, title }) => title === topic && !this.#topics.has(wechatId(id)));
    return lost.length === 1 && lost[0] !== undefined ? lost[0].id : own;
  }

  /** Where a conversation's messages go today, a room or a contact; or why they can't go there. */
  addressOf(conversation: ConversationId): Address {
    const id = wechatId(conversation);
    const room = this.#find(conversation);
    // Without settings it is a contact, or a room that only its id can tell.
    if (this.#topics.has(id) || room === undefined) return { wechatId: id };
    const named = this.#roomsNamed(room.title ?? '');
    if (named.length > 1) return { refused: 'same-name' };
    const [roomId] = named;
    if (roomId === undefined || this.conversationOf(roomId) !== conversation) {
      return { refused: 'no-such-room' };
    }
    return { wechatId: roomId };
  }

  /** Keeps a room's title with its settings, so that it can be found by it later. */
  async seen(roomId: string): Promise<void> {
    const topic = this.#topics.get(roomId);
    if (topic !== undefined) await this.#keepTitle(this.conversationOf(roomId), topic);
  }

  async #keepTitle(id: ConversationId, topic: string): Promise<void> {
    const row = this.#find(id);
    if (row !== undefined && row.title !== topic) await this.#book.retitle(id, topic);
  }

  #find(id: ConversationId): { id: ConversationId; title?: string | undefined } | undefined {
    return this.#book.all().find((row) => row.id === id);
  }

  #roomsNamed(topic: string): string[] {
    return [...this.#topics].filter(([, name]) => name === topic).map(([id]) => id);
  }
}
