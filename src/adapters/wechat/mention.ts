/** What a room's message may call the bot by, besides its contact id. */
export interface MentionWords {
  /** The bot's own name and its alias in this room; empty ones are skipped. */
  names: readonly string[];
  /** Words that call the bot at the start of a message without an @. */
  prefixes: readonly string[];
  /** What stands after the @ when everyone is called. */
  everyone: readonly string[];
}

export interface RoomText {
  text: string;
  /** Whether the puppet lists the bot among those mentioned. For a call to everyone some puppets list every member. */
  listed: boolean;
}

const fullWidthOffset = 0xfee0;
// U+2005 (which phones put after a mention), NBSP and U+3000 are in \s; what takes no room is not.
const gap = '[\\s\\u200b-\\u200f\\u2060\\ufeff]';
const latinOrDigit = '[\\p{Script=Latin}\\p{N}]';
const inAWord = '(?<![\\p{Script=Latin}\\p{N}._%+-])';

/**
 * The text for comparing, of the same length as the original, so that positions found in one hold in the other:
 * full-width forms become ASCII, capitals small letters.
 */
function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\p{Lu}]/gu, (character) => {
    const code = character.charCodeAt(0);
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - fullWidthOffset) : character;
    const small = plain.toLowerCase();
    return small.length === character.length ? small : plain;
  });
}

/** A pattern for the name: any gap between its words, and no letter after it that would make it another name. */
function patternOf(name: string): string {
  const trimmed = fold(name).trim();
  const escaped = trimmed.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, `${gap}+`);
  const last = trimmed.at(-1) ?? '';
  const more = new RegExp(latinOrDigit, 'u').test(last) ? latinOrDigit : '[\\p{L}\\p{N}]';
  return `${escaped}(?!${more})`;
}

function oneOf(names: readonly string[]): string {
  const known = names.filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  return known.length === 0 ? '(?!)' : `(?:${known.map(patternOf).join('|')})`;
}

function trim(text: string): string {
  return text.replace(new RegExp(`^${gap}+|${gap}+$`, 'gu'), '');
}

/** Takes every match out of the original text; what stood on both sides stays apart. */
function without(text: string, pattern: RegExp): string {
  let rest = '';
  let from = 0;
  for (const match of fold(text).matchAll(pattern)) {
    rest += `${text.slice(from, match.index)} `;
    from = match.index + match[0].length;
  }
  return trim(rest + text.slice(from));
}

/** `ucap`, `小U` and the like at the start of a message, with a colon or comma after it: the rest, or undefined. */
function afterPrefix(text: string, prefixes: readonly string[]): string | undefined {
  const start = new RegExp(`^${gap}*/?${oneOf(prefixes)}(?:${gap}|[,:!，：！、。])*`, 'u');
  const match = start.exec(fold(text));
  return match === null ? undefined : trim(text.slice(match[0].length));
}

/**
 * The words meant for the bot in a room's message, without the mention; undefined when it is not called. It is called
 * by its contact id, by @ and one of its names anywhere, or by a prefix at the start; never by a call to everyone.
 */
export function calledInRoom({ text, listed }: RoomText, words: MentionWords): string | undefined {
  const byName = new RegExp(`${inAWord}@${oneOf(words.names)}${gap}*`, 'gu');
  if (fold(text).search(byName) !== -1) return withoutCalls(without(text, byName), words);
  const everyone = new RegExp(`${inAWord}@${oneOf(words.everyone)}`, 'u');
  if (listed && !everyone.test(fold(text))) return withoutCalls(without(text, unknownMention), words);
  return afterPrefix(text, words.prefixes);
}

/** Takes a prefix or a mention off a direct message too: habits from rooms should not hinder there. */
export function saidDirectly(text: string, words: MentionWords): string {
  const byName = new RegExp(`${inAWord}@${oneOf(words.names)}${gap}*`, 'gu');
  const rest = without(text, byName);
  return afterPrefix(rest, words.prefixes) ?? rest;
}

/** A mention whose name the puppet does not tell: it ends at U+2005 when there is one, else at the first gap. */
const unknownMention = /@[^@\u2005]{1,64}\u2005|@[^@\s]+/gu;

/** Takes off what stands before the words proper: others who are called too, and a prefix. */
function withoutCalls(text: string, { everyone, prefixes }: MentionWords): string {
  const others = new RegExp(`^(?:${gap}*(?:@[^@\\u2005]{1,64}\\u2005|@${oneOf(everyone)}))+`, 'u');
  const called = others.exec(fold(text))?.[0].length ?? 0;
  const rest = trim(text.slice(called));
  return afterPrefix(rest, prefixes) ?? rest;
}
