import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ucapBot } from '../support/command-line.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

it('copies into an empty store alone, and says so in the operator’s language', async () => {
  const { folder, remove } = await temporaryFolder();
  const UCAP_STATE = join(folder, 'state');
  const DATABASE_URL = await server.makePlace();
  expect(await ucapBot(['grant', 'slack:T1:U1', 'admin'], { env: { UCAP_STATE } })).toMatchObject({
    code: 0,
  });
  const migrate = (UCAP_LOCALE: string) =>
    ucapBot(['migrate-store', 'to-postgres'], { env: { UCAP_STATE, DATABASE_URL, UCAP_LOCALE } });
  expect(await migrate('en')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Copied 1 rows;/) });
  expect(await migrate('en')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The store to copy into is not empty. Nothing was changed; choose an empty folder or database.\n',
  });
  expect((await migrate('zh')).stderr).toBe(
    '目标存储里已有数据，没有作任何改动。请换用空的文件夹或数据库。\n',
  );
  await remove();
});
