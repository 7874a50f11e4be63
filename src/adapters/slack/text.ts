const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes a text safe in Slack's `mrkdwn`: `&`, `<` and `>` are how links, mentions and `<!channel>` are written
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping). Halves of surrogate pairs, which Slack's JSON parser
 * refuses, become U+FFFD.
 */
export function escapeText(text: string): string {
  if (!/[&<>\uD800-\uDFFF]/.test(text)) return text;
  return wellFormed(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The characters that Slack's three entities stand for. */
export function unescapeText(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

/**
 * A text for a `plain_text` object, such as a label or a title: escaped too, since Slack decodes the three entities there as
 * everywhere (slackapi/bolt-python issue 513), and at most `most` UTF-16 units long, ended by "…" when it had to be cut.
 */
export function plainText(text: string, most: number): string {
  const whole = escapeText(text);
  if (whole.length <= most) return whole;
  const cut = boundaryBefore(text, fittingLength(text, most - 1));
  return `${escapeText(text.slice(0, cut).trimEnd())}…`;
}

function wellFormed(text: string): string {
  return /[\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text;
}

/** The length of `escapeText(text)`, without making it. */
function escapedLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === ampersand) length += 4;
    else if (unit === less || unit === greater) length += 3;
  }
  return length;
}

const ampersand = 38;
const less = 60;
const greater = 62;

/** The text in at most `most` UTF-16 units, ended by "…" when it had to be cut; no character is cut in two. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, boundaryBefore(text, most - 1)).trimEnd()}…`;
}

/**
 * The last boundary between characters at or before `end`. One "character" may carry thousands of combining marks: when it
 * begins the text, it is parted after all, between code points.
 */
function boundaryBefore(text: string, end: number): number {
  if (end >= text.length) return text.length;
  // A character that is longer than the window is one that may be parted.
  const window = text.slice(0, end + 256);
  const start = graphemes.segment(window).containing(end)?.index ?? end;
  if (start > 0) return start;
  const halved = /[\uDC00-\uDFFF]/.test(text.charAt(end)) && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return halved ? Math.max(end - 1, 1) : end;
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
  if (escapedLength(text) <= most) return [text];
  const mark = seams[seam];
  if (mark !== undefined)
    return packed(
      text.split(mark).flatMap((piece) => parted(piece, most, seam + 1)),
      most,
    );
  return slices(text, most);
}

/** Cuts a text without seams between its characters. */
function slices(text: string, most: number): string[] {
  const result: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const cut = boundaryBefore(rest, fittingLength(rest, most));
    result.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return result;
}

/** How many units of the text fit when they are escaped; at least one. */
function fittingLength(text: string, most: number): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    length += escapedLength(text.charAt(index));
    if (length > most) return Math.max(index, 1);
  }
  return text.length;
}

/** Joins neighbours as long as the whole still fits. */
function packed(pieces: readonly string[], most: number): string[] {
  const result: string[] = [];
  let open = '';
  let length = 0;
  for (const piece of pieces) {
    const own = escapedLength(piece);
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
