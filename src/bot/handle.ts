import { randomInt } from 'node:crypto';
import type { Language, Languages } from '../i18n/languages.js';
import type { Locale } from '../programme/localized.js';
import { namesItem } from './changes/find-item.js';
import { openProposal, proposes, stillWaits } from './changes/open-proposal.js';
import type { Handle } from './channel.js';
import { chooseLocale } from './choose-locale.js';
import { dayIn } from './clock.js';
import { AlreadyDone, type Command, type Context, Refused } from './command.js';
import type { Inbound } from './inbound.js';
import type { Invocation } from './invocation.js';
import type { Limiter } from './limiter.js';
import type { ListTalkReader } from './list-talk.js';
import type { LiveProgramme } from './live-programme.js';
import type { Log } from './log.js';
import type { ConversationMemory } from './memory.js';
import type { Meter } from './meter.js';
import { noMore } from './no-more.js';
import { includesRole, rememberName, whoIs } from './people.js';
import { recordRefusal } from './refusals.js';
import type { CommandRegistry } from './registry.js';
import * as replies from './replies.js';
import type { Reply } from './reply.js';
import { type Store, StoreUnavailable } from './store.js';
import { findTimezone } from './timezone.js';
import { type Asked, understandWords } from './understand.js';

/** What the kernel stands on. */
export interface Kernel {
  store: Store;
  programme: LiveProgramme;
  commands: CommandRegistry;
  languages: Languages;
  memory: ConversationMemory;
  listTalk: ListTalkReader;
  limiter: Limiter;
  meter: Meter;
  log: Log;
  defaults: { locale: Locale; timezone: string };
  /** Ids that are admins by configuration. */
  admins: ReadonlySet<string>;
  now(): Date;
}

/** Makes the one function that answers everything that reaches the bot, from any platform. */
export function createHandle(kernel: Kernel): Handle {
  return async (inbound) => {
    if (!kernel.memory.claim(inbound.id)) return undefined;
    try {
      return await admitted(kernel, inbound);
    } catch (error) {
      // So early that nothing is known of the person but what the platform says.
      const locale = inbound.fixedLocale ?? inbound.hint?.locale ?? kernel.defaults.locale;
      return replyToFault(kernel, inbound, kernel.languages[locale], error);
    }
  };
}

async function admitted(kernel: Kernel, inbound: Inbound): Promise<Reply | undefined> {
  const admission = await kernel.limiter.admit(inbound);
  if (admission === 'ignored') return undefined;
  const context = contextOf(kernel, inbound);
  return admission === 'notice' ? replies.tooMany(context) : respond(kernel, inbound, context);
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
    if (asked.kind === 'invocation') command = asked.invocation.command;
    return { command, reply: await answer(kernel, context, asked), result: 'replied' };
  } catch (error) {
    if (error instanceof Refused)
      return { command, reply: refused(context, command, error.reply), result: 'refused' };
    if (error instanceof AlreadyDone)
      return { command, reply: replies.alreadyDone(context), result: 'refused' };
    return { command, reply: replyToFault(kernel, inbound, context.language, error), result: 'failed' };
  }
}

/** Who asks, where, in which language and when, with the programme as it is at this moment. */
function contextOf(kernel: Kernel, inbound: Inbound): Context {
  const view = kernel.store.view();
  const person = whoIs(view, inbound.person, inbound.personName, kernel.admins);
  const conversation = view.get('conversations', inbound.conversation);
  const { programme, engine } = kernel.programme.current();
  const evidence = {
    fixed: inbound.fixedLocale,
    chosen: person.locale,
    spoken: spokenLocale(kernel, inbound, (text) => engine.languageOf(text)),
    conversation: conversation?.locale,
    hint: inbound.hint?.locale,
  };
  const timezone =
    person.timezone ?? conversation?.timezone ?? hintedTimezone(inbound) ?? kernel.defaults.timezone;
  const now = kernel.now();
  const { content: _, ...about } = inbound;
  return {
    inbound: about,
    person,
    conversation,
    language: kernel.languages[chooseLocale(evidence, kernel.defaults.locale)],
    languages: kernel.languages,
    timezone,
    now,
    today: dayIn(now, timezone),
    programme,
    asOf: kernel.programme.asOf,
    engine,
    store: kernel.store,
    commands: kernel.commands,
    previous: kernel.memory.previous(inbound),
    remember: (query) => kernel.memory.remember(inbound, query),
    transact: (transaction) =>
      kernel.store.transact((tx) => {
        if (tx.get('events', inbound.id) !== undefined) throw new AlreadyDone();
        tx.put('events', { id: inbound.id, at: now.toISOString() });
        rememberName(tx, person, kernel.admins);
        return transaction(tx);
      }),
    admins: kernel.admins,
    meter: kernel.meter,
  };
}

/** The platform's hint, where this Node knows the zone. */
function hintedTimezone({ hint }: Inbound): string | undefined {
  return hint?.timezone === undefined ? undefined : findTimezone(hint.timezone);
}

/** The language of typed words; of a button or a number, that of the reply which offered it. */
function spokenLocale(
  kernel: Kernel,
  inbound: Inbound,
  languageOf: (text: string) => Locale | undefined,
): Locale | undefined {
  if (inbound.content.kind === 'invocation') return inbound.content.locale;
  const told = languageOf(inbound.content.text);
  if (told !== undefined || kernel.listTalk.read(inbound.content.text) === undefined) return told;
  return kernel.memory.offered(inbound)?.locale;
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

async function answer(kernel: Kernel, context: Context, asked: Asked): Promise<Reply> {
  if (asked.kind === 'no-such-number') return replies.noSuchNumber(context, asked.range);
  if (asked.kind === 'no-more') {
    const reply = noMore(context, asked.offered);
    kernel.memory.extend(context.inbound, reply);
    return reply;
  }
  if (asked.kind === 'courtesy') return replies.courtesy(context, asked.courtesy);
  if (asked.kind === 'yes-or-no') return replies.toPerson(context, ...stillWaits(context));
  if (asked.kind === 'unknown-command') return replies.unknownCommand(context, asked.word);
  const command = kernel.commands.get(asked.invocation.command);
  if (command === undefined) return replies.outdatedChoice(context);
  return run(kernel, context, command, asked.invocation.args);
}

async function run(
  kernel: Kernel,
  context: Context,
  command: Command,
  args: Invocation['args'],
): Promise<Reply> {
  if (!includesRole(context.person.role, command.role)) {
    await recordRefusal(context, command, kernel.log);
    return replies.roleNeeded(context, command);
  }
  const prepared = command.prepare(args);
  if ('faults' in prepared) return replies.usageOf(context, command);
  return prepared.run(context);
}

/** The person learns that it did not work and a reference; the log has the rest under that reference. */
function replyToFault(kernel: Kernel, inbound: Inbound, language: Language, error: unknown): Reply {
  // Whatever failed may work when the platform delivers the event again.
  kernel.memory.release(inbound.id);
  if (error instanceof StoreUnavailable) return replies.storeUnavailable({ language });
  const reference = newReference();
  kernel.log.error({ reference, platform: inbound.platform, err: error }, 'an inbound failed');
  return replies.somethingBroke({ language }, reference);
}

/** Whoever is refused a change must not take an earlier proposal, which still waits, for this one. */
function refused(context: Context, command: string | undefined, reply: Reply): Reply {
  if (command === undefined || !proposes(command)) return reply;
  return { ...reply, blocks: [...reply.blocks, ...stillWaits(context)] };
}

/** Four characters that can be read aloud: no 0/O, 1/I. */
function newReference(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}
