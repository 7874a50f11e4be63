const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes a text safe in Slack's `mrkdwn`: `&`, `<` and `>` are how links, mentions and `<!channel>` are written
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping). Halves of surrogate pairs, which Slack's JSON parser
 * refuses, become U+FFFD.
 */
export function escapeText(text: string): string {
  return wellFormed(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * A text for a `plain_text` object: a label or a title. Slack reads no markup there, and whether it decodes entities differs
 * by element, so that angle brackets are replaced by their look-alikes instead.
 */
export function plainText(text: string, most: number): string {
  return shorten(wellFormed(text).replaceAll('<', '‹').replaceAll('>', '›'), most);
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The text in at most `most` UTF-16 units, ended by "…" when it had to be cut; no character is cut in two. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Where a text may be parted, best first. Each seam lies behind its mark, so that nothing is lost in parting. */
const seams = [/(?<=\n{2})/, /(?<=\n)/, /(?<=[。！？；]|[.!?;]\s)/u, /(?<=\s)/];

/**
 * Splits a text into pieces whose escaped form has at most `most` UTF-16 units: between paragraphs where it can, else
 * between lines, sentences, words, and at last characters. Nothing but white space at the ends of a piece is lost.
 */
export function splitText(text: string, most: number): string[] {
  return parted(text, most, 0)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function parted(text: string, most: number, seam: number): string[] {
  if (escapeText(text).length <= most) return [text];
  const mark = seams[seam];
  if (mark !== undefined)
    return packed(
      text.split(mark).flatMap((piece) => parted(piece, most, seam + 1)),
      most,
    );
  const characters = [...graphemes.segment(text)].map(({ segment }) => segment);
  // One "character" may carry thousands of combining marks; only then is it parted, between code points.
  return packed(
    characters.flatMap((character) => (escapeText(character).length <= most ? character : [...character])),
    most,
  );
}

/** Joins neighbours as long as the whole still fits. */
function packed(pieces: readonly string[], most: number): string[] {
  const result: string[] = [];
  let open = '';
  let length = 0;
  for (const piece of pieces) {
    const own = escapeText(piece).length;
    if (open !== '' && length + own > most) {
      result.push(open);
      open = '';
      length = 0;
    }
    open += piece;
    length += own;
  }
  return open === '' ? result : [...result, open];
}
