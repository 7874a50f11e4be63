import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OutboxFigures } from '../bot/delivery.js';
import type { Meter } from '../bot/meter.js';
import type { Listener } from './http-server.js';

/** Figures that are read when somebody asks for them. */
export interface Gauges {
  /** `undefined` while the store is away. */
  outbox(): Promise<OutboxFigures | undefined>;
  /** Each component that keeps a connection, and how often it was made anew. */
  reconnects(): Iterable<readonly [component: string, count: number]>;
}

/** The bot's Prometheus metrics: what the kernel reports, and a listener for `GET /metrics`. */
export interface Metrics {
  meter: Meter;
  /** An attempt to deliver ended so. */
  delivered(platform: string, outcome: string): void;
  listener: Listener;
}

/** Makes the registry. Names follow Prometheus's conventions: base units, `_total` for counters. */
export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'ucap_answer_seconds',
    help: 'Time from an inbound to its reply',
    labelNames: ['platform', 'command', 'result'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5],
    registers,
  });
  const gate = new Counter({
    name: 'ucap_gate_total',
    help: 'Questions by the decision of the gate',
    labelNames: ['outcome'],
    registers,
  });
  const unexplained = new Counter({
    name: 'ucap_unexplained_words_total',
    help: 'Words of questions that nothing explained',
    registers,
  });
  const deliveries = new Counter({
    name: 'ucap_deliveries_total',
    help: 'Attempts to deliver by outcome',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const showOutbox = outboxGauges(registers);
  registerReconnects(registers, gauges);
  return {
    meter: {
      answered: (about, took) => seconds.observe(about, took),
      decided: (outcome, words) => {
        gate.inc({ outcome });
        unexplained.inc(words);
      },
    },
    delivered: (platform, outcome) => deliveries.inc({ platform, outcome }),
    listener: async (_, response) => {
      showOutbox(await gauges.outbox());
      const body = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType }).end(body);
    },
  };
}

function registerReconnects(registers: Registry[], { reconnects }: Gauges): void {
  new Counter({
    name: 'ucap_reconnects_total',
    help: 'Connections to a platform or the database that were made anew',
    labelNames: ['component'],
    registers,
    collect() {
      this.reset();
      for (const [component, count] of reconnects()) this.inc({ component }, count);
    },
  });
}

/** Returns how the gauges are set. Without figures they are left out: a zero would say that nothing waits. */
function outboxGauges(registers: Registry[]): (figures: OutboxFigures | undefined) => void {
  const oldest = new Gauge({
    name: 'ucap_outbox_oldest_seconds',
    help: 'Age of the oldest waiting delivery',
    registers,
  });
  const deliveries = new Gauge({
    name: 'ucap_outbox_deliveries',
    help: 'Deliveries in the outbox by state',
    labelNames: ['state'],
    registers,
  });
  return (figures) => {
    oldest.remove();
    deliveries.reset();
    if (figures === undefined) return;
    oldest.set(figures.oldestSeconds);
    deliveries.set({ state: 'waiting' }, figures.waiting);
    deliveries.set({ state: 'dead' }, figures.dead);
  };
}
