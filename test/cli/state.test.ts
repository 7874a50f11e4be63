import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { create, set } from '../digest/changes.js';
import { ucapBot } from '../support/command-line.js';
import { generatedDataset } from '../support/generated-programme.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let folder: string;
let state: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  state = join(folder, 'state');
});
afterEach(() => remove());

const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  ucapBot(args, { env: { UCAP_STATE: state, ...env } });

/** A folder with one admin, and its backup's path. */
async function withBackup(): Promise<string> {
  expect(await run(['grant', 'slack:T1:U1', 'admin'])).toMatchObject({ code: 0 });
  const file = join(folder, 'backup.json');
  expect(await run(['backup', file])).toMatchObject({ code: 0 });
  return file;
}

/** The English sentence of a command that failed, without stack or the words of a library. */
async function refused(args: string[], env?: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await run(args, env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).not.toMatch(/Invalid|Expected|ENOENT|ENOSPC|JSON at|\.tmp|\n {4}at /);
  return stderr;
}

describe('a state that is damaged', () => {
  it('is told with the way out, and the way out works', async () => {
    const backup = await withBackup();
    const file = join(state, 'state.json');
    await writeFile(file, '{"format":"ucap');
    for (const args of [
      ['grant', 'slack:T1:U2', 'admin'],
      ['backup', join(folder, 'x')],
      ['ask', 'missions'],
    ]) {
      expect(await refused(args)).toBe(
        `${file} has 1 fault:\n  The file ${file} is not JSON: look at line 1, column 16.\n` +
          'Bring a backup back with “npm start -- restore FILE”; this file is kept aside then.\n',
      );
    }
    expect(await refused(['backup', join(folder, 'x')], { UCAP_LOCALE: 'zh' })).toContain('恢复备份');
    const { code, stdout } = await run(['restore', backup]);
    expect(code).toBe(0);
    const aside = /kept as (\S+)\./.exec(stdout)?.[1] ?? '';
    expect(await readFile(aside, 'utf8')).toBe('{"format":"ucap');
    expect(await run(['backup', join(folder, 'again.json')])).toMatchObject({ code: 0 });
  });
});

describe('what is written over', () => {
  it('is told, with how much it held', async () => {
    const backup = await withBackup();
    expect(await run(['backup', backup])).toMatchObject({
      stdout: `Saved to ${backup}: 0 changes, 1 person.\nThe file that was there is replaced.\n`,
    });
    await run(['grant', 'slack:T1:U2', 'admin']);
    expect(await run(['restore', backup])).toMatchObject({
      stdout: `Restored from ${backup}: 0 changes, 1 person.\nThis replaced a state with 0 changes and 2 people.\n`,
    });
    const { stdout } = await run(['restore', backup], { UCAP_LOCALE: 'zh' });
    expect(stdout).toBe(`已从${backup}恢复：0项变更，1人。\n原有状态（0项变更，1人）已被替换。\n`);
  });

  it('is not told where nothing was', async () => {
    const backup = await withBackup();
    const empty = { UCAP_STATE: join(folder, 'empty') };
    expect(await run(['restore', backup], empty)).toMatchObject({
      stdout: `Restored from ${backup}: 0 changes, 1 person.\n`,
    });
  });
});

describe('a backup that does not fit', () => {
  it('changes nothing', async () => {
    const backup = await withBackup();
    const before = await readFile(join(state, 'state.json'), 'utf8');
    const document = JSON.parse(await readFile(backup, 'utf8'));
    const header = { at: '2021-03-12T08:00:00.000Z', by: 'slack:T1:U1', byName: 'Anna' };
    const target = { kind: 'pilot', id: 'atlantis' };
    document.lastChange = 1;
    document.collections.changes = [{ kind: 'note', id: '1', ...header, target, note: { en: 'x' } }];
    await writeFile(backup, JSON.stringify(document));
    expect(await refused(['restore', backup])).toContain(
      'collections.changes[0].target.id: Neither the dataset nor an earlier change holds “atlantis”',
    );
    document.collections.changes[0].kind = 'wish';
    await writeFile(backup, JSON.stringify(document));
    expect(await refused(['restore', backup])).toContain(
      'collections.changes[0].kind: This value is not allowed. Use one of: set, note, create',
    );
    expect(await readFile(join(state, 'state.json'), 'utf8')).toBe(before);
  });
});

