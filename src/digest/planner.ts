import { setImmediate as breathe } from 'node:timers/promises';
import { type LocalTime, localTime } from '../bot/clock.js';
import type { Log } from '../bot/log.js';
import type { Row } from '../bot/state.js';
import type { Reader, Store, Tx } from '../bot/store.js';
import type { Timers } from '../timing/timers.js';
import { Covered, digestKey, unsentDigests } from './coverage.js';
import type { DigestWriter, Subscribed } from './digest-writer.js';
import { type Due, dueDigest } from './due.js';
import { planRequests, type RequestPlan } from './translation-requests.js';

export interface PlannerOptions {
  store: Store;
  digests: DigestWriter;
  /** Whether this process is the one that plans; one of several must be. */
  isLeader(): boolean | Promise<boolean>;
  /** For a person who has set none. */
  defaultTimezone: string;
  timers: Timers;
  log: Log;
}

/** What a check did. */
export interface PlanReport {
  queued: number;
  quiet: number;
  skipped: number;
}

const CHECK_EVERY = 60_000;
/** Rows of one transaction. The embedded store writes its whole file for each, which costs more than many rows do. */
const BATCH = 1_000;
/** Milliseconds between two of them, which belong to others: ten thousand digests take half a minute. */
const REST = 3_000;
/** Milliseconds of planning after which questions get their turn. */
const TURN = 5;
const HEARTBEAT_DAYS = 6;

/** A due digest and what is to be entered for it. */
interface Plan {
  conversation: Subscribed;
  record: Row<'digests'>;
  after: string;
}

/**
 * Enters each due digest into the outbox, together with the record that settles its date: both or neither are
 * committed, so that a digest is neither lost nor planned twice, in however many processes.
 */
export class DigestPlanner {
  readonly #stopping = new AbortController();
  #woken = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: PlannerOptions) {}

  /** Checks at once and then every minute. */
  start(): void {
    this.#running = this.#run();
  }

  /** Checks at once: this process may have become the one that plans. */
  wake(): void {
    this.#woken.abort();
  }

  /** Resolves when a check that is under way has committed what it began. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { timers, log } = this.options;
    while (!this.#stopping.signal.aborted) {
      this.#woken = new AbortController();
      try {
        const report = await this.check();
        if (report.queued + report.skipped > 0) log.info({ ...report }, 'digests were planned');
      } catch (error) {
        log.error({ error: String(error) }, 'digests can’t be planned now; the next check tries again');
      }
      if (!this.#stopping.signal.aborted) await timers.sleep(CHECK_EVERY, this.#woken.signal);
    }
  }

  /**
   * One check: plans what is due now.
   * @throws StoreUnavailable when nothing can be written now; what was not committed is due again at the next check
   */
  async check(): Promise<PlanReport> {
    const report = { queued: 0, quiet: 0, skipped: 0 };
    if (!(await this.options.isLeader())) return report;
    const now = this.options.timers.now();
    let batch: Plan[] = [];
    for await (const plan of this.#plans(now)) {
      batch.push(plan);
      if (batch.length === BATCH) {
        await this.#commit(batch, now, report);
        batch = [];
        await this.options.timers.sleep(REST, this.#stopping.signal);
        if (this.#stopping.signal.aborted) return report;
      }
    }
    await this.#commit(batch, now, report);
    await this.#request(now);
    return report;
  }

  /** Everything that is due, leaving time for questions in between. */
  async *#plans(now: Date): AsyncGenerator<Plan> {
    const { store } = this.options;
    const reader = store.view();
    const clocks = new Map<string, LocalTime>();
    let covered: Covered | undefined;
    let turnEnds = performance.now() + TURN;
    for (const conversation of reader.all('conversations')) {
      if (performance.now() > turnEnds) {
        await breathe();
        turnEnds = performance.now() + TURN;
      }
      const { digest } = conversation;
      if (digest?.state !== 'on') continue;
      const clock = clocks.get(digest.timezone) ?? localTime(now, digest.timezone);
      clocks.set(digest.timezone, clock);
      const settled = (date: string) => reader.get('digests', digestKey(conversation.id, date)) !== undefined;
      const due = dueDigest(digest, clock, settled);
      if (due === undefined) continue;
      covered ??= new Covered(reader, await unsentDigests(store));
      yield this.#plan({ ...conversation, digest }, due, covered, reader, now);
    }
  }

  #plan(conversation: Subscribed, { date, verdict }: Due, covered: Covered, reader: Reader, now: Date): Plan {
    const { id, digest } = conversation;
    const after = covered.before(id, digest, date);
    const upTo = reader.all('changes').at(-1)?.id ?? '0';
    const record = { id: digestKey(id, date), conversation: id, date, at: now.toISOString() };
    if (verdict === 'skip')
      return { conversation, after, record: { ...record, outcome: 'skipped', upTo: after } };
    const wantsSign = digest.heartbeat === 'weekly' && !covered.wasSentWithin(id, HEARTBEAT_DAYS, date);
    const hasNews = this.options.digests.facts(conversation, { date, after, upTo }) !== undefined;
    const outcome = hasNews || wantsSign ? 'queued' : 'nothing-to-say';
    return { conversation, after, record: { ...record, outcome, upTo } };
  }

  async #commit(batch: readonly Plan[], now: Date, report: PlanReport): Promise<void> {
    if (batch.length === 0) return;
    const done = await this.options.store.transact((tx) => batch.filter((plan) => enter(tx, plan, now)));
    const count = (outcome: string) => done.filter(({ record }) => record.outcome === outcome).length;
    report.queued += count('queued');
    report.quiet += count('nothing-to-say');
    report.skipped += count('skipped');
  }

  async #request(now: Date): Promise<void> {
    const { store, digests, defaultTimezone } = this.options;
    const plans = planRequests(store.view(), digests.untranslated(), now, defaultTimezone);
    if (plans.length === 0) return;
    await store.transact((tx) => {
      for (const plan of plans) enterRequest(tx, plan, now);
    });
  }
}

/** False when the date was settled or the digest changed since the plan was made. */
function enter(tx: Tx, { conversation, record, after }: Plan, now: Date): boolean {
  const current = tx.get('conversations', conversation.id)?.digest;
  if (tx.get('digests', record.id) !== undefined) return false;
  if (current?.state !== 'on' || current.since !== conversation.digest.since) return false;
  tx.put('digests', record);
  if (record.outcome !== 'queued') return true;
  tx.enqueue({
    key: record.id,
    conversation: conversation.id,
    lane: 'digest',
    message: { kind: 'digest', date: record.date, after, upTo: record.upTo },
    notBefore: now.toISOString(),
  });
  return true;
}

function enterRequest(tx: Tx, { record, message }: RequestPlan, now: Date): void {
  if (tx.get('digests', record.id) !== undefined) return;
  tx.put('digests', record);
  tx.enqueue({
    key: record.id,
    conversation: record.conversation,
    lane: 'digest',
    message,
    notBefore: now.toISOString(),
  });
}
