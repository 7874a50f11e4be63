import { isHan } from './han.js';

/**
 * The smallest piece of a text that a phrase is made of: a Latin (or other alphabetic) word, one Han character, or a
 * number. `joint` is a sign that holds words together (hyphen, slash, ampersand), `comma` a short and `stop` a full stop.
 */
export interface Atom {
  kind: 'word' | 'han' | 'number' | 'joint' | 'comma' | 'stop';
  text: string;
  /** Code units of the normalised text. */
  from: number;
  to: number;
}

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const HAN_NUMERALS = new Map(
  [...'〇零一二三四五六七八九'].map((numeral, i) => [numeral, i === 0 ? 0 : i - 1]),
);
HAN_NUMERALS.set('两', 2).set('○', 0);

/** The value of a run of Han numerals: digit by digit (二〇一九) or with tens (二十一). */
function hanNumber(run: string): number | undefined {
  const ten = run.indexOf('十');
  if (ten < 0) return [...run].reduce((value, numeral) => value * 10 + (HAN_NUMERALS.get(numeral) ?? 0), 0);
  if (run.length > 3 || run.lastIndexOf('十') !== ten || ten > 1) return undefined;
  const tens = ten === 0 ? 1 : (HAN_NUMERALS.get(run.charAt(0)) ?? 1);
  return tens * 10 + (HAN_NUMERALS.get(run.charAt(ten + 1)) ?? 0);
}

/** 七 and 八, but not 八 and 七 or 十 and 一. */
function areNeighbours(one: string, other: string): boolean {
  const [first, second] = [HAN_NUMERALS.get(one), HAN_NUMERALS.get(other)];
  return first !== undefined && second === first + 1;
}

/** A numeral is a number only before a unit of time; elsewhere 一 and 三 are parts of words. Of 七八月 each is one by itself. */
function hanNumberAt(text: string, from: number): { value: number; to: number } | undefined {
  let to = from;
  while (HAN_NUMERALS.has(text.charAt(to)) || text[to] === '十') to++;
  if (to === from) return undefined;
  const unit = text[to] === '个' ? text.charAt(to + 1) : text.charAt(to);
  if (unit === '' || !'年月日号季'.includes(unit) || (text[to] === '个' && unit === '年')) return undefined;
  if (unit !== '年' && to - from === 2 && areNeighbours(text.charAt(from), text.charAt(from + 1))) to--;
  const value = hanNumber(text.slice(from, to));
  return value === undefined ? undefined : { value, to };
}

const COMMAS = ',，、:：';
const STOPS = '.。!?;；\n…';
const JOINTS = '-‐‑‒–—―~/+&·•−_|';

function signAt(text: string, i: number): Atom['kind'] | undefined {
  const sign = text.charAt(i);
  if (JOINTS.includes(sign)) return 'joint';
  if (COMMAS.includes(sign)) return 'comma';
  if (!STOPS.includes(sign)) return undefined;
  const between = sign === '.' && isDigit(text, i - 1) && isDigit(text, i + 1);
  return between ? 'joint' : 'stop';
}

const isLetter = (text: string, i: number) => {
  const code = text.charCodeAt(i);
  return (code >= 0x61 && code <= 0x7a) || (code > 0x7f && !isHan(code) && LETTER.test(text.charAt(i)));
};

const isDigit = (text: string, i: number) => {
  const code = text.charCodeAt(i);
  return (code >= 0x30 && code <= 0x39) || (code > 0x7f && DIGIT.test(text.charAt(i)));
};

function endOf(text: string, from: number, belongs: (text: string, i: number) => boolean): number {
  let to = from + 1;
  while (to < text.length && belongs(text, to)) to++;
  return to;
}

/** The end of a picture that WeChat writes as a word in brackets, such as [微笑]. */
function pictureAt(text: string, i: number): number {
  if (text[i] !== '[') return i;
  const end = text.indexOf(']', i);
  return end > i && end - i <= 8 && !text.slice(i, end).includes(' ') ? end + 1 : i;
}

/** No tag that a person pastes is longer. */
const LONGEST_TAG = 200;

/** The end of a tag around a word, such as <b> or </span>. "Fewer than" has no letter right behind its sign. */
function tagAt(text: string, i: number): number {
  const name = text[i + 1] === '/' ? i + 2 : i + 1;
  const code = text.charCodeAt(name);
  if (code < 0x61 || code > 0x7a) return i;
  const end = text.indexOf('>', name);
  return end > i && end - i <= LONGEST_TAG ? end + 1 : i;
}

/** Splits a normalised text. Quotes, brackets, tags and pictures are left out: they carry no question. */
export function atomise(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    let to = i + 1;
    if (code === 0x20) {
      i++;
      continue;
    }
    const aside = code === 0x3c ? tagAt(text, i) : pictureAt(text, i);
    if (aside > i) {
      i = aside;
      continue;
    }
    if (isHan(code)) {
      const number = hanNumberAt(text, i);
      if (number !== undefined) {
        atoms.push({ kind: 'number', text: String(number.value), from: i, to: number.to });
        to = number.to;
      } else atoms.push({ kind: 'han', text: text.charAt(i), from: i, to });
    } else if (isLetter(text, i)) {
      to = endOf(text, i, isLetter);
      atoms.push({ kind: 'word', text: text.slice(i, to), from: i, to });
    } else if (code >= 0x30 && code <= 0x39) {
      to = endOf(text, i, isDigit);
      atoms.push({ kind: 'number', text: text.slice(i, to), from: i, to });
    } else {
      const kind = signAt(text, i);
      if (kind !== undefined) atoms.push({ kind, text: text.charAt(i), from: i, to });
    }
    i = to;
  }
  return atoms;
}

const LATIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;
const HAN_WITHOUT_NUMERALS = /^[^\P{Script=Han}〇零一二三四五六七八九十两]+$/u;

/**
 * The atoms that a phrase of the lexicon is matched by: its words, characters and numbers. Most phrases are plain words or
 * plain characters, which need no splitter; thousands of them are read at every start.
 */
export function phraseKeys(phrase: string): string[] {
  if (LATIN_WORDS.test(phrase)) return phrase.split(' ');
  if (HAN_WITHOUT_NUMERALS.test(phrase)) return [...phrase];
  return atomise(phrase)
    .filter((atom) => atom.kind === 'word' || atom.kind === 'han' || atom.kind === 'number')
    .map((atom) => atom.text);
}
