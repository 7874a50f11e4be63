import type { types } from '@slack/bolt';
import type { Reply } from '../../bot/reply.js';
import { limits } from './limits.js';
import { type Piece, piecesOf, type RenderWords } from './render-blocks.js';
import { shorten } from './text.js';

/** One message as chat.postMessage and a response_url take it. */
export interface SlackMessage {
  /** What notifications and screen readers say; the blocks are what is seen. Escaped. */
  text: string;
  blocks: types.KnownBlock[];
}

/**
 * A reply as messages, in order; mostly one. Pure. `spare` blocks are left free at the end of each message, for what the
 * caller adds.
 */
export function render(reply: Reply, words: RenderWords, spare = 0): SlackMessage[] {
  const messages: { pieces: Piece[]; length: number }[] = [];
  let open: { pieces: Piece[]; length: number } | undefined;
  for (const piece of piecesOf(reply, words)) {
    const { length } = piece;
    const full =
      open !== undefined &&
      (open.pieces.length + 1 > limits.messageBlocks - spare || open.length + length > limits.messageText);
    if (open === undefined || full) {
      open = { pieces: [], length: 0 };
      messages.push(open);
    }
    open.pieces.push(piece);
    open.length += length;
  }
  return messages.map(({ pieces }) => ({ text: fallback(pieces), blocks: pieces.map(({ block }) => block) }));
}

/** The blocks of a reply for a view, which holds up to a hundred; what is beyond is left out. */
export function renderForView(reply: Reply, words: RenderWords): types.KnownBlock[] {
  return piecesOf(reply, words).map(({ block }) => block);
}

function fallback(pieces: readonly Piece[]): string {
  const text = pieces
    .map(({ plain }) => plain)
    .filter((plain) => plain !== '')
    .join('\n');
  // A cut inside an entity would show half of it.
  return text.length <= limits.fallbackText
    ? text
    : shorten(text, limits.fallbackText).replace(/&[a-z]*…$/, '…');
}
