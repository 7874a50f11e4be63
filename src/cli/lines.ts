import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/**
 * The lines of a stream, without their line ends. Only `\n` and `\r\n` end a line: node's readline also splits at a lone
 * `\r`, U+2028 and U+2029, and then one question would get two answers.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest: string[] = [];
  input.setEncoding('utf8');
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = chunk.split('\n');
    for (const line of lines.slice(0, -1)) {
      yield withoutReturn(rest.join('') + line);
      rest = [];
    }
    rest.push(lines.at(-1) ?? '');
  }
  const last = rest.join('');
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Writes a line and waits while the reader is slower than the writer. */
export async function writeLine(output: Writable, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, 'drain');
}
