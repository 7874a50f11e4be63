import { afterAll, beforeAll } from 'vitest';
import { openConsole } from '../support/chat-on-console.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { dialogues } from './dialogues.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

dialogues('PostgreSQL', async () => openConsole(await server.makePlace()));
