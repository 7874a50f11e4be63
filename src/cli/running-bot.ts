import * as z from 'zod';
import type { Config } from '../config.js';

/** What a bot that runs on this machine tells of itself. */
export interface RunningBot {
  up: boolean;
  components: Readonly<Record<string, { state: string; reason?: string | undefined }>>;
  /** Words of questions that nothing explained, since it was started. */
  unexplained: number;
}

const Health = z.object({
  status: z.enum(['up', 'down']),
  components: z.record(z.string(), z.object({ state: z.string(), reason: z.string().optional() })),
});

const patienceMs = 3000;

/** Asks the configured port for a running bot; `undefined` when none answers there. */
export async function findRunningBot({ host, port }: Config['http']): Promise<RunningBot | undefined> {
  // A server that listens on every address is asked on this machine's own.
  const near = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  const get = (path: string) =>
    fetch(`http://${near}:${port}${path}`, { signal: AbortSignal.timeout(patienceMs) });
  try {
    const { status, components } = Health.parse(await (await get('/health')).json());
    const metrics = await (await get('/metrics')).text();
    const [, unexplained = '0'] = /^ucap_unexplained_words_total (\d+)/m.exec(metrics) ?? [];
    return { up: status === 'up', components, unexplained: Number(unexplained) };
  } catch {
    // Nothing listens there, or something else does: either way no bot was found.
    return undefined;
  }
}
