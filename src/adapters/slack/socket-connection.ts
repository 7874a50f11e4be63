import type { SocketModeReceiver } from '@slack/bolt';
import type { ComponentHealth } from '../../bot/channel.js';
import type { Log } from '../../bot/log.js';
import { reconnecting, waitAfter } from '../../timing/back-off.js';
import { systemTimers, unheldTimers } from '../../timing/timers.js';
import { withinTime } from '../../timing/within-time.js';
import { refusalOf, refusesToken } from './api-errors.js';
import { reasonOf } from './tasks.js';

type Client = SocketModeReceiver['client'];

/** Slack's answers that no waiting mends, beside those that refuse the token. */
const hopeless = new Set(['not_allowed_token_type', 'missing_scope']);
const helloMs = 10_000;
const closingMs = 1000;

function isHopeless(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusesToken(refusal) || hopeless.has(refusal ?? '');
}

/**
 * Keeps a Socket Mode connection. The client's own reconnecting is switched off, since a reconnection that Slack refuses, or
 * that meets a network fault, ends there in an unhandled rejection (@slack/socket-mode 3.1: `delayReconnectAttempt`).
 */
export class SocketConnection {
  readonly #client: Client;
  readonly #log: Log;
  readonly #refused: (error: unknown) => void;
  #stopping = false;
  /** Connections made so far. */
  #made = 0;
  #health: ComponentHealth = { state: 'starting' };

  /** `refused` is called once, when Slack will never take this connection again. */
  constructor(client: Client, log: Log, refused: (error: unknown) => void) {
    this.#client = client;
    this.#log = log;
    this.#refused = refused;
  }

  get health(): ComponentHealth {
    return { ...this.#health, reconnects: Math.max(0, this.#made - 1) };
  }

  /** Connects for the first time; rejects with the client's error when that fails. */
  async open(): Promise<void> {
    await this.#connect();
    this.#client.on('disconnected', () => void this.#reconnect());
    this.#client.on('ws_message', (data: unknown) => {
      if (typeof data === 'string' && isFarewell(data)) this.#hangUpAfter(this.#made);
    });
  }

  close(): void {
    this.#stopping = true;
    // It resolves only when the other side has closed too, which nothing here waits for.
    this.#client.disconnect().catch(() => {});
    this.#hangUpAfter(this.#made);
  }

  /** Slack may leave a connection open after the closing handshake has begun; asked once more the client cuts it. */
  #hangUpAfter(connection: number): void {
    const cut = () => {
      if (this.#made === connection) this.#client.disconnect().catch(() => {});
    };
    setTimeout(cut, closingMs).unref();
  }

  async #connect(): Promise<void> {
    const late = 'Slack did not greet the connection in time';
    try {
      await withinTime(helloMs, this.#client.start(), late, unheldTimers);
    } catch (error) {
      // A connection that was never greeted must not linger beside the next one.
      this.#client.disconnect().catch(() => {});
      throw error;
    }
    this.#made += 1;
    this.#health = { state: 'up' };
  }

  #reconnecting = false;

  async #reconnect(): Promise<void> {
    if (this.#stopping || this.#reconnecting) return;
    this.#reconnecting = true;
    for (let attempt = 0; !this.#stopping; attempt += 1) {
      if (attempt > 0) await systemTimers.sleep(waitAfter(attempt - 1, reconnecting));
      if (this.#stopping) break;
      try {
        await this.#connect();
        this.#log.info({ attempt }, 'Slack: the socket is connected again');
        break;
      } catch (error) {
        this.#health = { state: 'down', reason: reasonOf(error) };
        this.#log.warn({ attempt, reason: reasonOf(error) }, 'Slack: the socket could not be connected');
        if (isHopeless(error)) {
          this.#stopping = true;
          this.#refused(error);
        }
      }
    }
    this.#reconnecting = false;
  }
}

/** Slack's word that this connection ends and another is to be opened, as every hour or so. */
function isFarewell(message: string): boolean {
  // Envelopes with what people wrote are longer, and their quotes are escaped.
  return message.length < 1000 && /"type"\s*:\s*"disconnect"/.test(message);
}
