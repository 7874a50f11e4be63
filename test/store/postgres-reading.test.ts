import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readState } from '../../src/store/open-store.js';
import { inspectDatabase } from '../../src/store/postgres/inspect-database.js';
import { migrate, migrations } from '../../src/store/postgres/migrations.js';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { readCommitted } from '../../src/store/postgres/read-committed.js';
import { announcement, delivery, person } from '../contract/store-rows.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

let url: string;
beforeEach(async () => {
  url = await server.makePlace();
});

async function sql(statement: string, at = url): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
const tables = async () =>
  (await sql('SELECT count(*)::integer AS count FROM pg_tables WHERE schemaname = current_schema()')).rows[0]
    .count;

test('an empty database stays empty when it is read or looked at', async () => {
  expect(await readState({ kind: 'postgres', url })).toBeUndefined();
  expect(await inspectDatabase(url)).toBeUndefined();
  expect(await tables()).toBe(0);
});

test('what a running bot has committed is read beside it', async () => {
  const store = await openPostgresStore({ url });
  await store.transact((tx) => {
    tx.put('people', person('slack:T1:U1', '李伟'));
    tx.put('changes', announcement(tx.nextChangeNumber()));
    tx.enqueue(delivery('a'));
  });
  const state = await readState({ kind: 'postgres', url });
  expect(state?.reader.get('people', 'slack:T1:U1')).toEqual(person('slack:T1:U1', '李伟'));
  expect(state?.dump()).toEqual(await store.dump());
  expect((await inspectDatabase(url))?.reader.all('changes')).toHaveLength(1);
  await store.close();
});

test('a database of another version is left as it is, and told', async () => {
  await (await openPostgresStore({ url })).close();
  await sql('UPDATE state_version SET version = version + 1');
  const newer = { name: 'StateUnsound', faults: [{ key: 'newer-version' }] };
  await expect(readState({ kind: 'postgres', url })).rejects.toMatchObject(newer);
  await expect(inspectDatabase(url)).rejects.toMatchObject(newer);
  await sql('UPDATE state_version SET version = version - 1');
  const steps = [...migrations, 'CREATE TABLE of_the_next_build ()'];
  const older = { name: 'StateUnsound', faults: [{ key: 'older-version', values: { known: steps.length } }] };
  await expect(readCommitted(url, steps)).rejects.toMatchObject(older);
  expect((await sql('SELECT version FROM state_version')).rows).toEqual([{ version: migrations.length }]);
});

test('looking shows a database of an older version as the next start will find it', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await migrate(client, migrations.slice(0, 1));
  await client.query('COMMIT');
  await client.end();
  const row = { id: 'slack:T1:C1', direct: false, news: true, title: 'Hall' };
  await sql(
    `INSERT INTO state_rows VALUES ('conversations', '${row.id}', '${JSON.stringify(row)}', 1, 1);
     UPDATE state_head SET revision = 1, last_position = 1`,
  );
  const state = await inspectDatabase(url);
  const { news: _, ...updated } = row;
  expect(state?.reader.all('conversations')).toEqual([updated]);
  expect((await sql('SELECT data, version FROM state_rows, state_version')).rows).toEqual([
    { data: row, version: 1 },
  ]);
});

test('looking tells whether the bot could write there', async () => {
  const { pathname, host, search } = new URL(url);
  const reader = `postgres://ucap_reader:test@${host}${pathname}${search}`;
  await sql(`CREATE ROLE ucap_reader LOGIN PASSWORD 'test'`);
  const refused = { name: 'StoreUnavailable', trouble: 'refuses', code: '42501' };
  try {
    const schema = (await sql('SELECT current_schema() AS name')).rows[0].name;
    await sql(`GRANT USAGE ON SCHEMA ${schema} TO ucap_reader`);
    await expect(inspectDatabase(reader)).rejects.toMatchObject(refused);
    await (await openPostgresStore({ url })).close();
    await sql(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ucap_reader`);
    expect(await readState({ kind: 'postgres', url: reader })).toBeDefined();
    await expect(inspectDatabase(reader)).rejects.toMatchObject(refused);
  } finally {
    await sql('DROP OWNED BY ucap_reader; DROP ROLE ucap_reader');
  }
});

test('a database that is away is told as such', async () => {
  const away = { name: 'StoreUnavailable', trouble: 'away', code: 'ECONNREFUSED' };
  await expect(readState({ kind: 'postgres', url: 'postgres://127.0.0.1:1/x' })).rejects.toMatchObject(away);
});
