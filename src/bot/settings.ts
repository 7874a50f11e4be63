import type { Locale } from '../programme/localized.js';
import type { Context } from './command.js';
import { findPerson } from './people.js';

interface Settings {
  locale?: Locale;
  timezone?: string;
}
/** Settings to be changed; `null` takes the setting away. */
interface SettingsChange {
  locale?: Locale | null;
  timezone?: string | null;
}

/** Takes "here" in either language off the end of what was typed: the setting is then the conversation's. */
export function takeHere({ languages }: Context, typed: string): { here: boolean; rest: string } {
  const words = typed.trim().split(/\s+/u);
  const last = words.at(-1)?.toLowerCase();
  const here = last === languages.en.t('bot:here') || last === languages.zh.t('bot:here');
  return { here, rest: (here ? words.slice(0, -1) : words).join(' ') };
}

/** Changes the asker's own settings or, with `here`, the conversation's. Either record comes to be with its first setting. */
export async function changeSettings(context: Context, here: boolean, change: SettingsChange): Promise<void> {
  const { conversation: id, direct, person } = context.inbound;
  await context.transact((tx) => {
    if (here) {
      tx.put('conversations', withSettings(tx.get('conversations', id) ?? { id, direct }, change));
    } else {
      // An admin by configuration stays a delegate in the state: taking the configuration away takes the role away.
      tx.put(
        'people',
        withSettings(findPerson(tx, person) ?? { ...context.person, role: 'delegate' }, change),
      );
    }
  });
}

function withSettings<T extends Settings>(row: T, { locale, timezone }: SettingsChange): T {
  const changed = { ...row };
  if (timezone === null) delete changed.timezone;
  else if (timezone !== undefined) changed.timezone = timezone;
  if (locale === null) delete changed.locale;
  else if (locale !== undefined) changed.locale = locale;
  return changed;
}
