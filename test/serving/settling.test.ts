import { expect, it } from 'vitest';
import { allDone } from '../../src/serving/settling.js';

it('waits for those who end as they should before it tells of the one who did not', async () => {
  let settled = false;
  const worker = new Promise<void>((resolve) => {
    setTimeout(() => {
      settled = true;
      resolve();
    }, 20);
  });
  const channel = Promise.reject(new Error('the connection broke'));
  await expect(allDone([worker, undefined, channel])).rejects.toThrow('the connection broke');
  expect(settled).toBe(true);
});
