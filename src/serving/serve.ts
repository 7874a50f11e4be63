import { type App, type AppParts, openApp } from '../app.js';
import { isQueuedDigest } from '../bot/state.js';
import { type Store, StoreUnavailable } from '../bot/store.js';
import type { Language } from '../i18n/languages.js';
import { type HealthReport, healthListener } from '../ops/health.js';
import { type HttpServer, type Route, startHttpServer } from '../ops/http-server.js';
import { createMetrics, type Metrics } from '../ops/metrics.js';
import { createRateLimiter } from '../ops/rate-limiter.js';
import { type Outbox, startOutbox } from './outbox.js';
import { persistent } from './persistent.js';
import type { OnHopeless, PlatformService } from './platform-service.js';
import { allDone, end } from './settling.js';

/** A bot at work on its platforms. */
export interface Serving {
  /** The HTTP server's port. */
  port: number;
  /** Resolves with a sentence when a platform will never take the bot as it is configured. */
  hopeless: Promise<string>;
  /** Takes nothing new, answers what was acknowledged, leaves the rest in the outbox; within 10 s. Never rejects. */
  stop(): Promise<void>;
}

/**
 * Runs the bot on every configured platform.
 * @param operator the language of sentences for those who operate the bot
 * @throws Error with a sentence for people when a platform refuses at once, the only one can't be reached, or the port is taken
 */
export async function serve(
  parts: Omit<AppParts, 'limiter' | 'meter'>,
  operator: Language,
): Promise<Serving> {
  const { config, log } = parts;
  const metrics: Metrics = createMetrics({
    outbox: () => app.store.outboxFigures(new Date()).catch(undefinedWhileAway),
    reconnects: () => reconnectsOf(app.store, platforms),
  });
  const app = await openApp({ ...parts, limiter: createRateLimiter(), meter: metrics.meter });
  const outbox = startOutbox(app, config, metrics, log);
  let onHopeless: OnHopeless = () => {};
  const hopeless = new Promise<string>((resolve) => {
    onHopeless = resolve;
  });
  let platforms: PlatformService[] = [];
  let http: HttpServer | undefined;
  const stop = async () => {
    await Promise.all(platforms.map((platform) => end(platform.name, () => platform.stop(), log)));
    await end('outbox', () => outbox.stop(), log);
    await end('http', () => http?.close(), log);
    await end('store', () => app.close(), log);
  };
  try {
    platforms = await openPlatforms(parts, app, outbox, operator, onHopeless);
    // First, so that `/health` tells of a platform that is slow to come up.
    http = await startHttpServer(config.http, routesOf(app, platforms, metrics), log);
    await allDone(platforms.map((platform) => platform.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ port: http.port, platforms: platforms.map(({ name }) => name) }, 'the bot is at work');
  return { port: http.port, hopeless, stop };
}

/** Loads only the platforms that are configured: each brings an SDK that takes seconds to load. */
async function openPlatforms(
  { config, log }: Pick<AppParts, 'config' | 'log'>,
  app: App,
  outbox: Outbox,
  operator: Language,
  onHopeless: OnHopeless,
): Promise<PlatformService[]> {
  const common = { app, outbox, operator, log, onHopeless };
  const { slack: access, wechat } = config;
  const platforms: PlatformService[] = [];
  if (access !== undefined)
    platforms.push((await import('./slack.js')).slackService({ ...common, access, config }));
  if (wechat !== undefined)
    platforms.push((await import('./wechat.js')).wechatService({ ...common, wechat }));
  // Alone, the one sentence that says what to look at is worth more than a bot that waits.
  if (platforms.length === 1) return platforms;
  const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  return platforms.map((platform) => persistent(platform, { log, onHopeless, complain }));
}

function routesOf(
  { store }: App,
  platforms: readonly PlatformService[],
  { listener: metrics }: Metrics,
): Route[] {
  const checks = Object.fromEntries(platforms.map(({ name, health }) => [name, health]));
  return [
    {
      path: '/health',
      listener: healthListener({ store: () => store.health(), outbox: () => outboxReport(store), ...checks }),
    },
    { path: '/metrics', listener: metrics },
    ...platforms.flatMap(({ listener }) => (listener === undefined ? [] : [{ path: '/slack/', listener }])),
  ];
}

function* reconnectsOf(
  store: Store,
  platforms: readonly PlatformService[],
): Iterable<readonly [string, number]> {
  for (const { name, health } of [{ name: 'store', health: () => store.health() }, ...platforms]) {
    const { reconnects } = health();
    if (reconnects !== undefined) yield [name, reconnects];
  }
}

/** The outbox's age and the last digest: figures to watch. What holds the outbox up is a platform's or the store's own trouble. */
async function outboxReport(store: Store): Promise<HealthReport> {
  const lastDigest = store.view().all('digests').findLast(isQueuedDigest)?.at ?? null;
  // A store that is away would keep the asker waiting; its own line says so.
  const figures = store.health().state === 'up' ? await store.outboxFigures(new Date()) : {};
  return { state: 'up', details: { ...figures, lastDigest } };
}

function undefinedWhileAway(error: unknown): undefined {
  if (!(error instanceof StoreUnavailable)) throw error;
}
