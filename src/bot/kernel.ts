import type { Languages } from '../i18n/languages.js';
import type { Locale } from '../programme/localized.js';
import type { AskedBefore } from './asked-before.js';
import type { Limiter } from './limiter.js';
import type { ListTalkReader } from './list-talk.js';
import type { LiveProgramme } from './live-programme.js';
import type { Log } from './log.js';
import type { ConversationMemory } from './memory.js';
import type { Meter } from './meter.js';
import type { CommandRegistry } from './registry.js';
import type { Store } from './store.js';

/** What the kernel stands on. */
export interface Kernel {
  store: Store;
  programme: LiveProgramme;
  commands: CommandRegistry;
  languages: Languages;
  memory: ConversationMemory;
  askedBefore: AskedBefore;
  listTalk: ListTalkReader;
  limiter: Limiter;
  meter: Meter;
  log: Log;
  defaults: { locale: Locale; timezone: string };
  /** Ids that are admins by configuration. */
  admins: ReadonlySet<string>;
  now(): Date;
}
