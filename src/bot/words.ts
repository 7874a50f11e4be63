/** A `key=value` as it was typed, both without quotes. */
export interface Pair {
  key: string;
  value: string;
}

/** What was typed after a command's word. */
export interface Words {
  /** All of it, as typed. */
  text: string;
  /** The words before the first pair, as typed. */
  head: string;
  /** The head's single words. */
  list: readonly string[];
  pairs: readonly Pair[];
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '＂': '＂', '”': '”' };
const keyAndSign = /(?:^|\s)([\p{L}]+)\s*[=＝]\s*/gu;
/** What follows a quotation mark that ends a value: at most a stop, then the next key or the end. */
const afterClosing = /[.,;。，；、]?(?:\s*$|\s+\p{L}+\s*[=＝])/uy;

/**
 * Splits typed text into words and `key=value` pairs. A value is quoted (`"…"`, `“…”`, `「…」`) or reaches to the next
 * key; `＝` is `=`. Quotation marks within a quoted value, with or without a backslash, are part of it: the one before the
 * next key or the end closes. An unclosed quote reaches to the end, so that nothing typed is lost.
 */
export function splitWords(text: string): Words {
  const pairs: Pair[] = [];
  let head: string | undefined;
  let position = 0;
  while (position < text.length) {
    keyAndSign.lastIndex = position;
    const match = keyAndSign.exec(text);
    if (match === null) break;
    head ??= text.slice(0, match.index);
    const start = match.index + match[0].length;
    const { value, end } = readValue(text, start);
    pairs.push({ key: (match[1] ?? '').toLowerCase(), value });
    position = end;
  }
  const words = (head ?? text).trim();
  return { text: text.trim(), head: words, list: words === '' ? [] : words.split(/\s+/u), pairs };
}

function readValue(text: string, start: number): { value: string; end: number } {
  const closing = quotes[text[start] ?? ''];
  if (closing !== undefined) {
    const close = closingOf(text, start + 1, closing);
    if (close !== undefined) {
      const escaped = new RegExp(`\\\\(?=[${text[start]}${closing}])`, 'gu');
      return { value: text.slice(start + 1, close).replace(escaped, ''), end: close + 1 };
    }
    if (!text.includes(closing, start + 1)) return { value: text.slice(start + 1), end: text.length };
  }
  keyAndSign.lastIndex = start;
  const next = keyAndSign.exec(text);
  const end = next === null ? text.length : next.index;
  return { value: text.slice(start, end).trim(), end };
}

/** Where a quoted value ends; `undefined` when no mark has the next key or the end behind it. */
function closingOf(text: string, from: number, closing: string): number | undefined {
  for (let at = text.indexOf(closing, from); at !== -1; at = text.indexOf(closing, at + 1)) {
    afterClosing.lastIndex = at + 1;
    if (text[at - 1] !== '\\' && afterClosing.test(text)) return at;
  }
  return undefined;
}
