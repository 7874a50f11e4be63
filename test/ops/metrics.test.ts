import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createMetrics, type Gauges } from '../../src/ops/metrics.js';

/** What one scrape after the other reads. */
async function scrapes(gauges: Gauges, count: number): Promise<string[]> {
  const server = createServer(createMetrics(gauges).listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port.
  const texts: string[] = [];
  while (texts.length < count) texts.push(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  await new Promise((resolve) => server.close(resolve));
  return texts;
}

it('leaves the outbox out while it can’t be read, and tells the rest', async () => {
  const outbox = [
    { waiting: 3, dead: 1, oldestSeconds: 7 },
    undefined,
    { waiting: 0, dead: 0, oldestSeconds: 0 },
  ];
  const gauges: Gauges = { outbox: async () => outbox.shift(), reconnects: () => [['store', 2]] };
  const [before = '', during = '', after = ''] = await scrapes(gauges, 3);
  expect(before).toContain('ucap_outbox_deliveries{state="waiting"} 3');
  expect(before).toContain('ucap_outbox_oldest_seconds 7');
  expect(during).toContain('ucap_reconnects_total{component="store"} 2');
  expect(during).not.toMatch(/^ucap_outbox/m);
  expect(after).toContain('ucap_outbox_deliveries{state="waiting"} 0');
  expect(after).toContain('ucap_outbox_oldest_seconds 0');
});

it('tells of no outbox before it could ever be read', async () => {
  const [text] = await scrapes({ outbox: async () => undefined, reconnects: () => [] }, 1);
  expect(text).not.toMatch(/^ucap_outbox/m);
});
