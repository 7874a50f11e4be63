import { AskedBefore } from './bot/asked-before.js';
import type { Handle } from './bot/channel.js';
import type { Command } from './bot/command.js';
import { createHandle } from './bot/handle.js';
import { type Limiter, noLimit } from './bot/limiter.js';
import { ListTalkReader } from './bot/list-talk.js';
import { createLiveProgramme, type LiveProgramme } from './bot/live-programme.js';
import type { Log } from './bot/log.js';
import { ConversationMemory } from './bot/memory.js';
import { type Meter, silentMeter } from './bot/meter.js';
import { CommandRegistry } from './bot/registry.js';
import type { Store } from './bot/store.js';
import { add } from './commands/add.js';
import { announce } from './commands/announce.js';
import { cancel } from './commands/cancel.js';
import { changes } from './commands/changes.js';
import { confirm } from './commands/confirm.js';
import { deliveries } from './commands/deliveries.js';
import { digest } from './commands/digest.js';
import { discard } from './commands/discard.js';
import { grant } from './commands/grant.js';
import { help } from './commands/help.js';
import { history } from './commands/history.js';
import { language } from './commands/language.js';
import { link } from './commands/link.js';
import { people } from './commands/people.js';
import { postpone } from './commands/postpone.js';
import { questionCommands } from './commands/questions.js';
import { retry } from './commands/retry.js';
import { revoke } from './commands/revoke.js';
import { timezone } from './commands/timezone.js';
import { translate } from './commands/translate.js';
import { undo } from './commands/undo.js';
import { unlink } from './commands/unlink.js';
import { update } from './commands/update.js';
import type { Config } from './config.js';
import type { Languages } from './i18n/languages.js';
import { type Knowledge, loadVocabularies } from './knowledge.js';
import { changeFaults } from './programme/change-faults.js';
import type { Programme } from './programme/programme.js';
import { statePlace } from './state-place.js';
import { openStore } from './store/open-store.js';

/** Every command, in the order in which help lists them. */
export const allCommands: readonly Command[] = [
  help,
  ...questionCommands,
  history,
  changes,
  language,
  timezone,
  link,
  unlink,
  update,
  add,
  cancel,
  postpone,
  announce,
  translate,
  undo,
  confirm,
  discard,
  digest,
  grant,
  revoke,
  people,
  deliveries,
  retry,
];

/** What the bot is made of. */
export interface AppParts {
  config: Config;
  knowledge: Knowledge;
  languages: Languages;
  log: Log;
  limiter?: Limiter;
  meter?: Meter;
  now?: () => Date;
}

/** The bot without any platform: what console, Slack and WeChat all talk to. */
export interface App {
  handle: Handle;
  store: Store;
  programme: LiveProgramme;
  languages: Languages;
  close(): Promise<void>;
}

/** Opens the store and joins the kernel to it. */
export async function openApp(parts: AppParts): Promise<App> {
  const {
    config,
    knowledge,
    languages,
    log,
    limiter = noLimit,
    meter = silentMeter,
    now = () => new Date(),
  } = parts;
  const store = await openStore(statePlace(config), now);
  tellUnsoundChanges(knowledge.programme, store, log);
  const programme = createLiveProgramme(knowledge.programme, knowledge.engine, () => store.view());
  const handle = createHandle({
    store,
    programme,
    commands: new CommandRegistry(allCommands, loadVocabularies()),
    languages,
    memory: new ConversationMemory(() => now().getTime()),
    askedBefore: new AskedBefore(),
    listTalk: new ListTalkReader(languages),
    limiter,
    meter,
    log,
    defaults: config.defaults,
    admins: config.admins,
    now,
  });
  return { handle, store, programme, languages, close: () => store.close() };
}

/** The bot goes on with changes that it can't apply, and they are never shown: whoever operates it should hear of them. */
function tellUnsoundChanges(programme: Programme, store: Store, log: Log): void {
  const changes = store.view().all('changes');
  const faults = changeFaults(programme, changes, Number(changes.at(-1)?.id ?? 0));
  if (faults.length === 0) return;
  const event =
    'stored changes have faults and are not all shown; the command “doctor” tells each, with the way out';
  log.warn({ faults: faults.length, first: faults[0]?.path }, event);
}
