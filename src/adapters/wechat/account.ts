import type { ConversationId } from '../../bot/identity.js';
import { unheldTimers } from '../../timing/timers.js';
import { withinTime } from '../../timing/within-time.js';
import type { Surroundings } from './inbox.js';
import type { Rooms } from './rooms.js';
import type { Puppet } from './session.js';

const longestListing = 10_000;

/** The logged-in account: its name, its rooms, and those in them. Each answer comes from the puppet's cache where it has it. */
export class Account implements Surroundings {
  readonly #puppet: Puppet;
  readonly #rooms: Rooms;
  #listed: Promise<void> = Promise.resolve();

  constructor(puppet: Puppet, rooms: Rooms) {
    this.#puppet = puppet;
    this.#rooms = rooms;
  }

  selfId(): string {
    return this.#puppet.isLoggedIn ? this.#puppet.currentUserId : '';
  }

  async namesIn(roomId: string | undefined): Promise<string[]> {
    const id = this.selfId();
    if (id === '') return [];
    const { name } = await this.#puppet.contactPayload(id);
    const alias = roomId === undefined ? undefined : await this.aliasOf(id, roomId);
    return alias === undefined ? [name] : [name, alias];
  }

  async aliasOf(contactId: string, roomId: string): Promise<string | undefined> {
    const member = await this.#puppet.roomMemberPayload(roomId, contactId);
    return member.roomAlias || undefined;
  }

  async conversationOf(roomId: string): Promise<ConversationId> {
    await this.#listed;
    if (!this.#rooms.has(roomId)) this.#rooms.learn(roomId, await this.#topicOf(roomId));
    return this.#rooms.conversationOf(roomId);
  }

  /** How a member of a room is mentioned there. */
  async mentionOf(contactId: string, roomId: string): Promise<{ id: string; name: string }> {
    return { id: contactId, name: (await this.aliasOf(contactId, roomId)) ?? (await this.nameOf(contactId)) };
  }

  async nameOf(contactId: string): Promise<string> {
    return (await this.#puppet.contactPayload(contactId)).name;
  }

  /** Reads which rooms the account is in. Messages from rooms wait for it, so that none is taken for another. */
  listRooms(): void {
    const listed = withinTime(longestListing, this.#readRooms(), 'the rooms were not listed', unheldTimers);
    this.#listed = listed.catch(() => {
      // Without a list each room is known by its id alone; the rooms that write are learnt one by one.
      this.#rooms.refresh([]);
    });
  }

  whenListed(): Promise<void> {
    return this.#listed;
  }

  async #readRooms(): Promise<void> {
    const ids = await this.#puppet.roomList();
    const rooms = await Promise.all(ids.map(async (id) => ({ id, topic: await this.#topicOf(id) })));
    this.#rooms.refresh(rooms);
  }

  async #topicOf(roomId: string): Promise<string> {
    return (await this.#puppet.roomPayload(roomId)).topic;
  }
}
