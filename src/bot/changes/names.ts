import type { Languages } from '../../i18n/languages.js';
import type { Aliases, Localized } from '../../programme/localized.js';
import { bothLanguages, comparable } from './vocabulary.js';

/** Something that people call by its id, its names and its other names, in either language. */
interface Named {
  id: string;
  name: Localized;
  aliases: Aliases;
}

/** Ids by every name, in comparable form. */
export type NameIndex = ReadonlyMap<string, string>;

/** No list of names is longer; the rest of a longer one is not read. */
const LONGEST_LIST = 2000;

/** Indexes things by their names. Where two share one, ids come first, then proper names, then aliases. */
export function indexNames(things: readonly Named[]): NameIndex {
  const index = new Map<string, string>();
  const add = (name: string | undefined, id: string) => {
    const key = comparable(name ?? '');
    if (key !== '' && !index.has(key)) index.set(key, id);
  };
  for (const { id } of things) add(id, id);
  for (const { id, name } of things) for (const word of [name.en, name.zh]) add(word, id);
  for (const { id, aliases } of things) for (const word of [...aliases.en, ...aliases.zh]) add(word, id);
  return index;
}

/** Quotation marks around the names of a list. */
const marks = /^[\s"“”「」＂]+|[\s"“”「」＂]+$/gu;

/** Reads a list of names such as `Rome, Granada and the Chinese cities`; gives the first that no thing has, if any. */
export function readNames(
  typed: string,
  index: NameIndex,
  languages: Languages,
): { ids: readonly string[] } | { unknown: string } {
  const reader = new NameReader(index, languages);
  const ids: string[] = [];
  const whole = typed.slice(0, LONGEST_LIST);
  for (const typedPart of reader.whole(whole) === undefined ? whole.split(/[,，、;；]/u) : [whole]) {
    const part = typedPart.replace(marks, '');
    if (part === '') continue;
    const found = reader.read(part);
    if (found === undefined) return { unknown: part };
    ids.push(...found);
  }
  return { ids: [...new Set(ids)] };
}

class NameReader {
  readonly #articles: RegExp;
  readonly #joint: RegExp;
  readonly #leading: RegExp;

  constructor(
    private readonly index: NameIndex,
    languages: Languages,
  ) {
    const joints = bothLanguages(languages, 'changes:word.and').map(
      // Latin words stand apart; Han characters join without a space.
      (word) => (/\p{Script=Latin}/u.test(word) ? `\\s+${word}\\s+` : `\\s*${word}\\s*`),
    );
    this.#joint = new RegExp(joints.join('|'), 'giu');
    this.#leading = new RegExp(`^(?:${joints.join('|')})`, 'iu');
    this.#articles = new RegExp(`^(?:${bothLanguages(languages, 'changes:word.the').join('|')})\\s+`, 'iu');
  }

  /** The thing that the whole text names. */
  whole(text: string): string | undefined {
    const key = comparable(text);
    return this.index.get(key) ?? this.index.get(key.replace(this.#articles, ''));
  }

  /** The things that a text names, joined by "and"; a name that holds an "and" of its own is one. */
  read(text: string): string[] | undefined {
    const words = ` ${text.trim()} `.replace(this.#leading, '');
    const one = this.whole(words);
    if (one !== undefined) return [one];
    for (const joint of words.matchAll(this.#joint)) {
      const first = this.whole(words.slice(0, joint.index));
      if (first === undefined) continue;
      const rest = this.read(words.slice(joint.index + joint[0].length));
      if (rest !== undefined) return [first, ...rest];
    }
    return undefined;
  }
}
