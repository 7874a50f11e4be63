import { checkMessageBlocks } from './block-check.js';
import { SLACK } from './limits.js';
import {
  type Args,
  type Call,
  jsonArg,
  type Method,
  optionalString,
  Refused,
  stringArg,
  visibleChannel,
} from './method.js';
import type { Channel, Message, Metadata } from './workspace.js';

/** The text, blocks and metadata of a message, refused as Slack refuses them. */
export function messageBody(args: Args): Pick<Message, 'text' | 'blocks' | 'metadata'> {
  const text = optionalString(args, 'text') ?? '';
  const blocks = jsonArg(args, 'blocks', 'invalid_blocks_format') ?? [];
  const fault = checkMessageBlocks(blocks);
  if (fault !== undefined)
    throw new Refused(fault.error, { response_metadata: { messages: fault.messages } });
  if (text === '' && (blocks as unknown[]).length === 0) throw new Refused('no_text');
  if (text.length > SLACK.messageText) throw new Refused('msg_too_long');
  const metadata = jsonArg(args, 'metadata', 'invalid_metadata_format');
  return {
    text,
    blocks: blocks as unknown[],
    ...(metadata === undefined ? {} : { metadata: checkMetadata(metadata) }),
  };
}

function checkMetadata(value: unknown): Metadata {
  const metadata = value as Partial<Metadata>;
  if (typeof metadata?.event_type !== 'string' || typeof metadata.event_payload !== 'object')
    throw new Refused('invalid_metadata_format');
  if (JSON.stringify(metadata).length > SLACK.metadataBytes) throw new Refused('metadata_too_large');
  return metadata as Metadata;
}

/** The channel to write to: a person's id stands for the direct message with them. */
function writable(call: Call): Channel {
  const id = stringArg(call.args, 'channel');
  const user = call.world.users.get(id);
  if (user !== undefined) return call.world.directChannel(id, call.bot);
  const channel = visibleChannel(call, id);
  if (channel.archived) throw new Refused('is_archived');
  if (!channel.members.has(call.bot.botUser)) throw new Refused('not_in_channel');
  return channel;
}

function threadOf(call: Call, channel: Channel): string | undefined {
  const ts = optionalString(call.args, 'thread_ts');
  if (ts === undefined) return undefined;
  const parent = call.world.message(channel.id, ts);
  if (parent === undefined) throw new Refused('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function ownMessage(call: Call): Message {
  const channel = visibleChannel(call, stringArg(call.args, 'channel'));
  const message = call.world.message(channel.id, stringArg(call.args, 'ts'));
  if (message === undefined || message.onlyFor !== undefined) throw new Refused('message_not_found');
  if (message.botId !== call.bot.botId) throw new Refused('cant_update_message');
  return message;
}

function shown(message: Message): Args {
  return { type: 'message', ts: message.ts, user: message.user, text: message.text, blocks: message.blocks };
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': {
    auth: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const channel = writable(call);
      const threadTs = threadOf(call, channel);
      const message: Message = {
        ts: call.world.nextTs(),
        channel: channel.id,
        user: call.bot.botUser,
        botId: call.bot.botId,
        via: 'chat.postMessage',
        ...messageBody(call.args),
        ...(threadTs === undefined ? {} : { threadTs }),
      };
      call.world.messages.push(message);
      return { channel: channel.id, ts: message.ts, message: shown(message) };
    },
  },
  'chat.postEphemeral': {
    auth: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const channel = writable(call);
      const user = stringArg(call.args, 'user');
      if (!channel.members.has(user)) throw new Refused('user_not_in_channel');
      const threadTs = threadOf(call, channel);
      const message: Message = {
        ts: call.world.nextTs(),
        channel: channel.id,
        user: call.bot.botUser,
        botId: call.bot.botId,
        onlyFor: user,
        via: 'chat.postEphemeral',
        ...messageBody(call.args),
        ...(threadTs === undefined ? {} : { threadTs }),
      };
      call.world.messages.push(message);
      return { message_ts: message.ts };
    },
  },
  'chat.update': {
    auth: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const message = ownMessage(call);
      Object.assign(message, messageBody(call.args), { edited: true });
      return { channel: message.channel, ts: message.ts, text: message.text, message: shown(message) };
    },
  },
  'chat.delete': {
    auth: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const message = ownMessage(call);
      message.deleted = true;
      return { channel: message.channel, ts: message.ts };
    },
  },
};
