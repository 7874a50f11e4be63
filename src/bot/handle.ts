import { namesItem } from './changes/find-item.js';
import { openProposal, proposes, stillWaits } from './changes/open-proposal.js';
import type { Handle } from './channel.js';
import { AlreadyDone, type Context, Refused } from './command.js';
import { contextOf } from './context.js';
import { replyToFault } from './fault.js';
import type { Inbound } from './inbound.js';
import type { Invocation } from './invocation.js';

import type { Kernel } from './kernel.js';
import { noMore } from './no-more.js';
import { includesRole } from './people.js';

import { recordRefusal } from './refusals.js';
import * as replies from './replies.js';
import type { Reply } from './reply.js';
import { type Asked, understandWords } from './understand.js';

/**
 * Makes the one function that answers everything that reaches the bot, from any platform: it claims the event, sees who asks and in
 * which language, reads what is asked, checks that they may, runs it and replies.
 */
export function createHandle(kernel: Kernel): Handle {
  return async (inbound) => {
    if (!kernel.memory.claim(inbound.id)) return undefined;
    try {
      const admission = await kernel.limiter.admit(inbound);
      if (admission === 'ignored') return undefined;
      const context = contextOf(kernel, inbound);
      return admission === 'notice' ? replies.tooMany(context) : await respond(kernel, inbound, context);
    } catch (error) {
      // So early that nothing is known of the person but what the platform says.
      const locale = inbound.fixedLocale ?? inbound.hint?.locale ?? kernel.defaults.locale;
      return replyToFault(kernel, inbound, kernel.languages[locale], error);
    }
  };
}

async function respond(kernel: Kernel, inbound: Inbound, context: Context): Promise<Reply> {
  const began = performance.now();
  const { command, reply, result } = await attempt(kernel, inbound, context);
  // A command's name comes from outside; only known ones may become a label.
  const label = command === undefined || kernel.commands.get(command) === undefined ? 'none' : command;
  kernel.meter.answered(
    { platform: inbound.platform, command: label, result },
    (performance.now() - began) / 1000,
  );
  // What answers no question leaves the open list open.
  if (command !== undefined) kernel.memory.offer(inbound, reply);
  return reply;
}

interface Attempt {
  /** What was asked for; absent where it was no command. */
  command: string | undefined;
  reply: Reply;
  result: 'replied' | 'refused' | 'failed';
}

async function attempt(kernel: Kernel, inbound: Inbound, context: Context): Promise<Attempt> {
  let command: string | undefined;
  try {
    const asked = whatIsAsked(kernel, inbound, context);
    if (asked.kind !== 'invocation')
      return { command, reply: replyToTalk(kernel, context, asked), result: 'replied' };
    command = asked.invocation.command;
    return { command, reply: await run(kernel, context, asked.invocation), result: 'replied' };
  } catch (error) {
    if (error instanceof Refused)
      return { command, reply: refused(context, command, error.reply), result: 'refused' };
    if (error instanceof AlreadyDone)
      return { command, reply: replies.alreadyDone(context), result: 'refused' };
    return { command, reply: replyToFault(kernel, inbound, context.language, error), result: 'failed' };
  }
}

function whatIsAsked(kernel: Kernel, inbound: Inbound, context: Context): Asked {
  const { content } = inbound;
  if (content.kind === 'invocation') return content;
  const { commands, languages, listTalk } = kernel;
  return understandWords(content.text, {
    commands,
    languages,
    listTalk,
    offered: kernel.memory.offered(inbound),
    namesItem: (words) => namesItem(context, words),
    proposalWaits: () => openProposal(context) !== undefined,
  });
}

/** For words that call no command. */
function replyToTalk(kernel: Kernel, context: Context, asked: Exclude<Asked, { kind: 'invocation' }>): Reply {
  switch (asked.kind) {
    case 'no-such-number':
      return replies.noSuchNumber(context, asked.range);
    case 'no-more': {
      const reply = noMore(context, asked.offered);
      kernel.memory.extend(context.inbound, reply);
      return reply;
    }
    case 'courtesy':
      return replies.courtesy(context, asked.courtesy);
    case 'yes-or-no':
      return replies.toPerson(context, ...stillWaits(context));
    case 'unknown-command':
      return replies.unknownCommand(context, asked.word);
  }
}

async function run(kernel: Kernel, context: Context, { command: name, args }: Invocation): Promise<Reply> {
  const command = kernel.commands.get(name);
  if (command === undefined) return replies.outdatedChoice(context);
  if (!includesRole(context.person.role, command.role)) {
    await recordRefusal(context, command, kernel.log);
    return replies.roleNeeded(context, command);
  }
  const prepared = command.prepare(args);
  return 'faults' in prepared ? replies.usageOf(context, command) : prepared.run(context);
}

/** Whoever is refused a change must not take an earlier proposal, which still waits, for this one. */
function refused(context: Context, command: string | undefined, reply: Reply): Reply {
  if (command === undefined || !proposes(command)) return reply;
  return { ...reply, blocks: [...reply.blocks, ...stillWaits(context)] };
}
