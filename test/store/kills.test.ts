import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { buildModules } from '../support/writer-build.mjs';
import { killWriters, type WriterKind } from '../support/writer-kills.js';

const KILLS = 12;

let writers: Awaited<ReturnType<typeof buildModules>>;
beforeAll(async () => {
  writers = await buildModules('test/support/writer');
});
afterAll(() => writers.remove());

async function kill(kind: WriterKind) {
  const { folder, remove } = await temporaryFolder();
  try {
    return await killWriters(writers.path('test/support/writer'), kind, folder, KILLS);
  } finally {
    await remove();
  }
}

test('a writer that is killed again and again loses nothing that it acknowledged', async () => {
  const { acknowledged, lost, damaged } = await kill('durable');
  expect(acknowledged).toBeGreaterThan(KILLS);
  expect({ lost, damaged }).toEqual({ lost: 0, damaged: 0 });
});

test('a naive writer under the same kills loses some, so the harness can tell', async () => {
  const { lost } = await kill('naive');
  expect(lost).toBeGreaterThan(0);
});
