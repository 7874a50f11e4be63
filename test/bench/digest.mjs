// One minute's check of 10,000 subscriptions that are all due: planned, composed and committed on the embedded store, then put
// into words, while questions are asked every 10 ms. Beside it the same questions with nothing else to do.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { buildModules } from '../support/writer-build.mjs';
import { report } from './report.mjs';

const names = [
  'src/store/embedded/embedded-store',
  'src/digest/digest-writer',
  'src/digest/planner',
  'src/digest/write-message',
  'src/i18n/languages',
  'src/knowledge',
  'src/shipped-dataset',
  'src/programme/snapshot',
  'src/cli/answer-service',
];
const modules = await buildModules(...names);
const [store, writer, planning, messages, i18n, knowing, shipping, snapshots, answering] = await Promise.all(
  names.map((name) => import(modules.path(name))),
);
modules.remove();

const SUBSCRIPTIONS = Number(process.env.BENCH_SUBSCRIPTIONS ?? 10_000);
const CHANGES = 300;
const ASK_EVERY = 10;
const QUESTIONS = [
  'Who went to Nanjing?',
  '2019年罗马去过哪些中国城市？',
  'pilots with Haikou',
  '葡萄酒学院的状态',
];
const ZONES = ['Europe/Rome', 'Europe/Madrid', 'Asia/Shanghai', 'Pacific/Chatham', 'Australia/Lord_Howe'];
const now = new Date('2021-03-10T18:00:00Z'); // After the hour everywhere on that list, by one local date or the next.

const statuses = ['proposed', 'agreed', 'running', 'paused'];
const change = (number) => ({
  kind: 'set',
  id: String(number),
  at: new Date(now.getTime() - (CHANGES - number) * 600_000).toISOString(),
  by: 'slack:T1:U1',
  byName: 'Li Wei',
  target: { kind: 'pilot', id: number % 2 === 0 ? 'wine-institute' : 'art-prizes' },
  fields: [{ field: 'status', before: statuses[number % 4], after: statuses[(number + 1) % 4] }],
});

const conversation = (index) => ({
  id: index % 2 === 0 ? `slack:T1:C${index}` : `wechat:default:${index}@chatroom`,
  direct: false,
  digest: {
    time: '00:30',
    timezone: ZONES[index % ZONES.length],
    languages: ['en', 'zh', 'both'][index % 3],
    days: 'every-day',
    heartbeat: 'never',
    until: '23:30',
    // Everybody covers another stretch of changes, so that little can be shared.
    since: new Date(now.getTime() - 86_400_000 - (index % 200) * 600_000).toISOString(),
    state: 'on',
    by: 'slack:T1:U1',
  },
});

/** Asks without pause until told to stop; says how long each answer took from the moment at which it was due. */
function askAlong(service) {
  const latencies = [];
  let asked = 0;
  let due = performance.now() + ASK_EVERY;
  let timer;
  const ask = () => {
    service.answer({ text: QUESTIONS[asked++ % QUESTIONS.length], now: '2021-03-10' });
    latencies.push(performance.now() - due);
    due = Math.max(due + ASK_EVERY, performance.now());
    timer = setTimeout(ask, Math.max(0, due - performance.now()));
  };
  timer = setTimeout(ask, ASK_EVERY);
  return () => {
    clearTimeout(timer);
    return latencies.sort((a, b) => a - b);
  };
}

const at = (sorted, part) => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1));
/** Questions alone, during the check, and while all messages are put into words. */
async function benchDigest() {
  const folder = await mkdtemp(join(tmpdir(), 'ucap-bench-'));
  const opened = await store.openEmbeddedStore({ folder });
  const languages = i18n.createLanguages();
  const knowledge = await knowing.loadKnowledge(shipping.shippedDataset);
  const service = answering.createAnswerService(knowledge, languages, {
    defaults: { locale: 'en', timezone: 'UTC' },
  });
  await opened.transact((tx) => {
    for (let number = 1; number <= CHANGES; number += 1) {
      tx.nextChangeNumber();
      tx.put('changes', change(number));
    }
  });
  for (let first = 0; first < SUBSCRIPTIONS; first += 500) {
    await opened.transact((tx) => {
      for (let index = first; index < Math.min(first + 500, SUBSCRIPTIONS); index += 1)
        tx.put('conversations', conversation(index));
    });
  }
  const programme = snapshots.applyChanges(knowledge.programme, opened.view().all('changes'));
  const common = {
    view: () => opened.view(),
    programme: () => programme,
    languages,
    defaultLocale: 'en',
    admins: new Set(),
  };
  const digests = writer.createDigestWriter(common);
  const planner = new planning.DigestPlanner({
    store: opened,
    digests,
    isLeader: () => true,
    defaultTimezone: 'UTC',
    timers: { now: () => now, sleep: (ms) => sleep(ms) },
    log: { info() {}, warn() {}, error() {} },
  });
  for (let round = 0; round < 50; round += 1)
    for (const text of QUESTIONS) service.answer({ text, now: '2021-03-10' });

  const measured = async (work) => {
    const stop = askAlong(service);
    const begun = performance.now();
    const result = await work();
    return { result, seconds: (performance.now() - begun) / 1000, latencies: stop() };
  };
  const alone = await measured(() => sleep(3_000));
  const check = await measured(() => planner.check());
  const write = messages.createMessageWriter({ ...common, digests, now: () => now });
  const queued = await opened.deliveries();
  const words = await measured(async () => {
    for (const delivery of queued) {
      if (!('reply' in write(delivery))) throw new Error('a digest had no words');
      await breathe();
    }
  });
  if (check.result.queued !== SUBSCRIPTIONS)
    throw new Error(`only ${check.result.queued} digests were planned`);
  await opened.close();
  await rm(folder, { recursive: true });
  return { alone, check, words };
}

const { alone, check, words } = await benchDigest();
const question = (what, { latencies }, goal) => ({
  bench: 'digest',
  figure: `p99 ms of a question ${what}`,
  ours: at(latencies, 0.99),
  peer: `${at(alone.latencies, 0.99)} (alone)`,
  ratio: Number((at(latencies, 0.99) / at(alone.latencies, 0.99)).toFixed(2)),
  ...(goal === undefined ? {} : { goal }),
});
report([
  {
    bench: 'digest',
    figure: `seconds of a check that plans ${SUBSCRIPTIONS} due digests`,
    ours: check.seconds.toFixed(1),
    goal: 'below 60',
  },
  question('meanwhile', check, 'below 50'),
  question(`while ${SUBSCRIPTIONS} digests are put into words`, words),
]);
