import pg, { type ClientBase, type QueryResultRow } from 'pg';

/**
 * How long a server that doesn't answer is waited for, in milliseconds. A process that is stopped in the middle of a transaction
 * would hold up all others: the server ends such a session.
 */
const limits = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
  statement_timeout: 9_000,
  idle_in_transaction_session_timeout: 5_000,
};

const settings = { ...limits, keepAlive: true, application_name: 'ucap-bot' };

/** What a statement can be run on: the pool, or one connection in a transaction. */
export interface Queryable {
  query<R extends QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: R[]; rowCount: number | null }>;
}

/** Thrown when the connection broke while a transaction was being committed: it may be kept or not. */
export class CommitUnknown extends Error {
  constructor(
    readonly transactionId: string,
    options: ErrorOptions,
  ) {
    super('the connection broke during a commit', options);
  }
}

/** Connections to one database. */
export class Database {
  readonly #pool: pg.Pool;

  constructor(private readonly url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 4, ...settings });
    // A connection that breaks while nobody uses it: whoever asks next gets a new one, or the error.
    this.#pool.on('error', () => undefined);
  }

  /** A connection of its own, outside the pool, to listen on. */
  listener(): pg.Client {
    return new pg.Client({ connectionString: this.url, ...settings });
  }

  async query<R extends QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<R>> {
    return this.#pool.query<R>(text, values);
  }

  /**
   * Runs `work` between `begin` and COMMIT; rolls back when it throws. A connection that failed is not used again.
   * @throws CommitUnknown when the COMMIT itself got no answer and `work` had called `identify`
   */
  async transaction<R>(
    begin: string,
    work: (client: ClientBase, identify: (id: string) => void) => Promise<R>,
  ): Promise<R> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const note = (error: Error) => {
      broken = error;
    };
    client.on('error', note);
    let transactionId: string | undefined;
    try {
      await client.query(begin);
      const result = await work(client, (id) => {
        transactionId = id;
      });
      await commit(client, () => transactionId);
      return result;
    } catch (error) {
      broken ??= await rollBack(client, error);
      throw error;
    } finally {
      client.off('error', note);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

async function commit(client: ClientBase, transactionId: () => string | undefined): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (error) {
    const id = transactionId();
    const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
    if (id === undefined || refused) throw error;
    throw new CommitUnknown(id, { cause: error });
  }
}

/** Returns the error when the connection is of no more use: a server that didn't answer won't answer to ROLLBACK either. */
async function rollBack(client: ClientBase, reason: unknown): Promise<Error | undefined> {
  if (!(reason instanceof pg.DatabaseError))
    return reason instanceof Error ? reason : new Error(String(reason));
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
