import type { Locale } from '../programme/localized.js';
import { chooseLocale } from './choose-locale.js';
import { dayIn } from './clock.js';
import { AlreadyDone, type Context } from './command.js';
import type { Inbound } from './inbound.js';
import type { Kernel } from './kernel.js';
import { rememberName, whoIs } from './people.js';
import { findTimezone } from './timezone.js';

/** Who asks, where, in which language and when, with the programme as it is at this moment. */
export function contextOf(kernel: Kernel, inbound: Inbound): Context {
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
    programmeAfter: kernel.programme.after,
    asOf: kernel.programme.asOf,
    engine,
    store: kernel.store,
    commands: kernel.commands,
    previous: kernel.memory.previous(inbound),
    askedBefore: kernel.askedBefore,
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

/** The language of typed words; of a button or a number, that of the reply which offered it. */
function spokenLocale(
  { listTalk, memory }: Kernel,
  inbound: Inbound,
  languageOf: (text: string) => Locale | undefined,
): Locale | undefined {
  const { content } = inbound;
  if (content.kind === 'invocation') return content.locale;
  const told = languageOf(content.text);
  if (told !== undefined || listTalk.read(content.text) === undefined) return told;
  return memory.offered(inbound)?.locale;
}

/** The platform's hint, where this Node knows the zone. */
function hintedTimezone({ hint }: Inbound): string | undefined {
  return hint?.timezone === undefined ? undefined : findTimezone(hint.timezone);
}
