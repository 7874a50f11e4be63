import type { ComponentHealth } from '../bot/channel.js';
import { wordsOf } from '../bot/error-words.js';
import type { Listener } from './http-server.js';

/** One component as `/health` shows it; `details` are figures for whoever looks closer. */
export type HealthReport = ComponentHealth & { details?: object };

/** How to look at each component, by its name in `/health`. */
export type HealthChecks = Readonly<Record<string, () => HealthReport | Promise<HealthReport>>>;

/**
 * `GET /health`: 200 while every component is up, else 503; JSON by component, each with its state and, when it is not up, a
 * sentence that says why.
 */
export function healthListener(checks: HealthChecks): Listener {
  return async (_, response) => {
    const reports = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await report(check)] as const),
    );
    const up = reports.every(([, { state }]) => state === 'up');
    response
      .writeHead(up ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(`${JSON.stringify({ status: up ? 'up' : 'down', components: Object.fromEntries(reports) })}\n`);
  };
}

/** A component that can't even be looked at is down. */
async function report(check: HealthChecks[string]): Promise<HealthReport> {
  try {
    return await check();
  } catch (error) {
    return { state: 'down', reason: wordsOf(error) };
  }
}
