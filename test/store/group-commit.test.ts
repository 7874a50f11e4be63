import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/bot/store.js';
import { GroupCommit } from '../../src/store/group-commit.js';

/** A disk that takes lists of words, as many writes as the test lets through. */
function disk(refuses: (words: readonly string[]) => Error | undefined = () => undefined) {
  const writes: string[][] = [];
  const commits = new GroupCommit<string[]>(async (run) => {
    const words: string[] = [];
    run(words);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const error = refuses(words);
    if (error !== undefined) throw error;
    writes.push(words);
  });
  const say = (word: string) => commits.submit((words) => words.push(word));
  return { writes, commits, say };
}

const failures = async (works: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(works)).map((end) => (end.status === 'rejected' ? end.reason.message : 'kept'));

test('those who come at the same moment share one write, and the next ones gather meanwhile', async () => {
  const { writes, commits, say } = disk();
  const first = [say('a'), say('b')];
  await new Promise((resolve) => setTimeout(resolve, 1));
  const next = [say('c'), say('d')];
  await Promise.all([...first, ...next]);
  expect(writes).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  await commits.idle();
});

test('nobody hears anything before it is written, not even of their own mistake', async () => {
  const { writes, commits, say } = disk();
  const heard: string[] = [];
  const wrong = commits
    .submit(() => {
      throw new Error('my mistake');
    })
    .catch((error: Error) => heard.push(error.message));
  const right = say('a').then((place) => heard.push(`word ${place}`));
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(heard).toEqual([]);
  await Promise.all([wrong, right]);
  expect(heard).toEqual(['my mistake', 'word 1']);
  expect(writes).toEqual([['a']]);
});

test('what can’t be stored fails its own caller alone', async () => {
  const { writes, say } = disk((words) =>
    words.includes('bad') ? new Error('that can’t be stored') : undefined,
  );
  expect(await failures([say('a'), say('bad'), say('b')])).toEqual(['kept', 'that can’t be stored', 'kept']);
  expect(writes).toEqual([['a'], ['b']]);
});

test('a full disk fails all at once, and what comes after it is written', async () => {
  let isFull = true;
  let tries = 0;
  const { writes, say } = disk(() => {
    tries += 1;
    return isFull ? new StoreUnavailable('the disk is full') : undefined;
  });
  expect(await failures([say('a'), say('b')])).toEqual(['the disk is full', 'the disk is full']);
  expect(tries).toBe(1);
  isFull = false;
  await say('c');
  expect(writes).toEqual([['c']]);
});

test('a thousand callers are written a part at a time', async () => {
  const { writes, say } = disk();
  await Promise.all(Array.from({ length: 1000 }, (_, index) => say(`${index}`)));
  expect(writes.map(({ length }) => length)).toEqual([256, 256, 256, 232]);
  expect(writes.flat()).toEqual(Array.from({ length: 1000 }, (_, index) => `${index}`));
});
