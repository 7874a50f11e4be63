import type { Languages } from '../i18n/languages.js';

/** What somebody says to an open list: a number of it, or that it should go on. */
export type ListTalk = { kind: 'number'; number: number } | { kind: 'more' };

const digits = /^[#(（]?(\d{1,3})[)）.、。]?$/u;
const closing = /[\s\p{P}]+$/u;

/** Reads what people say to a list ("2", "the second one", "第二个", "more") out of the languages' own lists of such words. */
export class ListTalkReader {
  readonly #said = new Map<string, ListTalk>();

  constructor(languages: Languages) {
    for (const { t } of Object.values(languages)) {
      for (const words of t('bot:listTalk.more').split('|')) this.#said.set(words, { kind: 'more' });
      const ordinals = t('bot:listTalk.ordinals').split('|');
      const frames = t('bot:listTalk.frames').split('|');
      for (const [index, spoken] of ordinals.entries()) {
        for (const ordinal of spoken.split(',')) {
          for (const frame of frames)
            this.#said.set(frame.replace('#', ordinal), { kind: 'number', number: index + 1 });
        }
      }
    }
  }

  /** What the words say to a list; `undefined` when they are something else. */
  read(typed: string): ListTalk | undefined {
    const text = typed.normalize('NFKC').trim().toLowerCase();
    const number = digits.exec(text)?.[1];
    if (number !== undefined) return { kind: 'number', number: Number(number) };
    return this.#said.get(text.replace(closing, ''));
  }
}
