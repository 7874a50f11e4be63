import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import { startBotProcess } from '../support/bot-process.js';
import { hasDone, JITTER_MS, type KillReport, reportOf } from '../support/digest-kills.js';
import { type DigestWorld, makeTrouble, subscribe } from '../support/digest-world.js';
import { until } from '../support/until.js';

const SPREAD_MINUTES = 2;

/**
 * Delivers a digest to each conversation of a world in trouble, in Slack alone, by two bots on one PostgreSQL, one of which is killed in turn. The digests' times are spread over
 * minutes, so that planning goes on through the kills.
 */
export async function deliverByTwoThroughKills(
  world: DigestWorld,
  kills: number,
  databaseUrl: string,
): Promise<KillReport> {
  const { WECHATY_PUPPET: _, ...environment } = world.environment;
  const began = performance.now();
  const store = await openPostgresStore({ url: databaseUrl });
  await subscribe(store, world.conversations, SPREAD_MINUTES);
  const start = () => startBotProcess({ DATABASE_URL: databaseUrl, ...environment });
  const calm = makeTrouble(world);
  const inFlight = new Set<string>();
  const bots = [await start(), await start()];
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await until('its share of the deliveries', () => hasDone(world, kill / (kills + 1)), 180_000);
      await sleep(Math.random() * JITTER_MS);
      await bots.shift()?.kill();
      const open = new Set((await store.deliveries()).map(({ conversation }) => `${conversation}`));
      for (const conversation of world.shown().keys()) if (open.has(conversation)) inFlight.add(conversation);
      bots.push(await start());
    }
    const isDone = async () => hasDone(world, 1) && (await store.deliveries()).length === 0;
    await until('the last delivery', isDone, 240_000).catch(async () =>
      console.log(await store.deliveries()),
    );
    await Promise.all(bots.map((bot) => bot.stop()));
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    calm();
    await store.close();
  }
  return reportOf(world, kills, inFlight, (performance.now() - began) / 1000);
}
