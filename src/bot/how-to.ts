import type { Languages } from '../i18n/languages.js';
import { standing, standingWords } from './changes/vocabulary.js';
import type { Command } from './command.js';
import { spaced } from './plain-words.js';
import type { CommandRegistry } from './registry.js';

/**
 * The command that a question asks how to use: "How do I post an update?", 怎么订阅日报？ It opens as such questions do, and
 * holds a word of the command or one in which people ask for it; the longest such word wins.
 */
export function howTo(
  typed: string,
  { languages, commands }: { languages: Languages; commands: CommandRegistry },
): Command | undefined {
  const text = spaced(typed);
  const holds = (word: string) => text.includes(word);
  if (!standingWords(languages, 'bot:howTo').some(holds)) return undefined;
  const named = commands
    .all()
    .filter((command) => !command.asksQuestion && command.name !== 'help')
    .flatMap((command) => {
      const words = (['en', 'zh'] as const).flatMap((locale) => {
        const { words: own, asked } = commands.words(command.name, locale);
        return [...own, ...asked].map(standing);
      });
      const length = Math.max(0, ...words.filter(holds).map((word) => word.length));
      return length === 0 ? [] : [{ command, length }];
    });
  return named.sort((a, b) => b.length - a.length)[0]?.command;
}
