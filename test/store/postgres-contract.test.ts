import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { type Place, storeContract } from '../contract/store.js';
import { storeModel } from '../contract/store-model.js';
import { storeRetention } from '../contract/store-retention.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

async function makePlace(): Promise<Place> {
  const url = await server.makePlace();
  return { open: (options) => openPostgresStore({ url, ...options }), destroy: async () => undefined };
}

storeContract('PostgreSQL', makePlace);
storeModel('PostgreSQL', makePlace, { runs: 25, claimsOutliveTheProcess: true });
storeRetention('PostgreSQL', makePlace);
