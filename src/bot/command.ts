import type * as z from 'zod';
import type { Language, Languages } from '../i18n/languages.js';
import type { Change } from '../programme/change.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';
import type { QueryEngine } from '../query/engine.js';
import type { AskedBefore } from './asked-before.js';
import type { Inbound } from './inbound.js';
import type { PreviousQuestion } from './memory.js';
import type { Meter } from './meter.js';
import type { CommandRegistry } from './registry.js';
import type { Reply } from './reply.js';
import type { Conversation, Person, Role } from './state.js';
import type { Store, Tx } from './store.js';
import type { Words } from './words.js';

/** All that a command may know and use while it answers one inbound. */
export interface Context {
  inbound: Omit<Inbound, 'content'>;
  /** Who asks. Somebody the state does not know is a delegate with one identity. */
  person: Person;
  /** The conversation's settings, where it has any. */
  conversation: Conversation | undefined;
  /** The language of the reply. */
  language: Language;
  languages: Languages;
  /** IANA name: the person's, else the conversation's, else the default. */
  timezone: string;
  now: Date;
  /** The date of `now` in `timezone`. */
  today: Day;
  programme: Programme;
  /** The programme after just these changes: the store's at a moment that may be later than `programme`'s. */
  programmeAfter(changes: readonly Change[]): Programme;
  /** The programme as it was at the end of a day in a time zone, by its history. */
  asOf(day: Day, timezone: string): Programme;
  engine: QueryEngine;
  /** The day at whose end `programme` and `engine` stand, when that is not now. */
  pastDay?: Day;
  store: Store;
  commands: CommandRegistry;
  /** The last answered question of this person here, when it can still be followed up. */
  previous: PreviousQuestion | undefined;
  /** What others were answered to the same words. */
  askedBefore: AskedBefore;
  /** Makes a question the one that a follow-up continues. */
  remember(question: PreviousQuestion): void;
  /**
   * Changes the state, once for this inbound however often it is delivered.
   * @throws AlreadyDone when this event was carried out before
   * @throws StoreUnavailable when nothing can be written now
   */
  transact<R>(transaction: (tx: Tx) => R): Promise<R>;
  /** Ids that are admins by configuration. */
  admins: ReadonlySet<string>;
  meter: Meter;
}

/** This event was carried out before; nothing was changed now. */
export class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone';
}

/** Something that the person can mend: `reply` says what is wrong and what to do. Nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly reply: Reply) {
    super('refused');
  }
}

interface CommandDefinition<A> {
  name: string;
  /** The least role that may use it. */
  role: Role;
  /** Whether it changes what others see. */
  mutates: boolean;
  /** Checks the arguments, wherever they come from: typed words, a button, a modal. */
  schema: z.ZodType<A>;
  /**
   * Raw arguments from what was typed after the command's word. The words are in compatibility form (full-width letters
   * are ASCII); `typed` is as it was typed, for what others will read.
   */
  read(words: Words, typed: string): unknown;
  run(context: Context, args: A): Reply | Promise<Reply>;
  /** True for a command that answers by the query core: its word may also begin a free question. */
  asksQuestion?: boolean;
}

/** A command whose argument type is sealed in: arguments are checked, then run. */
export interface Command {
  name: string;
  role: Role;
  mutates: boolean;
  asksQuestion: boolean;
  read(words: Words, typed: string): unknown;
  /** The run with these arguments, or what is wrong with them. */
  prepare(args: unknown): { run(context: Context): Promise<Reply> } | { faults: readonly z.core.$ZodIssue[] };
}

/** Seals a command's argument type in, so that commands of every kind fit one registry. */
export function defineCommand<A>(definition: CommandDefinition<A>): Command {
  const { name, role, mutates, asksQuestion = false } = definition;
  return {
    name,
    role,
    mutates,
    asksQuestion,
    read: definition.read,
    prepare(args) {
      const checked = definition.schema.safeParse(args);
      if (!checked.success) return { faults: checked.error.issues };
      return { run: async (context) => definition.run(context, checked.data) };
    },
  };
}
