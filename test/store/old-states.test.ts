import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createProgramme } from '../../src/programme/snapshot.js';
import { readBackup } from '../../src/store/backup.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { migrate, migrations } from '../../src/store/postgres/migrations.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { generatedDataset } from '../support/generated-programme.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const digest = {
  time: '09:00',
  timezone: 'Europe/Rome',
  languages: 'en',
  days: 'weekdays',
  heartbeat: 'never',
  until: '20:00',
  since: '2021-03-08T00:00:00.000Z',
  state: 'on',
  by: 'slack:T1:U1',
} as const;
const title = 'Room ,"news":true, \u0000';

/** Conversations as version 1 kept them, and as they are now. */
const before = [
  { id: 'slack:T1:C1', direct: false, news: true, digest },
  { id: 'slack:T1:C2', direct: false, locale: 'zh', news: false, digest },
  { id: 'wechat:default:1@chatroom', title, direct: false, news: true },
];
const after = before.map(({ news: _, ...row }) => row);

const version1 = {
  format: 'ucap-state',
  version: 1,
  lastChange: 0,
  lastDelivery: 0,
  collections: {
    changes: [],
    proposals: [],
    people: [],
    conversations: before,
    linkCodes: [],
    linkAttempts: [],
    events: [],
    digests: [],
    installations: [],
    refusals: [],
  },
  outbox: [],
  keys: {},
};

describe('a state of version 1, whose conversations chose news apart from the digest,', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  test('is read out of a backup', async () => {
    const file = join(folder, 'backup.json');
    await writeFile(file, JSON.stringify(version1));
    const { collections } = await readBackup(file, createProgramme(generatedDataset({ missions: 3 })));
    expect(collections.conversations).toEqual(after);
  });

  test('is opened in its folder, and kept in the new form', async () => {
    const state = join(folder, 'state');
    await mkdir(state);
    await writeFile(join(state, 'state.json'), JSON.stringify(version1));
    const store = await openEmbeddedStore({ folder: state });
    expect(store.view().all('conversations')).toEqual(after);
    await store.transact((tx) => tx.nextChangeNumber());
    await store.close();
    const kept = JSON.parse(await readFile(join(state, 'state.json'), 'utf8'));
    expect(kept).toMatchObject({ version: 2, collections: { conversations: after } });
  });

  test('is refused for what else is wrong with it', async () => {
    const file = join(folder, 'backup.json');
    const conversations = [{ id: 'slack:T1:C1', direct: 'no', news: true }, 'C2'];
    await writeFile(
      file,
      JSON.stringify({ ...version1, collections: { ...version1.collections, conversations } }),
    );
    const reading = readBackup(file, createProgramme(generatedDataset({ missions: 3 })));
    await expect(reading).rejects.toMatchObject({
      faults: [{ path: 'collections.conversations[0].direct' }, { path: 'collections.conversations[1]' }],
    });
  });
});

describe('a database of version 1', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  test('is brought up to date when it is opened', async () => {
    const url = await server.makePlace();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('BEGIN');
    await migrate(client, migrations.slice(0, 1));
    for (const [position, row] of before.entries()) {
      await client.query(`INSERT INTO state_rows VALUES ('conversations', $1, $2, $3, 1)`, [
        row.id,
        JSON.stringify(row),
        position,
      ]);
    }
    await client.query(`INSERT INTO state_rows VALUES ('conversations', 'slack:T1:C9', NULL, 9, 1, now())`);
    await client.query('UPDATE state_head SET revision = 1, last_position = 9');
    await client.query('COMMIT');
    await client.end();
    const store = await openPostgresStore({ url });
    expect(store.view().all('conversations')).toEqual(after);
    await store.close();
  });
});
