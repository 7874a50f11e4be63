import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ucapBot } from '../support/command-line.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let server: PostgresServer;
let url: string;
beforeAll(async () => {
  server = await startPostgres();
  url = await server.makePlace();
}, 60_000);
afterAll(() => server.stop());

const run = (...args: string[]) => ucapBot(args, { env: { DATABASE_URL: url, PORT: '1' } });

async function tables(): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query = 'SELECT count(*)::integer AS count FROM pg_tables WHERE schemaname = current_schema()';
  const { rows } = await client.query<{ count: number }>(query);
  await client.end();
  return rows[0]?.count ?? 0;
}

it('commands that only read make nothing in a database, and read what is there', async () => {
  const { folder, remove } = await temporaryFolder();
  expect((await run('doctor')).stdout).toContain(
    'ok  store: PostgreSQL holds nothing yet; the tables are made at the first start',
  );
  expect((await run('ask', 'missions yantai')).stdout).toContain('Yantai');
  expect(await run('digest')).toMatchObject({ code: 0 });
  expect(await run('backup', join(folder, 'b.json'))).toMatchObject({ code: 1, stdout: '' });
  expect(await tables()).toBe(0);

  expect(await run('grant', 'slack:T1:U1', 'admin')).toMatchObject({ code: 0 });
  const { code, stdout } = await run('doctor');
  expect(code).toBe(0);
  expect(stdout).toContain('PostgreSQL holds 0 changes');
  expect(stdout).toContain('ok  admins: 1 person');
  expect(await run('backup', join(folder, 'b.json'))).toMatchObject({ code: 0 });
  await remove();
});
