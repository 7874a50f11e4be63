import { bothLanguages, comparable } from '../bot/changes/vocabulary.js';
import type { Languages } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/messages.js';

/** A time that was found in typed words, with the words around it. */
export interface FoundTime {
  before: string;
  after: string;
  read: ReadTime;
}

/** HH:MM; or the words that are no time of day, or that are one in the morning as well as one in the evening. */
export type ReadTime =
  | { time: string }
  | { unknown: 'time'; word: string }
  | { unknown: 'hour'; word: string; early: string; late: string };

/** First and last of the hours that people mean by a part of the day. */
type Span = readonly [first: number, last: number];

const parts = {
  am: [0, 11],
  noon: [11, 13],
  afternoon: [12, 18],
  pm: [13, 23],
  evening: [17, 23],
} as const satisfies Record<string, Span>;
type Part = keyof typeof parts;
const partNames: readonly Part[] = ['am', 'noon', 'afternoon', 'pm', 'evening'];

/** Finds times of day in words of either language: "09:00", "9:30 pm", 上午9点, 晚上9点半. */
export class TimeReader {
  readonly #form: RegExp;
  readonly #spans: ReadonlyMap<string, Span>;

  constructor(languages: Languages) {
    const wordsOf = (key: MessageKey) => bothLanguages(languages, key).map(comparable);
    const anyOf = (key: MessageKey) => oneOf(wordsOf(key));
    this.#spans = new Map(
      partNames.flatMap((part) =>
        wordsOf(`digest:words.part.${part}`).map((word) => [word, parts[part]] as const),
      ),
    );
    const part = oneOf([...this.#spans.keys()]);
    // Not in a time zone's offset, nor in another word.
    const start = String.raw`(?<![\p{Script=Latin}\d:+\-/.])(?:(?<first>${part})\s*)?`;
    const hourSign = String.raw`[:.](?=\d{2})|h|${anyOf('digest:words.hour')}`;
    const minute = String.raw`(?<minute>\d{2})(?:${anyOf('digest:words.minute')})?`;
    const half = `(?<half>${anyOf('digest:words.half')})`;
    const exact = `(?:${hourSign})(?:${minute}|${half})?`;
    const end = String.raw`\s*(?:${anyOf('digest:words.oclock')})?\s*(?<last>${part})?(?![\p{L}\d:])`;
    this.#form = new RegExp(String.raw`${start}(?<hour>\d{1,2})(?<exact>${exact})?${end}`, 'u');
  }

  /** The first time in the words, which are `comparable`. */
  find(words: string): FoundTime | undefined {
    const match = this.#form.exec(words);
    if (match === null) return undefined;
    const { first, hour, exact, minute, half, last } = match.groups ?? {};
    const named = [first, last]
      .map((part) => this.#spans.get(part ?? ''))
      .filter((span) => span !== undefined);
    const minutes = minute ?? (half === undefined ? '00' : '30');
    const word = match[0].trim();
    return {
      before: words.slice(0, match.index),
      after: words.slice(match.index + match[0].length),
      read: readTime(word, Number(hour), minutes, exact !== undefined, named),
    };
  }
}

function readTime(
  word: string,
  hour: number,
  minutes: string,
  isExact: boolean,
  spans: readonly Span[],
): ReadTime {
  const timeAt = (at: number) => `${String(at).padStart(2, '0')}:${minutes}`;
  if (hour > 23 || Number(minutes) > 59) return { unknown: 'time', word };
  const hours = hour < 12 && !(isExact && spans.length === 0) ? [hour, hour + 12] : [hour];
  const meant = hours.filter((at) => spans.every(([from, to]) => from <= at && at <= to));
  const [only, ...others] = meant;
  const isTwelve = hour === 12 && (meant.length === 0 || (spans.length === 0 && !isExact));
  if (isTwelve) return { unknown: 'hour', word, early: timeAt(0), late: timeAt(12) };
  if (only === undefined) return { unknown: 'time', word };
  const [late] = others;
  return late === undefined
    ? { time: timeAt(only) }
    : { unknown: 'hour', word, early: timeAt(only), late: timeAt(late) };
}

function oneOf(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
}
