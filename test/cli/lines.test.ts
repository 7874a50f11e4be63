import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { linesOf, writeLine } from '../../src/cli/lines.js';

const read = async (...chunks: (string | Buffer)[]) => {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(line);
  return lines;
};

test('a question a line, however the lines end, the last one without an end too', async () => {
  expect(await read('one\ntwo\r\n\nthree')).toEqual(['one', 'two', '', 'three']);
  expect(await read('one\n')).toEqual(['one']);
  expect(await read('')).toEqual([]);
});

test('what looks like a line end to others stays within a question', async () => {
  expect(await read('a\rb\u2028c\u2029d\u0085e\n')).toEqual(['a\rb\u2028c\u2029d\u0085e']);
});

test('a question that comes in pieces is one, also when a character or its end is cut', async () => {
  const [bytes, cut] = [Buffer.from('南京\r\nRome\n'), 4];
  expect(await read(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(['南京', 'Rome']);
  expect(await read('Na', 'nj', 'ing\r', '\nRome')).toEqual(['Nanjing', 'Rome']);
});

test('an answer waits for a reader who is slower', async () => {
  const output = new PassThrough({ highWaterMark: 4 });
  let done = false;
  const written = writeLine(output, 'an answer').then(() => {
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(done).toBe(false);
  output.resume();
  await written;
  expect(done).toBe(true);
});
