import type { RequestListener } from 'node:http';
import type { ComponentHealth } from '../bot/channel.js';

/** A component's name in `/health` and how it is now. */
export type HealthChecks = Readonly<Record<string, () => ComponentHealth & { details?: object }>>;

/**
 * `GET /health`: 200 while every component is up, else 503; JSON by component, each with its state and, when it is not up, a
 * sentence that says why.
 */
export function healthListener(checks: HealthChecks): RequestListener {
  return (_, response) => {
    const components = Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, check()]));
    const up = Object.values(components).every(({ state }) => state === 'up');
    response
      .writeHead(up ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(`${JSON.stringify({ status: up ? 'up' : 'down', components })}\n`);
  };
}
