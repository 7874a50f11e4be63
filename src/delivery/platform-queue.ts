import type { ChannelPort } from '../bot/channel.js';
import type { Delivery, Lane, Settlement } from '../bot/delivery.js';
import { type ConversationId, type Platform, partsOf } from '../bot/identity.js';
import type { Log } from '../bot/log.js';
import { type Store, StoreUnavailable } from '../bot/store.js';
import type { Timers } from '../timing/timers.js';
import { attempt, type Write } from './attempt.js';
import { type Outcome, settlementOf, unclaimed } from './outcome.js';
import { leaseOf, type Pace } from './pace.js';

/** What a queue works with. */
export interface QueueOptions {
  store: Store;
  /** Puts a delivery into words at the moment it is sent. */
  write: Write;
  /** Called before a delivery is buried because its conversation can't be reached any more. May be called again after a crash. */
  onUnreachable(delivery: Delivery, reason: string): Promise<void>;
  /** Hears of each attempt, for the metrics. */
  onAttempt?(platform: Platform, lane: Lane, outcome: Outcome['outcome']): void;
  log: Log;
  /** This process's name in the outbox, such as its host and process id. */
  name: string;
  timers: Timers;
  /** 0 to 1, to spread what is tried again. */
  random(): number;
}

/** The outbox is looked at so often even when nothing says that something is new: a wait may have ended. */
const LOOK_EVERY = 1_000;
/** And not more often than this: what is claimed together is committed together, and sent and settled at about one time. */
const LOOK_APART = 25;

/** The part of the outbox that goes to one platform. */
export class PlatformQueue {
  readonly #underWay = new Set<Promise<void>>();
  /** Conversations that are not to be written to before an instant. */
  readonly #resting = new Map<ConversationId, number>();
  /** When the next message may go to a workspace. */
  readonly #nextIn = new Map<string, number>();
  #woken = new AbortController();
  #blind = false;
  #gathering: Promise<void> | undefined;

  constructor(
    private readonly port: ChannelPort,
    private readonly pace: Pace,
    private readonly options: QueueOptions,
    private readonly stopping: AbortSignal,
  ) {
    stopping.addEventListener('abort', () => this.wake(), { once: true });
  }

  /** Something may have come into the outbox. */
  wake(): void {
    this.#woken.abort();
  }

  /** Resolves when it is stopped and nothing is under way any more. Never rejects. */
  async run(): Promise<void> {
    while (!this.stopping.aborted) {
      this.#woken = new AbortController();
      await this.#takeWhatIsDue();
      await this.options.timers.sleep(LOOK_APART, this.stopping);
      if (!this.stopping.aborted) await this.options.timers.sleep(this.#nextLook(), this.#woken.signal);
    }
    await Promise.all(this.#underWay);
  }

  async #takeWhatIsDue(): Promise<void> {
    const free = this.pace.atOnce - this.#underWay.size;
    // Claims are written to the disk: several at once cost no more than one.
    if (free < this.pace.atOnce / 2) return;
    // A platform that is down would only use up attempts.
    if (this.port.health().state !== 'up') return;
    const { store, name, timers } = this.options;
    const now = timers.now();
    const claim = {
      worker: name,
      now,
      limit: free,
      leaseMs: leaseOf(this.pace),
      platforms: [this.port.platform],
      except: this.#restingAt(now.getTime()),
    };
    try {
      for (const delivery of await store.claim(claim)) this.#take(delivery);
      this.#blind = false;
    } catch (error) {
      this.#noteTrouble(error);
    }
  }

  /** Says once that the outbox can't be read; it is tried again at every look. */
  #noteTrouble(error: unknown): void {
    if (this.#blind) return;
    this.#blind = true;
    this.options.log.error(
      { platform: this.port.platform, error: String(error) },
      'the outbox can’t be read',
    );
  }

  #take(delivery: Delivery): void {
    const work: Promise<void> = this.#deliver(delivery)
      .catch((error) =>
        this.options.log.error(
          { delivery: delivery.id, error: String(error) },
          'a delivery could not be settled',
        ),
      )
      .finally(() => {
        this.#underWay.delete(work);
        this.wake();
      });
    this.#underWay.add(work);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { timers, write, random, log, onAttempt, onUnreachable } = this.options;
    await this.#waitForTurn(delivery.conversation);
    if (this.stopping.aborted) return this.#settle(delivery, unclaimed(delivery, timers.now()));
    const outcome = await attempt(this.port, delivery, write, this.pace.sendWithin, timers);
    onAttempt?.(this.port.platform, delivery.lane, outcome.outcome);
    if (outcome.outcome !== 'sent') {
      const { id, lane, attempts } = delivery;
      log.warn({ delivery: id, lane, attempts, ...outcome }, 'a delivery was not sent');
    }
    this.#rest(delivery.conversation, outcome);
    if (outcome.outcome === 'dead') await onUnreachable(delivery, outcome.reason);
    if (outcome.outcome === 'sent') await this.#gathered();
    await this.#settle(delivery, settlementOf(outcome, delivery, timers.now(), random()));
  }

  /** Spaces the messages of one workspace. */
  async #waitForTurn(conversation: ConversationId): Promise<void> {
    const { workspace } = partsOf(conversation);
    const now = this.options.timers.now().getTime();
    const turn = Math.max(now, this.#nextIn.get(workspace) ?? 0);
    this.#nextIn.set(workspace, turn + this.pace.workspaceGap);
    if (turn > now) await this.options.timers.sleep(turn - now, this.stopping);
  }

  /**
   * Enters the outcome. While nothing can be written it goes on trying, until the claim has ended: forgetting that a
   * message was sent would send it again.
   */
  async #settle(delivery: Delivery, settlement: Settlement): Promise<void> {
    const { store, timers, log } = this.options;
    for (let waited = 0; ; waited += LOOK_EVERY) {
      try {
        const ours = await store.settle(delivery.id, delivery.fence, settlement);
        if (!ours) log.warn({ delivery: delivery.id }, 'a claim had ended before it was settled');
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || waited >= leaseOf(this.pace)) throw error;
        await timers.sleep(LOOK_EVERY);
      }
    }
  }

  /** Waits for others that are sent at about this time. */
  #gathered(): Promise<void> {
    this.#gathering ??= this.options.timers.sleep(this.pace.settleWithin, this.stopping).then(() => {
      this.#gathering = undefined;
    });
    return this.#gathering;
  }

  /** A channel that asks to wait, or that had a message a moment ago, holds back its own messages alone. */
  #rest(conversation: ConversationId, outcome: Outcome): void {
    const ms = outcome.outcome === 'wait' ? outcome.retryAfterMs : this.pace.conversationGap;
    if (ms > 0) this.#resting.set(conversation, this.options.timers.now().getTime() + ms);
  }

  #restingAt(now: number): ReadonlySet<ConversationId> {
    for (const [conversation, until] of this.#resting) if (until <= now) this.#resting.delete(conversation);
    return new Set(this.#resting.keys());
  }

  #nextLook(): number {
    const now = this.options.timers.now().getTime();
    const ends = [...this.#resting.values()].map((until) => until - now);
    return Math.max(1, Math.min(LOOK_EVERY, ...ends));
  }
}
