import {
  type Args,
  type Call,
  family,
  flag,
  type Method,
  optionalString,
  Refused,
  stringArg,
  visibleChannel,
} from './method.js';
import type { Channel, Message } from './workspace.js';

const scopesFor = (what: 'history' | 'read') => (call: Call) => {
  const channel = call.world.channels.get(optionalString(call.args, 'channel') ?? '');
  return [`${family(channel)}:${what}`];
};

function readable(call: Call): Channel {
  const channel = visibleChannel(call, stringArg(call.args, 'channel'));
  if (!channel.members.has(call.bot.botUser)) throw new Refused('not_in_channel');
  return channel;
}

function shown(message: Message, call: Call): Args {
  const { ts, user, text, blocks, botId, threadTs, metadata } = message;
  return {
    type: 'message',
    ts,
    user,
    text,
    blocks,
    ...(botId === undefined ? {} : { bot_id: botId }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(metadata !== undefined && flag(call.args, 'include_all_metadata') ? { metadata } : {}),
  };
}

/** One page of messages, as the timeline arguments and the cursor ask for. */
function page(call: Call, messages: Message[]): Args {
  const oldest = Number(optionalString(call.args, 'oldest') ?? 0);
  const latest = Number(optionalString(call.args, 'latest') ?? Number.POSITIVE_INFINITY);
  const limit = Math.min(Number(call.args.limit ?? 100), 999);
  const start = Number(optionalString(call.args, 'cursor') ?? 0);
  const fitting = messages.filter((message) => Number(message.ts) > oldest && Number(message.ts) < latest);
  const next = start + limit;
  return {
    messages: fitting.slice(start, next).map((message) => shown(message, call)),
    has_more: next < fitting.length,
    response_metadata: { next_cursor: next < fitting.length ? String(next) : '' },
  };
}

const standing = (call: Call, channel: Channel) =>
  call.world.messages.filter(
    (m) => m.channel === channel.id && m.onlyFor === undefined && m.deleted !== true,
  );

export const conversationMethods: Record<string, Method> = {
  'conversations.open': {
    auth: 'bot',
    scopes: ['im:write'],
    run(call) {
      const user = stringArg(call.args, 'users');
      if (!call.world.users.has(user)) throw new Refused('user_not_found');
      return { channel: { id: call.world.directChannel(user, call.bot).id } };
    },
  },
  'conversations.info': {
    auth: 'bot',
    scopes: scopesFor('read'),
    run(call) {
      const channel = visibleChannel(call, stringArg(call.args, 'channel'));
      return {
        channel: {
          id: channel.id,
          name: channel.name,
          is_im: channel.kind === 'im',
          is_mpim: channel.kind === 'mpim',
          is_private: channel.kind !== 'channel',
          is_archived: channel.archived,
          is_member: channel.members.has(call.bot.botUser),
        },
      };
    },
  },
  'conversations.history': {
    auth: 'bot',
    scopes: scopesFor('history'),
    run(call) {
      const channel = readable(call);
      const top = standing(call, channel).filter((m) => m.threadTs === undefined);
      return page(call, top.reverse());
    },
  },
  'conversations.replies': {
    auth: 'bot',
    scopes: scopesFor('history'),
    run(call) {
      const channel = readable(call);
      const root = stringArg(call.args, 'ts');
      const thread = standing(call, channel).filter((m) => m.ts === root || m.threadTs === root);
      if (thread.length === 0) throw new Refused('thread_not_found');
      return page(call, thread);
    },
  },
};
