import { webApi } from '@slack/bolt';
import type { Log } from '../../bot/log.js';
import { boltLogger } from './log.js';

/** A call that takes longer has failed, with an outcome that is unknown. */
const patienceMs = 10_000;

/** Clients of the Web API, one a token. */
export class WebClients {
  readonly #clients = new Map<string, webApi.WebClient>();
  readonly #log: Log;
  readonly #apiUrl: string | undefined;
  readonly #fetch: webApi.WebClientOptions['fetch'];

  constructor(log: Log, apiUrl: string | undefined, fetch?: webApi.WebClientOptions['fetch']) {
    this.#log = log;
    this.#apiUrl = apiUrl;
    this.#fetch = fetch;
  }

  /**
   * The options of every client, new each time: Bolt keeps and changes the object that it is given. Never with `headers`, into
   * which Bolt 5.1 writes the first workspace's token for all the others.
   */
  options(): webApi.WebClientOptions {
    return {
      logger: boltLogger(this.#log),
      // With the client's own retries three lost replies make four posts; who sends decides when to try again.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: patienceMs,
      ...(this.#apiUrl === undefined ? {} : { slackApiUrl: this.#apiUrl }),
      ...(this.#fetch === undefined ? {} : { fetch: this.#fetch }),
    };
  }

  of(token: string): webApi.WebClient {
    const client = this.#clients.get(token) ?? new webApi.WebClient(token, this.options());
    this.#clients.set(token, client);
    return client;
  }
}
