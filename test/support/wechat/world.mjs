import { types } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';

/** WeChat refuses longer text; WeCom's API documents the same limit. */
const longestText = 2048;

/**
 * The mock, made as strict as WeChat: it refuses what WeChat refuses, and keeps what was said.
 * It also answers what the plain mock leaves out: room aliases and friend requests.
 */
class StrictPuppet extends PuppetMock {
  said = [];
  accepted = [];
  roomAliases = new Map();
  friendships = new Map();
  rejections = 0;
  starts = 0;
  onSaid = () => {};

  async onStart() {
    this.starts += 1;
    await super.onStart();
  }

  #refuseWhatWeChatRefuses(conversationId) {
    if (!this.isLoggedIn) throw new Error('not logged in');
    if (this.rejections > 0) {
      this.rejections -= 1;
      throw new Error('WeChat rejected the message');
    }
    const known = conversationId.includes('@')
      ? this.mocker.cacheRoomPayload
      : this.mocker.cacheContactPayload;
    const conversation = known.get(conversationId);
    if (conversation === undefined) throw new Error(`no such conversation: ${conversationId}`);
    if (conversation.memberIdList && !conversation.memberIdList.includes(this.currentUserId)) {
      throw new Error(`not a member of ${conversationId}`);
    }
  }

  #keep(entry) {
    const kept = { ...entry, at: Date.now() };
    this.said.push(kept);
    this.onSaid(kept);
  }

  async messageSendText(conversationId, text, mentionIds = []) {
    this.#refuseWhatWeChatRefuses(conversationId);
    if (text === '') throw new Error('empty text');
    if (Buffer.byteLength(text) > longestText) throw new Error(`text of ${Buffer.byteLength(text)} bytes`);
    if (!text.isWellFormed()) throw new Error('lone surrogate');
    this.#keep({ to: conversationId, text, mentionIds });
    return super.messageSendText(conversationId, text);
  }

  async messageSendFile(conversationId, file) {
    this.#refuseWhatWeChatRefuses(conversationId);
    this.#keep({ to: conversationId, file: file.name });
    return super.messageSendFile(conversationId, file);
  }

  async roomMemberRawPayload(roomId, contactId) {
    const payload = await super.roomMemberRawPayload(roomId, contactId);
    return { ...payload, roomAlias: this.roomAliases.get(`${roomId}/${contactId}`) };
  }

  async friendshipRawPayload(id) {
    return this.friendships.get(id);
  }

  async friendshipAccept(id) {
    const { contactId } = this.friendships.get(id);
    this.accepted.push(contactId);
    this.mocker.contactPayload(contactId, { ...this.mocker.contactPayload(contactId), friend: true });
    this.#befriended(contactId);
  }

  #befriended(contactId) {
    const id = `confirm-${contactId}`;
    this.friendships.set(id, {
      id,
      contactId,
      hello: '',
      type: types.Friendship.Confirm,
      ticket: '',
      timestamp: Date.now(),
    });
    this.emit('friendship', { friendshipId: id });
  }
}

/**
 * A small WeChat: contacts, rooms and what happens in them. `loginAs` logs in whenever the puppet starts, as a
 * gateway does whose account is still logged in.
 */
export class World {
  constructor({ heartbeatMs = 1000 } = {}) {
    this.mocker = new mock.Mocker();
    this.puppet = new StrictPuppet({ mocker: this.mocker });
    this.loginAs = undefined;
    this.count = 0;
    this.mocker.use(() => {
      const beat = setInterval(() => this.puppet.emit('heartbeat', { data: 'alive' }), heartbeatMs);
      if (this.loginAs !== undefined && !this.puppet.isLoggedIn) this.puppet.login(this.loginAs);
      return () => clearInterval(beat);
    });
  }

  contact({ id, name, ...rest }) {
    this.mocker.createContact({ id, name, ...rest });
  }

  room({ id, topic, members, aliases = {} }) {
    this.mocker.createRoom({ id, topic, memberIdList: members });
    for (const [contactId, alias] of Object.entries(aliases))
      this.puppet.roomAliases.set(`${id}/${contactId}`, alias);
  }

  /** Somebody says something, to a contact or in a room (an id with an @). Times are milliseconds unless `timestamp` says otherwise. */
  say({
    from,
    to,
    text,
    mentions = [],
    timestamp = Date.now(),
    id = `m${Date.now()}-${++this.count}`,
    type = 'Text',
    repeat = false,
  }) {
    if (!repeat) {
      const place = to.includes('@') ? { roomId: to, mentionIdList: mentions } : { listenerId: to };
      this.mocker.MessageMock.create({
        id,
        talkerId: from,
        text,
        timestamp,
        type: types.Message[type],
        ...place,
      });
    }
    this.puppet.emit('message', { messageId: id });
    return id;
  }

  login({ id }) {
    this.loginAs = id;
    if (!this.puppet.isLoggedIn) this.puppet.login(id);
  }

  async logout({ reason = 'logged out on the phone' } = {}) {
    this.loginAs = undefined;
    await this.puppet.logout(reason);
  }

  scan({ qrcode, status }) {
    this.puppet.emit('scan', { qrcode, status: types.ScanStatus[status] });
  }

  friendRequest({ from, hello, id = `f${++this.count}` }) {
    this.puppet.friendships.set(id, {
      id,
      contactId: from,
      hello,
      type: types.Friendship.Receive,
      ticket: 'ticket',
      timestamp: Date.now(),
    });
    this.puppet.emit('friendship', { friendshipId: id });
  }

  rename({ room, topic, by }) {
    this.mocker.RoomMock.load(room).topic(topic).by(this.mocker.ContactMock.load(by));
    this.puppet.dirtyPayload(types.Dirty.Room, room);
  }

  remove({ room, contact, by }) {
    this.mocker.RoomMock.load(room)
      .remove(this.mocker.ContactMock.load(contact))
      .by(this.mocker.ContactMock.load(by));
  }

  invite({ room, contact, by }) {
    this.mocker.RoomMock.load(room)
      .add(this.mocker.ContactMock.load(contact))
      .by(this.mocker.ContactMock.load(by));
  }

  rejectSay({ times }) {
    this.puppet.rejections = times;
  }

  /** A gateway that lost its own link to WeChat: it lives and beats no more. */
  fallSilent() {
    this.mocker.stop();
    this.puppet.ding = () => {};
  }
}
