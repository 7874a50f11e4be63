import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { readCommitted } from '../../src/store/embedded/read-committed.js';
import { type BotProcess, startBotProcess } from './bot-process.js';
import { type DigestWorld, makeTrouble, subscribe } from './digest-world.js';
import { temporaryFolder } from './temporary-folder.js';
import { until } from './until.js';

/** What became of digests through kills; conversations by their ids. */
export interface KillReport {
  digests: number;
  kills: number;
  /** Shown at a kill, and not settled then. */
  inFlightAtKill: { slack: number; wechat: number };
  lost: readonly string[];
  twiceInSlack: readonly string[];
  repeatedInWechat: readonly string[];
  /** Repeated although no kill fell into their delivery. */
  repeatedWithoutKill: readonly string[];
  seconds: number;
}

/** A kill falls into this many milliseconds after its turn. */
export const JITTER_MS = 200;

/** Delivers a digest to each conversation of a world in trouble, through so many kills of the bot in mid-delivery. */
export async function deliverThroughKills(world: DigestWorld, kills: number): Promise<KillReport> {
  const { folder, remove } = await temporaryFolder();
  const began = performance.now();
  const store = await openEmbeddedStore({ folder });
  await subscribe(store, world.conversations);
  await store.close();
  const start = () => startBotProcess({ HOME: folder, UCAP_STATE: folder, ...world.environment });
  const calm = makeTrouble(world);
  const inFlight = new Set<string>();
  let bot: BotProcess | undefined;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      bot = await start();
      await until('its share of the deliveries', () => hasDone(world, kill / (kills + 1)), 90_000);
      await sleep(Math.random() * JITTER_MS);
      await bot.kill();
      for (const conversation of await shownAndOpen(world, folder)) inFlight.add(conversation);
    }
    bot = await start();
    await until('the last delivery', async () => (await openDeliveries(folder)).size === 0, 120_000);
    await bot.stop();
  } finally {
    await bot?.kill();
    calm();
    await remove();
  }
  return reportOf(world, kills, inFlight, (performance.now() - began) / 1000);
}

/** Whether each platform shows its share: the two go at different speeds. */
export function hasDone(world: DigestWorld, share: number): boolean {
  const shown = world.shown();
  return (['slack', 'wechat'] as const).every((platform) => {
    const all = world.conversations.filter((id) => id.startsWith(platform));
    return all.filter((id) => shown.has(id)).length >= Math.floor(all.length * share);
  });
}

async function openDeliveries(folder: string): Promise<ReadonlySet<string>> {
  const committed = await readCommitted(folder);
  const planned = committed?.reader.all('digests').length ?? 0;
  // Before the plan is made nothing is open yet, and all is to come.
  if (planned === 0) return new Set(['everything']);
  return new Set(committed?.deliveries.map(({ conversation }) => conversation));
}

async function shownAndOpen(world: DigestWorld, folder: string): Promise<string[]> {
  // What had left the bot when it was killed is still arriving.
  await sleep(100);
  const open = await openDeliveries(folder);
  return [...world.shown().keys()].filter((conversation) => open.has(conversation));
}

export function reportOf(
  world: DigestWorld,
  kills: number,
  inFlight: ReadonlySet<string>,
  seconds: number,
): KillReport {
  const shown = world.shown();
  const repeated = [...shown].filter(([, count]) => count > 1).map(([conversation]) => conversation);
  const of = (platform: string) => (conversation: string) => conversation.startsWith(platform);
  return {
    digests: world.conversations.length,
    kills,
    inFlightAtKill: {
      slack: [...inFlight].filter(of('slack')).length,
      wechat: [...inFlight].filter(of('wechat')).length,
    },
    lost: world.conversations.filter((conversation) => !shown.has(conversation)),
    twiceInSlack: repeated.filter(of('slack')),
    repeatedInWechat: repeated.filter(of('wechat')),
    repeatedWithoutKill: repeated.filter((conversation) => !inFlight.has(conversation)),
    seconds: Math.round(seconds),
  };
}
