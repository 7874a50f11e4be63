import type { z } from 'zod';
import { MessageBlock, ViewBlock } from './block-schema.js';
import { SLACK } from './limits.js';

/** What is wrong with the blocks, by Slack's error code and a pointer; nothing when they are sound. */
export interface BlockFault {
  error: 'invalid_blocks' | 'invalid_blocks_format' | 'msg_blocks_too_long';
  messages: string[];
}

/** Checks a message's blocks as chat.postMessage does. */
export function checkMessageBlocks(blocks: unknown): BlockFault | undefined {
  if (!Array.isArray(blocks))
    return { error: 'invalid_blocks_format', messages: ['[ERROR] must be an array'] };
  const fault = checkBlocks(blocks, MessageBlock, SLACK.messageBlocks);
  if (fault !== undefined) return fault;
  return textLength(blocks) > SLACK.messageBlockText
    ? { error: 'msg_blocks_too_long', messages: [] }
    : undefined;
}

/** Checks a view's blocks as views.open and views.publish do. */
export function checkViewBlocks(blocks: unknown): BlockFault | undefined {
  if (!Array.isArray(blocks))
    return { error: 'invalid_blocks_format', messages: ['[ERROR] must be an array'] };
  return checkBlocks(blocks, ViewBlock, SLACK.viewBlocks);
}

function checkBlocks(blocks: unknown[], schema: z.ZodType, most: number): BlockFault | undefined {
  const messages: string[] = [];
  if (blocks.length > most)
    messages.push(`[ERROR] no more than ${most} items allowed [json-pointer:/blocks]`);
  blocks.forEach((block, index) => {
    const parsed = schema.safeParse(block);
    if (!parsed.success) messages.push(`[ERROR] ${parsed.error.message} [json-pointer:/blocks/${index}]`);
    for (const twice of duplicates(actionIds(block)))
      messages.push(`[ERROR] action_id "${twice}" already exists [json-pointer:/blocks/${index}]`);
  });
  for (const twice of duplicates(blocks.flatMap((block) => stringAt(block, 'block_id'))))
    messages.push(`[ERROR] block_id "${twice}" already exists [json-pointer:/blocks]`);
  return messages.length === 0 ? undefined : { error: 'invalid_blocks', messages };
}

function actionIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds);
  if (typeof value !== 'object' || value === null) return [];
  return [...stringAt(value, 'action_id'), ...Object.values(value).flatMap(actionIds)];
}

function stringAt(value: unknown, key: string): string[] {
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' ? [found] : [];
}

function duplicates(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** All characters of all texts in a value: what Slack counts against a message. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}

/** All texts in a value, in reading order: what a person sees of blocks. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'text' && typeof item === 'string' ? [item] : textsOf(item),
  );
}
