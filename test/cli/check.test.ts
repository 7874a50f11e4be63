import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shippedDataset } from '../../src/shipped-dataset.js';
import { ucapBot } from '../support/command-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

it('says every fault of a file with its path and a plain sentence, and sends nothing to the terminal’s controls', async () => {
  const { folder, remove } = await temporaryFolder();
  try {
    const dataset = JSON.parse(await readFile(shippedDataset, 'utf8'));
    delete dataset.pilots[0].source;
    dataset.pilots[1].title.en = 'a\u202Eb\u0007';
    dataset.pilots[2].about = [];
    dataset.topics = {};
    dataset['\u001b[31m'] = 1;
    const file = join(folder, 'dataset.json');
    await writeFile(file, JSON.stringify(dataset));
    const { code, stdout, stderr } = await ucapBot(['check', file]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('  pilots[0].source: This field is missing. Add it.\n');
    expect(stderr).toContain(
      '  pilots[1].title.en: This text holds the invisible character U+202E. Remove it.\n',
    );
    expect(stderr).toContain('  pilots[2].about: This must be a group of fields in braces.\n');
    expect(stderr).toContain('  topics: This must be a list.\n');
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toMatch(/Invalid|expected/);
    const chinese = await ucapBot(['check', file], { env: { UCAP_LOCALE: 'zh' } });
    expect(chinese.stderr).toContain('  topics：此处须为列表。');
  } finally {
    await remove();
  }
});

it('says every one of many faults', async () => {
  const { folder, remove } = await temporaryFolder();
  try {
    const dataset = JSON.parse(await readFile(shippedDataset, 'utf8'));
    dataset.pilots = Array.from({ length: 300 }, () => 'no pilot');
    const file = join(folder, 'dataset.json');
    await writeFile(file, JSON.stringify(dataset));
    const { stderr } = await ucapBot(['check', file]);
    for (let pilot = 0; pilot < 300; pilot += 1) expect(stderr).toContain(`  pilots[${pilot}]: `);
  } finally {
    await remove();
  }
});

it('speaks of the file that was named, not of the configuration', async () => {
  const { stderr } = await ucapBot(['check', '/tmp/no-such-dataset.json']);
  expect(stderr).toContain('There is no file /tmp/no-such-dataset.json. Check the name.');
  expect(stderr).toContain('“npm start -- check FILE” checks a file again');
  expect(stderr).not.toContain('UCAP_DATASET');
});
