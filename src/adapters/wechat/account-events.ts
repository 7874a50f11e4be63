import type { Wechaty } from 'wechaty';
import { types } from 'wechaty-puppet';
import { ArrivalOrder } from './arrival-order.js';
import type { FriendRequest } from './friend-requests.js';
import { type Incoming, readMessage } from './incoming.js';
import type { Puppet } from './session.js';

/** What is told of an account. */
export interface AccountListener {
  /** Messages come in the order of their arrival. */
  message(incoming: Incoming): void;
  scan(code: string, status: types.ScanStatus): void;
  friendRequest(request: FriendRequest): void;
  roomRenamed(roomId: string, topic: string): void;
  /** The account is in that room no more. */
  roomLeft(roomId: string): void;
}

/** Listens to a session's account, before it is started. */
export function listenTo(bot: Wechaty, puppet: Puppet, listener: AccountListener): void {
  const order = new ArrivalOrder<Incoming>((incoming) => listener.message(incoming));
  puppet.on('message', ({ messageId }) => order.arrived(messageId));
  bot.on('message', (message) => order.loaded(message.id, readMessage(message)));
  bot.on('scan', (code, status) => listener.scan(code, status));
  bot.on('friendship', (friendship) => {
    if (friendship.type() !== types.Friendship.Receive) return;
    const contactId = friendship.contact().id;
    listener.friendRequest({ contactId, hello: friendship.hello(), accept: () => friendship.accept() });
  });
  bot.on('room-topic', (room, topic) => listener.roomRenamed(room.id, topic));
  // Wechaty's own event fails for a room that the account can no longer read, which is just when it was removed.
  puppet.on('room-leave', ({ roomId, removeeIdList }) => {
    if (puppet.isLoggedIn && removeeIdList.includes(puppet.currentUserId)) listener.roomLeft(roomId);
  });
}
