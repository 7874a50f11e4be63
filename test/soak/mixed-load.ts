import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { readCommitted } from '../../src/store/embedded/read-committed.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { type DigestWorld, startDigestWorld, subscribe } from '../support/digest-world.js';
import type { Trouble } from '../support/slack/faults.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import type { Gateway } from '../support/wechat/gateway.mjs';
import { type Asked, slackAskers, wechatAskers } from './askers.js';

/** What a soak saw. */
export interface SoakReport {
  asked: number;
  updates: { acknowledged: number; kept: number };
  digests: number;
  lost: readonly string[];
  doubled: readonly string[];
  /** From a question to its answer in the chat, in milliseconds. */
  latency: { p50: number; p99: number; max: number };
  /** The bot's own figures at regular times. */
  samples: readonly Sample[];
  exitCode: number | null;
}

export interface Sample {
  seconds: number;
  rssMb: number;
  heapMb: number;
  handles: number;
  files: number;
  outbox: number;
}

const DIGESTS = { slack: 30, wechat: 10 };
const PER_SECOND = { slack: 6, wechat: 2 };
const UPDATE_EVERY_MS = 5_000;
const TROUBLE_EVERY_MS = 4_000;
const SAMPLE_EVERY_MS = 2_000;
/** After the load: what was asked last, and deliveries that wait after a failure. */
const LAST_ANSWERS_MS = 120_000;

const troubles: readonly Trouble[] = [
  { kind: 'lost' },
  { kind: 'status', status: 500 },
  { kind: 'dropped' },
  { kind: 'ratelimited', retryAfter: 1 },
  { kind: 'late', ms: 2_000 },
];

/** Runs the bot under questions on both platforms, updates, digests and faults at a fixed rate for so many seconds. */
export async function soak(seconds: number, startGateway: () => Promise<Gateway>): Promise<SoakReport> {
  const world = await startDigestWorld(DIGESTS.slack, DIGESTS.wechat, startGateway);
  const { folder, remove } = await temporaryFolder();
  let bot: BotProcess | undefined;
  try {
    const store = await openEmbeddedStore({ folder });
    await subscribe(store, world.conversations, Math.max(0, Math.floor(seconds / 60) - 2));
    await store.close();
    bot = await startBotProcess({
      HOME: folder,
      UCAP_STATE: folder,
      UCAP_ADMINS: 'slack:T1:U0,wechat:default:wxid_0',
      ...world.environment,
    });
    return await load(seconds, world, bot, folder);
  } finally {
    await bot?.kill();
    await world.stop();
    await remove();
  }
}

async function load(
  seconds: number,
  world: DigestWorld,
  bot: BotProcess,
  folder: string,
): Promise<SoakReport> {
  const slack = slackAskers(world.slack, () => bot.root);
  const wechat = await wechatAskers(world.gateway);
  await until('health', async () => (await bot.health()).status === 200, 30_000);
  const samples: Sample[] = [];
  const began = performance.now();
  const elapsed = () => Math.round((performance.now() - began) / 1000);
  let rounds = 0;
  const streams = [
    every(1_000 / PER_SECOND.slack, () => slack.askNext()),
    every(1_000 / PER_SECOND.wechat, () => wechat.askNext()),
    every(UPDATE_EVERY_MS, () => {
      rounds += 1;
      return (rounds % 2 === 0 ? slack : wechat).update(`soak ${rounds}`);
    }),
    every(TROUBLE_EVERY_MS, () => makeTrouble(world)),
    every(SAMPLE_EVERY_MS, async () => samples.push({ seconds: elapsed(), ...(await figuresOf(bot)) })),
  ];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  await Promise.all(streams.map((stop) => stop()));
  world.slack.faults.clear();
  const asked: Asked[] = [...slack.asked, ...wechat.asked];
  const isAnswered = () => asked.every(({ answers }) => answers().length > 0);
  const isDelivered = () => world.shown().size === world.conversations.length;
  await until('the last answers', () => isAnswered() && isDelivered(), LAST_ANSWERS_MS).catch(() => {});
  const exitCode = await bot.stop();
  return {
    asked: asked.length,
    updates: {
      acknowledged: slack.acknowledged() + wechat.acknowledged(),
      kept: await notesIn(folder),
    },
    digests: world.shown().size,
    ...faultsOf(asked, world),
    latency: latencyOf(asked),
    samples,
    exitCode,
  };
}

/** Calls again and again at a fixed rate, however long a call takes. Stopping waits for the calls under way. */
function every(ms: number, call: () => unknown): () => Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  const timer = setInterval(() => {
    const running = Promise.resolve(call()).finally(() => underWay.delete(running));
    underWay.add(running);
  }, ms);
  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
  };
}

async function makeTrouble({ slack, gateway }: DigestWorld): Promise<void> {
  const trouble = troubles[Math.floor(Math.random() * troubles.length)];
  if (trouble !== undefined) slack.faults.add({ method: 'chat.postMessage', trouble, times: 1 });
  await gateway.rejectSay({ times: 1 });
}

async function figuresOf(bot: BotProcess): Promise<Omit<Sample, 'seconds'>> {
  const metrics = await bot.metrics();
  const figure = (name: string) => Number(metrics.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1]);
  const megabytes = (name: string) => Math.round(figure(name) / 2 ** 20);
  return {
    rssMb: megabytes('process_resident_memory_bytes'),
    heapMb: megabytes('nodejs_heap_size_used_bytes'),
    handles: figure('nodejs_active_resources_total'),
    files: figure('process_open_fds'),
    outbox: figure('ucap_outbox_deliveries\\{state="waiting"\\}'),
  };
}

/** The updates that are in the state, of those that were made under load. */
async function notesIn(folder: string): Promise<number> {
  const changes = (await readCommitted(folder))?.reader.all('changes') ?? [];
  return new Set(changes.map((change) => /soak \d+/.exec(JSON.stringify(change))?.[0]).filter(Boolean)).size;
}

function faultsOf(asked: readonly Asked[], world: DigestWorld): Pick<SoakReport, 'lost' | 'doubled'> {
  const shown = world.shown();
  const name = ({ who, question }: Asked) => `${who}: ${question}`;
  return {
    lost: [
      ...asked.filter(({ answers }) => answers().length === 0).map(name),
      ...world.conversations.filter((conversation) => !shown.has(conversation)),
    ],
    doubled: [
      ...asked.filter(({ answers }) => answers().length > 1).map(name),
      ...[...shown].filter(([, count]) => count > 1).map(([conversation]) => conversation),
    ],
  };
}

function latencyOf(asked: readonly Asked[]): SoakReport['latency'] {
  const times = asked.flatMap(({ at, answers }) =>
    answers()
      .slice(0, 1)
      .map((answer) => answer - at),
  );
  times.sort((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0);
  return { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
}
