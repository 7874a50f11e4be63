import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { create, move } from '../digest/changes.js';
import { ucapBot } from '../support/command-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const run = (args: string[], input = '') =>
  ucapBot(args, { input, env: { UCAP_STATE: join(folder, 'state') } });

/** The digest after a coordinator posted a note in one language. */
async function digestAfterNoteOf(person: string): Promise<string> {
  expect(await run(['grant', person, 'coordinator'])).toMatchObject({ code: 0 });
  const typed = 'update wine-institute status=agreed note="MoU signed"\nconfirm\n';
  expect((await run(['start', '--as', person], typed)).stdout).toContain('Done — change 1');
  const { code, stdout } = await run(['digest', '--lang', 'en']);
  expect(code).toBe(0);
  expect(stdout).toContain('proposed → agreed');
  return stdout;
}

describe('the digest on the command line', () => {
  it('shows a coordinator what waits for translation, as their chat would', async () => {
    expect(await digestAfterNoteOf('console:local:me')).toMatch(
      /Waiting for a translation.*Change 1, into Chinese: MoU signed.*translate 1/s,
    );
  });

  it('shows it to nobody else', async () => {
    expect(await digestAfterNoteOf('console:local:ann')).not.toContain('Waiting for a translation');
  });

  it.each([
    ['the day it was added', '2021-03-01', 'New: May 2021 · Rome visits Nanjing'],
    ['a later day', '2021-03-03', 'Rome visits Nanjing: cancelled → planned'],
  ])('tells of a mission that was called off on %s and is planned again', async (_, day, told) => {
    const store = await openEmbeddedStore({ folder: join(folder, 'state') });
    await store.transact((tx) => {
      tx.put('changes', { ...create(tx.nextChangeNumber()), at: '2021-03-01T08:00:00.000Z' });
      const callOff = move(tx.nextChangeNumber(), 'status', 'planned', 'cancelled');
      tx.put('changes', { ...callOff, at: `${day}T09:00:00.000Z` });
      const planAgain = move(tx.nextChangeNumber(), 'status', 'cancelled', 'planned');
      tx.put('changes', { ...planAgain, at: '2021-03-10T08:00:00.000Z' });
    });
    await store.close();
    expect((await run(['digest', '--lang', 'en', '--date', '2021-03-10'])).stdout).toContain(told);
  });
});
