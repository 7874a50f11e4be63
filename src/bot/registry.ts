import { Locale } from '../programme/localized.js';
import { slips } from '../query/repair/damerau.js';
import type { Command } from './command.js';
import type { CommandVocabularies, CommandWords } from './vocabulary.js';

/** More slips than these make another word. */
const MOST_SLIPS = 3;

/** A text that begins with a command's word. */
export interface Match {
  command: Command;
  /** What follows the word, in compatibility form: full-width letters and signs are ASCII. */
  rest: string;
  /** What follows the word, as typed. */
  typed: string;
}

/** What may stand between a command's word and the rest. */
const boundary = /^[\s:,.!?、。，！？：]+/u;

const han = /^\p{Script=Han}+$/u;

/** Every command, by name and by its words in both languages. */
export class CommandRegistry {
  private readonly byName = new Map<string, Command>();
  private readonly byWord = new Map<string, Command>();
  private readonly longest: number;

  /** @throws Error with a sentence that lists every command without words and every word of two commands. */
  constructor(
    commands: readonly Command[],
    private readonly vocabularies: CommandVocabularies,
  ) {
    const faults: string[] = [];
    for (const command of commands) {
      this.byName.set(command.name, command);
      for (const locale of Locale.options) {
        const words = vocabularies[locale][command.name]?.words;
        if (words === undefined)
          faults.push(`locales/${locale}/commands.json has no words for "${command.name}".`);
        for (const word of words ?? []) faults.push(...this.claim(word, command));
      }
    }
    if (faults.length > 0) throw new Error(faults.join('\n'));
    this.longest = Math.max(...[...this.byWord.keys()].map((word) => word.length));
  }

  private claim(word: string, command: Command): string[] {
    const key = comparable(word);
    const holder = this.byWord.get(key);
    if (holder !== undefined && holder !== command) {
      return [
        `"${word}" calls both "${holder.name}" and "${command.name}"; take it from one of them in commands.json.`,
      ];
    }
    this.byWord.set(key, command);
    return [];
  }

  get(name: string): Command | undefined {
    return this.byName.get(name);
  }

  all(): readonly Command[] {
    return [...this.byName.values()];
  }

  /** Whether help lists it: a command that people type by name, not one that only free words or buttons call. */
  isListed(command: Command): boolean {
    return this.words(command.name, 'en').listed;
  }

  /** The command's words in a language. */
  words(name: string, locale: Locale): CommandWords {
    // The constructor has seen to it that every command has them in every language.
    return this.vocabularies[locale][name] as CommandWords;
  }

  /** The command that a word or name calls, in either language. */
  named(word: string): Command | undefined {
    return this.byWord.get(comparable(word)) ?? this.byName.get(comparable(word));
  }

  /**
   * The command that the text begins with, in either language; the longest word wins. A leading slash is allowed, `／` too. After
   * the word must come a space, punctuation or the end: `任务有哪些` is a question, not the command 任务. Directly behind a
   * Chinese word that changes something may stand what `isObject` holds for: the record or the values that it is about.
   */
  match(text: string, isObject: (typed: string) => boolean = () => false): Match | undefined {
    const typed = text.trim().replace(/^[/／]\s*/u, '');
    for (let length = Math.min(this.longest, typed.length); length > 0; length -= 1) {
      const command = this.byWord.get(comparable(typed.slice(0, length)));
      const rest = typed.slice(length);
      if (command === undefined) continue;
      const isApart = rest === '' || boundary.test(rest);
      const isGlued = command.mutates && han.test(typed.slice(0, length)) && !isApart && isObject(rest);
      if (!isApart && !isGlued) continue;
      const words = rest.replace(boundary, '');
      return { command, rest: words.normalize('NFKC'), typed: words };
    }
    return undefined;
  }

  /** Words of commands, in a language, that differ from what was typed by a slip of the finger; nearest first, at most three. */
  near(typed: string, locale: Locale, allowed: (command: Command) => boolean): string[] {
    const given = comparable(typed);
    return [...this.byName.values()]
      .filter(allowed)
      .map((command) => {
        const words = this.words(command.name, locale).words;
        return {
          word: words[0] ?? command.name,
          apart: Math.min(...words.map((word) => slips(given, comparable(word), MOST_SLIPS))),
        };
      })
      .filter(({ word, apart }) => apart <= Math.max(1, Math.floor(word.length / 3)))
      .sort((a, b) => a.apart - b.apart)
      .slice(0, 3)
      .map(({ word }) => word);
  }
}

function comparable(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
