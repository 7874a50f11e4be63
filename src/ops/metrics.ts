import type { RequestListener } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../bot/meter.js';

/** Figures that are read when somebody asks for them. */
export interface Gauges {
  /** Deliveries that wait, and those that can't be sent. */
  outbox(): Promise<{ waiting: number; dead: number; oldestSeconds: number }>;
  /** Each component that keeps a connection, and how often it was made anew. */
  reconnects(): Iterable<readonly [component: string, count: number]>;
}

/** The bot's Prometheus metrics: what the kernel reports, and a listener for `GET /metrics`. */
export interface Metrics {
  meter: Meter;
  /** An attempt to deliver ended so. */
  delivered(platform: string, outcome: string): void;
  listener: RequestListener;
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
  registerOutbox(registers, gauges);
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

function registerOutbox(registers: Registry[], { outbox }: Gauges): void {
  new Gauge({
    name: 'ucap_outbox_oldest_seconds',
    help: 'Age of the oldest waiting delivery',
    registers,
    async collect() {
      this.set((await outbox()).oldestSeconds);
    },
  });
  new Gauge({
    name: 'ucap_outbox_deliveries',
    help: 'Deliveries in the outbox by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const { waiting, dead } = await outbox();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'dead' }, dead);
    },
  });
}
