import { afterEach, expect, it } from 'vitest';
import type { ComponentHealth } from '../../src/bot/channel.js';
import type { Log } from '../../src/bot/log.js';
import { healthListener } from '../../src/ops/health.js';
import { type HttpServer, type Route, startHttpServer } from '../../src/ops/http-server.js';
import { createMetrics } from '../../src/ops/metrics.js';

let server: HttpServer | undefined;
let logged: string[] = [];
afterEach(() => server?.close());

const log: Log = {
  info() {},
  warn() {},
  error: (_, event) => logged.push(event),
};

async function open(...routes: Route[]): Promise<string> {
  logged = [];
  server = await startHttpServer({ host: '127.0.0.1', port: 0 }, routes, log);
  return `http://127.0.0.1:${server.port}`;
}

async function serve(slack: ComponentHealth): Promise<string> {
  const metrics = createMetrics({
    outbox: async () => ({ waiting: 3, dead: 1, oldestSeconds: 7 }),
    reconnects: () => [['wechat', 2]],
  });
  metrics.meter.answered({ platform: 'slack', command: 'missions', result: 'replied' }, 0.01);
  metrics.meter.decided('decline', 2);
  return open(
    { path: '/health', listener: healthListener({ store: () => ({ state: 'up' }), slack: () => slack }) },
    { path: '/metrics', listener: metrics.listener },
    { path: '/slack/', listener: (request, response) => void response.end(request.url) },
  );
}

it('is healthy while every component is up', async () => {
  const response = await fetch(`${await serve({ state: 'up' })}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'up',
    components: { store: { state: 'up' }, slack: { state: 'up' } },
  });
});

it('is 503 and says why when one is not', async () => {
  const response = await fetch(`${await serve({ state: 'down', reason: 'the token was refused' })}/health`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: 'down',
    components: { slack: { reason: 'the token was refused' } },
  });
});

it('serves Prometheus text', async () => {
  const text = await (await fetch(`${await serve({ state: 'up' })}/metrics`)).text();
  expect(text).toContain('ucap_gate_total{outcome="decline"} 1');
  expect(text).toContain('ucap_unexplained_words_total 2');
  expect(text).toContain('ucap_outbox_deliveries{state="waiting"} 3');
  expect(text).toContain('ucap_outbox_oldest_seconds 7');
  expect(text).toContain('ucap_reconnects_total{component="wechat"} 2');
  expect(text).toMatch(/ucap_answer_seconds_count\{platform="slack",command="missions",result="replied"\} 1/);
});

it('hands a platform everything below its path, and knows nothing else', async () => {
  const root = await serve({ state: 'up' });
  expect(await (await fetch(`${root}/slack/events?x=1`)).text()).toBe('/slack/events?x=1');
  expect((await fetch(`${root}/healthy`)).status).toBe(404);
});

it('counts a component that can’t be looked at as down', async () => {
  const broken = () => Promise.reject(new Error('the disk is gone'));
  const root = await open({ path: '/health', listener: healthListener({ store: broken }) });
  const response = await fetch(`${root}/health`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ components: { store: { reason: 'the disk is gone' } } });
});

it('outlives a listener that fails, at once or later, and before or after it began to answer', async () => {
  const root = await open(
    { path: '/at-once', listener: () => fail() },
    { path: '/later', listener: async () => fail() },
    {
      path: '/half-way',
      async listener(_, response) {
        response.write('half of it');
        fail();
      },
    },
    { path: '/next', listener: (_, response) => void response.end('at work') },
  );
  expect((await fetch(`${root}/at-once`)).status).toBe(500);
  expect((await fetch(`${root}/later`)).status).toBe(500);
  await expect(fetch(`${root}/half-way`).then((response) => response.text())).rejects.toThrow();
  expect(await (await fetch(`${root}/next`)).text()).toBe('at work');
  expect(logged).toEqual(['a request failed', 'a request failed', 'a request failed']);
});

function fail(): never {
  throw new Error('the disk is gone');
}
