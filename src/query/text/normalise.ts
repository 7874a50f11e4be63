/** A text made comparable, with the way back to what was typed. */
export interface Normalised {
  /** Lower case, compatibility forms and diacritics folded (NFKD), no zero-width characters, control characters as spaces. */
  text: string;
  /** For each code unit of `text`, where it stands in `typed`. */
  at: readonly number[];
  typed: string;
  /** True when the text was too long to be read to its end. */
  cut: boolean;
}

/** No question is longer; the rest of a longer text is not read, so that any input costs bounded work. */
export const LONGEST_QUESTION = 1200;

const MARK = /\p{M}/gu;
const INVISIBLE = /\p{Cf}|\u034F|\u115F|\u1160|\u3164/u;
const BLANK = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/u;

/** Folds one code point; the empty string when it does not count. */
function fold(point: string): string {
  if (INVISIBLE.test(point)) return '';
  if (BLANK.test(point)) return ' ';
  return point.normalize('NFKD').replace(MARK, '').toLowerCase();
}

// The few signs and letters beyond ASCII that questions are written with, such as ？ and é, come again and again.
const folded = new Map<string, string>();
const KEPT = 2000;

function foldedOf(point: string): string {
  let text = folded.get(point);
  if (text === undefined) {
    text = fold(point);
    if (folded.size < KEPT) folded.set(point, text);
  }
  return text;
}

/** Lower-case ASCII and the common Han characters, which stay as they are. */
const stays = (code: number) =>
  (code >= 0x20 && code <= 0x40) || (code >= 0x5b && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);

/** Normalises any string, lone surrogates included. Traditional characters are left for `simplify`. */
export function normalise(typed: string): Normalised {
  const end = Math.min(typed.length, LONGEST_QUESTION);
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < end; ) {
    const from = i;
    while (i < end && stays(typed.charCodeAt(i))) at.push(i++);
    text += typed.slice(from, i);
    if (i === end) break;
    const code = typed.charCodeAt(i);
    if (code >= 0x41 && code <= 0x5a) {
      text += String.fromCharCode(code + 32);
      at.push(i++);
    } else if (code === 0x0a || code === 0x0d) {
      text += '\n';
      at.push(i++);
    } else {
      const point = String.fromCodePoint(typed.codePointAt(i) ?? 0x20);
      const plain = foldedOf(point);
      for (let unit = 0; unit < plain.length; unit++) at.push(i);
      text += plain;
      i += point.length;
    }
  }
  return { text, at, typed, cut: typed.length > end };
}

const ALREADY_NORMAL = /^[a-z \u4e00-\u9fff]*$/;

/** A phrase's normalised text, for those that need no way back to what was typed. */
export function normalisedText(phrase: string): string {
  return ALREADY_NORMAL.test(phrase) ? phrase : normalise(phrase).text;
}
