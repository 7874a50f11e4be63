import type { Message } from 'wechaty';
import { types } from 'wechaty-puppet';

/** A message as it arrived, before anything was decided about it. */
export interface Incoming {
  id: string;
  /** Written by the bot's own account, here or on another of its devices. */
  own: boolean;
  talkerId: string;
  talkerName: string;
  /** An official account or one of WeChat's own services. */
  isService: boolean;
  /** Absent in a direct chat. */
  roomId?: string;
  kind: 'text' | 'other' | 'notice';
  text: string;
  /** As the puppet gives it, in seconds or milliseconds. */
  timestamp: number;
  mentionIds: readonly string[];
}

/** WeChat's own accounts, which some puppets show as people. */
const services = new Set([
  'weixin',
  'fmessage',
  'filehelper',
  'medianote',
  'floatbottle',
  'qmessage',
  'newsapp',
]);
/** What WeChat itself writes into a chat; nobody waits for an answer to it. */
const notices = new Set([
  types.Message.Unknown,
  types.Message.GroupNote,
  types.Message.Recalled,
  types.Message.Transfer,
  types.Message.RedEnvelope,
]);

/** Reads what Wechaty gives. */
export function readMessage(message: Message): Incoming {
  const talker = message.talker();
  const room = message.room();
  const type = message.type();
  const payload = message.payload;
  return {
    id: message.id,
    own: message.self(),
    talkerId: talker.id,
    talkerName: talker.name(),
    isService: talker.type() === types.Contact.Official || services.has(talker.id),
    ...(room !== undefined && { roomId: room.id }),
    kind: type === types.Message.Text ? 'text' : notices.has(type) ? 'notice' : 'other',
    text: message.text(),
    timestamp: payload?.timestamp ?? message.date().getTime(),
    mentionIds: payload !== undefined && 'mentionIdList' in payload ? (payload.mentionIdList ?? []) : [],
  };
}
