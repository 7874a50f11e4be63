import type { Translate } from '../i18n/languages.js';
import type { Block, Reply } from './reply.js';

/** The line under a list that tells what a number does, where text is all there is; none when no item has one. */
export function numberHint({ blocks }: Reply, t: Translate): string[] {
  const lists = blocks.filter(isNumbered);
  if (lists.length === 0) return [];
  const choosing = lists.some((list) => list.choosing);
  return [t(choosing ? 'answers:layout.choose-by-number' : 'answers:layout.open-by-number')];
}

function isNumbered(block: Block): block is Extract<Block, { kind: 'list' }> {
  return (
    block.kind === 'list' && block.numbered && block.items.some(({ invocation }) => invocation !== undefined)
  );
}
