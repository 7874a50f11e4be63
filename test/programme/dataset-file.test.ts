import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/programme/dataset-file.js';
import { generatedDataset } from '../support/generated-programme.js';

describe('a dataset file', () => {
  let folder = '';
  const write = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dataset-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('of another programme is read as well', async () => {
    const dataset = generatedDataset({ missions: 20 });
    const file = await write('other.json', JSON.stringify(dataset));
    expect(readDataset(file)).toEqual({ dataset });
  });

  it('may begin with a byte order mark, as some editors write', async () => {
    const dataset = generatedDataset({ missions: 1 });
    const file = await write('bom.json', `\uFEFF${JSON.stringify(dataset)}`);
    expect(readDataset(file)).toEqual({ dataset });
  });

  it('that is not there is named', async () => {
    const file = join(folder, 'absent.json');
    expect(readDataset(file)).toEqual({
      faults: [{ path: '', key: 'file-missing', values: { file } }],
    });
  });

  it('that is a folder cannot be read', async () => {
    expect(readDataset(folder)).toEqual({
      faults: [{ path: '', key: 'file-unreadable', values: { file: folder, code: 'EISDIR' } }],
    });
  });

  it('with a name that no file can have is a fault, not a crash', async () => {
    const result = readDataset('a\0b');
    expect(result).toMatchObject({ faults: [{ key: 'file-unreadable' }] });
  });

  it('that is no JSON is shown where it breaks', async () => {
    const file = await write('broken.json', '{\n  "overview": {\n    "name": oops\n  }\n}\n');
    expect(readDataset(file)).toEqual({
      faults: [{ path: '', key: 'not-json', values: { file, line: 3, column: 13 } }],
    });
  });

  it('with faults lists them', async () => {
    const file = await write('empty.json', '{}');
    const result = readDataset(file);
    expect('faults' in result && result.faults.map(({ path, key }) => `${path} ${key}`)).toEqual([
      'overview missing',
      'sources missing',
      'countries missing',
      'groups missing',
      'cities missing',
      'themes missing',
      'topics missing',
      'organisations missing',
      'missions missing',
      'pilots missing',
    ]);
  });
});