describe('changes that were made on another dataset', () => {
  const header = { at: '2021-03-12T08:00:00.000Z', by: 'slack:T1:U1', byName: 'Anna' };
  let other: NodeJS.ProcessEnv;
  beforeEach(async () => {
    const dataset = join(folder, 'other.json');
    await writeFile(dataset, JSON.stringify(generatedDataset({ missions: 3 })));
    other = { UCAP_DATASET: dataset };
    const store = await openEmbeddedStore({ folder: state });
    await store.transact((tx) => {
      tx.put('changes', { ...set(tx.nextChangeNumber(), 'proposed', 'agreed'), ...header });
      tx.put('changes', { ...create(tx.nextChangeNumber()), ...header });
      const id = String(tx.nextChangeNumber());
      tx.put('changes', { kind: 'announce', id, ...header, text: { en: 'The office moves' } });
    });
    await store.close();
  });

  const sentence =
    '2 of 3 stored changes speak of records that the dataset lacks or has otherwise: wine-institute, nanjing and rome. ' +
    'Set UCAP_DATASET to the dataset that belongs to this state, or correct the one in use; until then ' +
    'not all that was posted is shown, and “restore” refuses a backup of this state.';

  it('are told by the doctor, as a state that the bot can’t work with', async () => {
    const { code, stdout } = await run(['doctor'], other);
    expect(code).toBe(1);
    expect(stdout).toContain(`bad  store: ${sentence}\n`);
    expect(await run(['doctor'])).toMatchObject({ code: 0, stdout: expect.stringContaining('ok  store:') });
  });

  it('are saved by a backup, with a warning that is true', async () => {
    const file = join(folder, 'backup.json');
    expect(await run(['backup', file], other)).toEqual({
      code: 0,
      stdout: `Saved to ${file}: 3 changes, 0 people.\n`,
      stderr: `${sentence}\n`,
    });
    expect(await refused(['restore', file], other)).toContain('has 3 faults');
    expect(await run(['backup', file])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['restore', file])).toMatchObject({ code: 0 });
  });

  it('are saved without a word when the dataset is at fault itself, which the doctor tells', async () => {
    const nowhere = { UCAP_DATASET: join(folder, 'none.json') };
    expect(await run(['backup', join(folder, 'b.json')], nowhere)).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await run(['doctor'], nowhere);
    expect(stdout).toMatch(/bad {2}dataset: .*\n.*\n.*\nok {2}store: /);
  });
});

describe('changes with a value that no dataset allows', () => {
  const header = { at: '2021-03-12T08:00:00.000Z', by: 'slack:T1:U1', byName: 'Anna' };
  const file = () => join(state, 'state.json');
  const fault = (place: string) =>
    `${place} has 1 fault:\n  collections.changes[0].fields[0].after: This value is not allowed. Use one of: `;
  beforeEach(async () => {
    const store = await openEmbeddedStore({ folder: state });
    await store.transact((tx) => {
      tx.put('changes', { ...set(tx.nextChangeNumber(), 'proposed', 'paused'), ...header });
      tx.put('changes', { ...set(tx.nextChangeNumber(), 'paused', 'running'), ...header });
    });
    await store.close();
  });
  const damage = async () => {
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace('"after":"paused"', '"after":"pawsed"'));
  };

  it('are told by the doctor with the faults that restore would name', async () => {
    await damage();
    const { code, stdout } = await run(['doctor']);
    expect(code).toBe(1);
    expect(stdout).toContain(`bad  store: ${fault(file())}`);
    expect(stdout).toContain('“npm start -- restore FILE”, or stop the bot and correct these places.\n');
    expect(await refused(['restore', file()])).toContain(fault(file()));
  });

  it('are not saved, and the backup that was there stays', async () => {
    const backup = join(folder, 'backup.json');
    expect(await run(['backup', backup])).toMatchObject({ code: 0, stderr: '' });
    const before = await readFile(backup, 'utf8');
    await damage();
    const sentence = await refused(['backup', backup]);
    expect(sentence).toContain(fault(file()));
    expect(sentence).toMatch(/Nothing was saved: “restore” would refuse such a backup\.\n$/);
    expect(await refused(['backup', backup], { UCAP_LOCALE: 'zh' })).toContain('没有保存');
    expect(await readFile(backup, 'utf8')).toBe(before);
    expect(await run(['restore', backup])).toMatchObject({ code: 0 });
    expect(await run(['doctor'])).toMatchObject({ code: 0 });
  });

  it('are told once in the log of a bot that starts on them', async () => {
    expect((await run(['start'])).stderr).toBe('');
    await damage();
    const { code, stderr } = await run(['start']);
    expect(code).toBe(0);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { level: 40, faults: 1, first: 'changes[0].fields[0].after', msg: expect.stringContaining('“doctor”') },
    ]);
  });
});

describe('a place that cannot be used', () => {
  it.each(['grant', 'start'])('is told by %s at once', async (command) => {
    const args = command === 'grant' ? ['grant', 'slack:T1:U1', 'admin'] : ['start'];
    expect(await refused(args, { UCAP_STATE: '/proc/nope' })).toBe(
      "The state folder /proc/nope can't be used: no folder can be made there; choose another place.\n",
    );
  });

  it('is told by backup and restore under the name that was typed', async () => {
    await withBackup();
    const nowhere = join(folder, 'no', 'file.json');
    expect(await refused(['backup', nowhere])).toBe(
      `${nowhere} can't be written: its folder does not exist; make it, or check the name.\n`,
    );
    expect(await refused(['restore', nowhere])).toBe(
      `${nowhere} can't be read: there is no such file; check the name.\n`,
    );
    await mkdir(join(folder, 'folder'));
    expect(await refused(['backup', join(folder, 'folder')])).toContain('it is a folder; name a file');
    expect((await readdir(folder)).sort()).toEqual(['backup.json', 'folder', 'state']);
  });
});

describe('a state that a bot is running on', () => {
  it('is refused with advice that can be followed', async () => {
    const backup = await withBackup();
    const store = await openEmbeddedStore({ folder: state });
    try {
      const inUse = `A bot (process ${process.pid}) is running on the state in ${state}. Stop it first.\n`;
      expect(await refused(['restore', backup])).toBe(inUse);
      expect(await refused(['start'])).toBe(inUse);
      expect(await refused(['grant', 'slack:T1:U2', 'admin'])).toContain(
        'Write “grant slack:T1:U2 admin” to it as an admin, or stop it first.',
      );
    } finally {
      await store.close();
    }
  });
});

it.each(['--version', '-v', 'version'])('%s prints the version', async (word) => {
  expect(await run([word])).toEqual({ code: 0, stdout: `${packageFile.version}\n`, stderr: '' });
});
