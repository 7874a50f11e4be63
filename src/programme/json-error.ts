/** A place in a text as editors count it: lines and columns from 1. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Where a text stops being JSON. V8 tells the position for some mistakes only, so it is searched for: the longest
 * beginning that lacks nothing but its end is the part that is still right.
 */
export function placeOfJsonError(text: string): Place {
  let right = 0;
  let wrong = text.length + 1;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (isBeginningOfJson(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  const lines = text.slice(0, right).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function isBeginningOfJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Unexpected end')) return true;
    const position = /at position (\d+)/.exec(message)?.[1];
    return position !== undefined && Number(position) >= text.length;
  }
}
