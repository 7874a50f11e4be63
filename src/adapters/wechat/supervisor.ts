import type { ComponentState } from '../../bot/channel.js';
import { reconnecting, waitAfter } from '../../timing/back-off.js';
import type { Trouble } from './trouble.js';

/** One life of a connection to WeChat. Its own attempts to reconnect are not trusted: it is thrown away instead. */
export interface Session {
  /** Asks for a sign of life. */
  ping(): void;
  /** Ends the connection and frees what it holds; the account stays logged in. */
  hangUp(): Promise<void>;
}

/** What a session tells. */
export interface SessionListener {
  alive(): void;
  /** A QR code waits to be scanned. */
  scan(): void;
  login(): void;
  logout(): void;
  failed(trouble: Trouble): void;
}

export interface SupervisorOptions {
  patience?: Partial<Patience> | undefined;
  /** Builds a session and begins to start it. It tells what comes of it through the listener. */
  open(listener: SessionListener): Promise<Session>;
  onOnline(): void;
  onOffline(): void;
  /** A session could not even be built. */
  onError(error: unknown): void;
  /** Called once for each new trouble, not for each try. */
  onTrouble(trouble: Trouble): void;
}

/** How long what may take, in milliseconds. */
export interface Patience {
  /** From a session's start to its login; what keeps it is said to the operators within thirty seconds. */
  login: number;
  /** Between two requests for a sign of life. */
  ping: number;
  /** Without a sign of life: three unanswered pings. */
  silence: number;
  /** For a person to scan a code: time to find the phone, but a code that nobody renews is dead. */
  scan: number;
  /** An account online for less than this did not really come back. */
  steady: number;
}

const usualPatience: Patience = {
  login: 25_000,
  ping: 10_000,
  silence: 30_000,
  scan: 300_000,
  steady: 10_000,
};

/**
 * Keeps one session to WeChat alive. Wechaty resolves `start()` even with a refused token, and its reconnect gives up for good
 * after an outage longer than its watchdog; so health is what was seen (a login and signs of life), and a failed session
 * is replaced by a fresh one, with growing waits.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #patience: Patience;
  #session: Session | undefined;
  /** Counts sessions, so that a thrown-away one is not listened to. */
  #life = 0;
  #attempt = 0;
  #stopped = false;
  #online = false;
  #aliveAt = 0;
  #scanAt = Number.NEGATIVE_INFINITY;
  #trouble: Trouble | undefined;
  #onlineSince = 0;
  /** Times that the account came online. */
  #logins = 0;
  readonly #timers = { retry: undefined, deadline: undefined, pulse: undefined } as Record<
    'retry' | 'deadline' | 'pulse',
    NodeJS.Timeout | undefined
  >;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#patience = { ...usualPatience, ...options.patience };
  }

  start(): void {
    void this.#open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#clearTimers();
    this.#life += 1;
    this.#goOffline();
    await this.#session?.hangUp();
    this.#session = undefined;
  }

  state(): { state: ComponentState; trouble?: Trouble; reconnects: number } {
    const reconnects = Math.max(0, this.#logins - 1);
    if (this.#online) return { state: 'up', reconnects };
    return this.#trouble === undefined
      ? { state: 'starting', reconnects }
      : { state: 'down', trouble: this.#trouble, reconnects };
  }

  async #open(): Promise<void> {
    this.#life += 1;
    const life = this.#life;
    const current = (act: () => void) => () => {
      if (life === this.#life) act();
    };
    this.#scanAt = Number.NEGATIVE_INFINITY;
    this.#aliveAt = 0;
    this.#timers.deadline = setTimeout(() => this.#deadline(), this.#patience.login);
    const listener: SessionListener = {
      alive: current(() => this.#alive()),
      scan: current(() => this.#scanned()),
      login: current(() => this.#goOnline()),
      logout: current(() => this.#loggedOut()),
      failed: (trouble) => current(() => this.#fail(trouble))(),
    };
    try {
      const session = await this.#options.open(listener);
      // The session may have failed, or everything been stopped, while it was built.
      if (life !== this.#life) void session.hangUp();
      else this.#session = session;
    } catch (error) {
      this.#options.onError(error);
      listener.failed('puppetFailed');
    }
    if (life === this.#life) this.#timers.pulse = setInterval(() => this.#pulse(), this.#patience.ping);
  }

  #alive(): void {
    this.#aliveAt = Date.now();
  }

  #scanned(): void {
    this.#alive();
    this.#scanAt = Date.now();
  }

  #goOnline(): void {
    this.#alive();
    clearTimeout(this.#timers.deadline);
    if (this.#online) return;
    this.#online = true;
    this.#logins += 1;
    this.#onlineSince = Date.now();
    this.#trouble = undefined;
    this.#options.onOnline();
  }

  #loggedOut(): void {
    this.#goOffline();
    this.#report('loggedOut');
    clearTimeout(this.#timers.deadline);
    this.#timers.deadline = setTimeout(() => this.#deadline(), this.#patience.login);
  }

  /** Not logged in when it should have been. A code that waits to be scanned is given time; anything else is tried anew. */
  #deadline(): void {
    if (Date.now() - this.#scanAt > this.#patience.scan) {
      this.#fail(this.#aliveAt === 0 ? 'silent' : 'noLogin');
      return;
    }
    this.#report('scanNeeded');
    this.#timers.deadline = setTimeout(() => this.#deadline(), this.#patience.login);
  }

  #pulse(): void {
    if (this.#online && Date.now() - this.#aliveAt >= this.#patience.silence) this.#fail('silent');
    else this.#session?.ping();
  }

  #fail(trouble: Trouble): void {
    if (this.#online && Date.now() - this.#onlineSince >= this.#patience.steady) this.#attempt = 0;
    this.#clearTimers();
    this.#life += 1;
    this.#goOffline();
    this.#report(trouble);
    const ended = this.#session?.hangUp() ?? Promise.resolve();
    this.#session = undefined;
    const wait = waitAfter(this.#attempt, reconnecting);
    this.#attempt += 1;
    this.#timers.retry = setTimeout(() => {
      // The old session's folder must be free before the next one opens it.
      void ended.then(() => {
        if (!this.#stopped) void this.#open();
      });
    }, wait);
  }

  #goOffline(): void {
    if (!this.#online) return;
    this.#online = false;
    this.#options.onOffline();
  }

  #report(trouble: Trouble): void {
    if (this.#trouble === trouble) return;
    this.#trouble = trouble;
    this.#options.onTrouble(trouble);
  }

  #clearTimers(): void {
    clearTimeout(this.#timers.retry);
    clearTimeout(this.#timers.deadline);
    clearInterval(this.#timers.pulse);
  }
}
