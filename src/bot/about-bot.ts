import type { Languages } from '../i18n/languages.js';
import type { Programme } from '../programme/programme.js';
import { standing, standingWords } from './changes/vocabulary.js';
import { spaced, withoutAll } from './plain-words.js';

/** What a question about the bot asks: who has a role in it, or what it is and where its facts are from. */
export type AboutBot = 'roles' | 'itself';

const topics = { roles: 'bot:about.roles', itself: 'bot:about.itself' } as const;
const besides = {
  roles: ['bot:about.besides', 'bot:about.besidesRoles'],
  itself: ['bot:about.besides'],
} as const;

/**
 * Whether words ask about the bot: "are you a robot?", 数据从哪里来？, "who are the coordinators for Rome?". They name one of
 * its topics, and beside words that any question may hold and names of cities they hold nothing else.
 */
export function aboutBot(
  typed: string,
  languages: Languages,
  { cities }: Pick<Programme, 'cities'>,
): AboutBot | undefined {
  const text = spaced(typed);
  const kinds = ['roles', 'itself'] as const;
  const kind = kinds.find((one) => standingWords(languages, topics[one]).some((word) => text.includes(word)));
  if (kind === undefined) return undefined;
  const names = [...cities.values()].flatMap(({ name, aliases }) => [
    ...Object.values(name),
    ...aliases.en,
    ...aliases.zh,
  ]);
  const known = [topics[kind], ...besides[kind]].flatMap((key) => standingWords(languages, key));
  return withoutAll(text, [...known, ...names.map(standing)]).trim() === '' ? kind : undefined;
}
