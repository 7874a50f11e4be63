/** WeChat cuts or refuses longer texts; counted in UTF-8 bytes. WeCom's API documents 2,048, and this leaves room. */
export const longestMessage = 2000;

/** Room for the number of a part, as in "(12/34)" and a line break. */
const roomForNumber = 16;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** What is never cut: a web address, a sticker's code such as [微笑]. */
const unbreakable = /https?:\/\/[^\s\u3000-\u303f\uff00-\uffef]+|\[[^[\]\s]{1,16}\]/gu;
const endOfSentence = /[.!?…;:]["'”’)]*\s|[。！？；…]["'”’）」]*/gu;

/** The text without halves of characters, which no platform can send. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

/**
 * Cuts a text into messages of at most `limit` UTF-8 bytes, at a line's end where there is one, else after a sentence,
 * else between words, and only where that can't be helped inside a word; never inside a character, an emoji of
 * several code points, a web address or a `[code]` that fits one message. Several parts are numbered, "(1/3)" on a line of its own.
 */
export function splitText(text: string, limit = longestMessage): string[] {
  const whole = wellFormed(text).trim();
  if (Buffer.byteLength(whole) <= limit) return whole === '' ? [] : [whole];
  const parts: string[] = [];
  for (let rest = whole; rest !== ''; ) {
    const cut = cutBefore(rest, limit - roomForNumber);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return parts.map((part, index) => `(${index + 1}/${parts.length})\n${part}`);
}

/** Where to cut: the best place within `limit` bytes, as an index into `text`; its length when it fits. */
function cutBefore(text: string, limit: number): number {
  const pieces = piecesOf(text, limit);
  let bytes = 0;
  let end = 0;
  for (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    if (bytes > limit) break;
    end += piece.length;
  }
  if (end === text.length) return end;
  const head = text.slice(0, end);
  // A cut in the first third would waste the message and make more of them.
  const soonest = end / 3;
  const places = [
    head.lastIndexOf('\n') + 1,
    lastEnd(head, endOfSentence),
    lastEnd(head, /[\s，、,]/gu),
    end,
  ];
  const wholePlaces = new Set(starts(pieces));
  return places.find((place) => place > soonest && wholePlaces.has(place)) ?? end;
}

function lastEnd(text: string, pattern: RegExp): number {
  let last = 0;
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}

function starts(pieces: readonly string[]): number[] {
  let at = 0;
  return pieces.map((piece) => {
    at += piece.length;
    return at;
  });
}

/** The text as a row of pieces that must not be cut. A longer one than `limit` falls apart into its characters. */
function piecesOf(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(unbreakable)) {
    pieces.push(...charactersOf(text.slice(from, match.index), limit));
    pieces.push(...(Buffer.byteLength(match[0]) <= limit ? [match[0]] : charactersOf(match[0], limit)));
    from = match.index + match[0].length;
  }
  return [...pieces, ...charactersOf(text.slice(from), limit)];
}

function charactersOf(text: string, limit: number): string[] {
  return [...graphemes.segment(text)].flatMap(({ segment }) =>
    Buffer.byteLength(segment) <= limit ? [segment] : [...segment],
  );
}
