import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery, Settlement } from '../../src/bot/delivery.js';
import type { Store, Tx } from '../../src/bot/store.js';
import type { Place } from './store.js';
import { AT, delivery, event, person } from './store-rows.js';

/** What a transaction may do; every one of them is tried in every order. */
type Step =
  | { do: 'put'; collection: 'people' | 'events'; id: number; name: string }
  | { do: 'remove'; collection: 'people' | 'events'; id: number }
  | { do: 'enqueue'; key: number; conversation: number; lane: 'reply' | 'announcement' | 'digest' }
  | { do: 'number' };

type Act =
  | { act: 'transact'; parallel: { steps: Step[]; fails: boolean }[] }
  | { act: 'claim'; limit: number }
  | { act: 'settle'; which: number; stale: boolean; settlement: Settlement }
  | { act: 'retry'; which: number }
  | { act: 'later' }
  | { act: 'reopen' }
  | { act: 'reload' };

const small = fc.nat({ max: 4 });
const collection = fc.constantFrom('people' as const, 'events' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('put' as const), collection, id: small, name: fc.string() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), collection, id: small }) },
  fc.record({
    do: fc.constant('enqueue' as const),
    key: fc.nat({ max: 8 }),
    conversation: fc.nat({ max: 2 }),
    lane: fc.constantFrom('reply' as const, 'announcement' as const, 'digest' as const),
  }),
  fc.constant({ do: 'number' as const }),
);
const at = new Date(AT);
const settlement: fc.Arbitrary<Settlement> = fc.oneof(
  fc.constant({ state: 'sent' as const, at }),
  fc.constant({ state: 'dead' as const, at, error: 'is_archived' }),
  fc.record({
    state: fc.constant('waiting' as const),
    notBefore: fc.constant(at),
    error: fc.constant('later'),
    uncertain: fc.boolean(),
    countsAsAttempt: fc.boolean(),
  }),
);
const transaction = fc.record({
  steps: fc.array(step, { maxLength: 6 }),
  fails: fc.boolean(),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('transact' as const),
      parallel: fc.array(transaction, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('claim' as const), limit: fc.nat({ max: 3 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('settle' as const),
      which: small,
      stale: fc.boolean(),
      settlement,
    }),
  },
  fc.record({ act: fc.constant('retry' as const), which: small }),
  fc.constant({ act: 'later' as const }),
  fc.constant({ act: 'reopen' as const }),
  fc.constant({ act: 'reload' as const }),
);

const personId = (id: number) => `slack:T1:U${id}`;
const rowOf = (one: Extract<Step, { do: 'put' }>) =>
  one.collection === 'people' ? person(personId(one.id), one.name) : event(`e${one.id}`);
const idOf = (one: { collection: string; id: number }) =>
  one.collection === 'people' ? personId(one.id) : `e${one.id}`;
const LEASE_MS = 30_000;

/** The plainest thing that behaves as a store must. */
class Model {
  rows = { people: [] as { id: string }[], events: [] as { id: string }[] };
  outbox: Delivery[] = [];
  keys = new Set<string>();
  changes = 0;
  queued = 0;

  apply(one: Step): void {
    if (one.do === 'number') this.changes += 1;
    if (one.do === 'remove')
      this.rows[one.collection] = this.rows[one.collection].filter(({ id }) => id !== idOf(one));
    if (one.do === 'put') {
      const rows = this.rows[one.collection];
      const place = rows.findIndex(({ id }) => id === idOf(one));
      rows.splice(place < 0 ? rows.length : place, 1, rowOf(one));
    }
    if (one.do === 'enqueue') this.enqueue(one);
  }

  enqueue({ key, conversation, lane }: Extract<Step, { do: 'enqueue' }>): void {
    if (this.keys.has(`k${key}`)) return;
    this.keys.add(`k${key}`);
    this.queued += 1;
    const fresh = delivery(`k${key}`, { to: `slack:T1:C${conversation}`, lane });
    const id = String(this.queued);
    this.outbox.push({ ...fresh, id, state: 'waiting', attempts: 0, fence: 0, uncertain: false });
  }

  release(due: (row: Delivery) => boolean): void {
    for (const row of this.outbox) {
      if (row.state !== 'claimed' || !due(row)) continue;
      Object.assign(row, { state: 'waiting', uncertain: true });
      delete row.leaseUntil;
    }
  }

  claim(now: Date, limit: number): string[] {
    this.release(({ leaseUntil = '' }) => Date.parse(leaseUntil) <= now.getTime());
    const picked: Delivery[] = [];
    for (const lane of ['reply', 'announcement', 'digest']) {
      for (const row of this.outbox) {
        const busy = this.outbox.some(
          (other) => other.state === 'claimed' && other.conversation === row.conversation,
        );
        if (picked.length === limit || busy || row.lane !== lane || row.state !== 'waiting') continue;
        if (Date.parse(row.notBefore) > now.getTime()) continue;
        const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString();
        picked.push(Object.assign(row, { state: 'claimed' as const, fence: row.fence + 1, leaseUntil }));
      }
    }
    return picked.map(({ id }) => id);
  }

  settle(row: Delivery, how: Settlement): void {
    if (how.state === 'sent') this.outbox.splice(this.outbox.indexOf(row), 1);
    delete row.leaseUntil;
    row.state = how.state;
    if (how.state !== 'sent') row.lastError = how.error;
    if (how.state !== 'waiting') row.attempts += 1;
    if (how.state === 'dead') row.settledAt = how.at.toISOString();
    if (how.state !== 'waiting') return;
    row.attempts += how.countsAsAttempt ? 1 : 0;
    Object.assign(row, { uncertain: how.uncertain, notBefore: how.notBefore.toISOString() });
  }
}

function take(tx: Tx, one: Step): void {
  if (one.do === 'number') tx.nextChangeNumber();
  if (one.do === 'remove') tx.remove(one.collection, idOf(one));
  if (one.do === 'put') {
    if (one.collection === 'people') tx.put('people', person(personId(one.id), one.name));
    else tx.put('events', event(`e${one.id}`));
  }
  if (one.do === 'enqueue') {
    tx.enqueue(delivery(`k${one.key}`, { to: `slack:T1:C${one.conversation}`, lane: one.lane }));
  }
}

class Failure extends Error {}

/** Performs acts on a store and on the model, and compares after each. */
class Play {
  readonly model = new Model();
  now = at;

  constructor(
    private readonly place: Place,
    private store: Store,
    private readonly claimsOutliveTheProcess: boolean,
  ) {}

  async perform(one: Act): Promise<void> {
    if (one.act === 'transact') await this.transact(one.parallel);
    if (one.act === 'claim') {
      const claimed = await this.store.claim({
        worker: 'w1',
        now: this.now,
        limit: one.limit,
        leaseMs: LEASE_MS,
      });
      expect(claimed.map(({ id }) => id)).toEqual(this.model.claim(this.now, one.limit));
    }
    if (one.act === 'settle') await this.settle(one);
    if (one.act === 'retry') await this.retry(one.which);
    if (one.act === 'later') this.now = new Date(this.now.getTime() + LEASE_MS);
    if (one.act === 'reopen') {
      await this.store.close();
      this.store = await this.place.open({ now: () => at });
      if (!this.claimsOutliveTheProcess) this.model.release(() => true);
    }
    if (one.act === 'reload') {
      await this.store.load(await this.store.dump());
      this.model.release(() => true);
    }
    await this.compare();
  }

  async transact(parallel: { steps: Step[]; fails: boolean }[]): Promise<void> {
    const outcomes = await Promise.allSettled(
      parallel.map(({ steps, fails }) =>
        this.store.transact((tx) => {
          for (const one of steps) take(tx, one);
          if (fails) throw new Failure();
          return tx.all('people').map(({ id }) => id);
        }),
      ),
    );
    for (const [index, { steps, fails }] of parallel.entries()) {
      if (!fails) for (const one of steps) this.model.apply(one);
      const people = this.model.rows.people.map(({ id }) => id);
      if (fails) expect(outcomes[index]).toMatchObject({ status: 'rejected', reason: expect.any(Failure) });
      else expect(outcomes[index]).toEqual({ status: 'fulfilled', value: people });
    }
  }

  async settle({ which, stale, settlement: how }: Extract<Act, { act: 'settle' }>): Promise<void> {
    const row = this.model.outbox[which];
    if (row === undefined) return;
    const settles = row.state === 'claimed' && !stale;
    expect(await this.store.settle(row.id, row.fence - (stale ? 1 : 0), how)).toBe(settles);
    if (settles) this.model.settle(row, how);
  }

  async retry(which: number): Promise<void> {
    const row = this.model.outbox[which];
    if (row === undefined) return;
    expect(await this.store.retry(row.id)).toBe(row.state === 'dead');
    if (row.state !== 'dead') return;
    delete row.settledAt;
    Object.assign(row, { state: 'waiting', attempts: 0, notBefore: at.toISOString() });
  }

  async compare(): Promise<void> {
    expect(this.store.view().all('people')).toEqual(this.model.rows.people);
    expect(this.store.view().all('events')).toEqual(this.model.rows.events);
    expect(await this.store.deliveries()).toEqual(this.model.outbox);
    const { lastChange, lastDelivery } = await this.store.dump();
    expect({ lastChange, lastDelivery }).toEqual({
      lastChange: this.model.changes,
      lastDelivery: this.model.queued,
    });
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

export interface ModelOptions {
  runs: number;
  /** Whether a claim is still held when the store is opened again before its lease ends. */
  claimsOutliveTheProcess: boolean;
}

/** Any sequence of acts leaves an engine as it leaves the model. */
export function storeModel(engine: string, makePlace: () => Promise<Place>, options: ModelOptions): void {
  describe(`${engine}: the store's model`, () => {
    test('any sequence of transactions, claims and restarts does what the model does', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
          const place = await makePlace();
          const play = new Play(place, await place.open({ now: () => at }), options.claimsOutliveTheProcess);
          try {
            for (const one of acts) await play.perform(one);
          } finally {
            await play.close();
            await place.destroy();
          }
        }),
        { numRuns: options.runs },
      );
    });
  });
}
