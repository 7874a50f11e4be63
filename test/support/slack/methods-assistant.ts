import { z } from 'zod';
import { jsonArg, type Method, optionalString, Refused, stringArg, visibleChannel } from './method.js';

const Prompts = z
  .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4);

/** What an agent shows beside messages: its status while it works, and prompts to begin with. */
export const assistantMethods: Record<string, Method> = {
  'assistant.threads.setStatus': {
    auth: 'bot',
    scopes: ['assistant:write', 'chat:write'],
    run(call) {
      const channel = visibleChannel(call, stringArg(call.args, 'channel_id'));
      stringArg(call.args, 'thread_ts');
      if (call.args.status === undefined) throw new Refused('invalid_arguments');
      return { channel: channel.id };
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    auth: 'bot',
    scopes: ['assistant:write'],
    run(call) {
      visibleChannel(call, stringArg(call.args, 'channel_id'));
      optionalString(call.args, 'thread_ts');
      if (!Prompts.safeParse(jsonArg(call.args, 'prompts')).success) throw new Refused('invalid_arguments');
      return {};
    },
  },
};
