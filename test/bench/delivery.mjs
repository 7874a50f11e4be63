// Processor time for each message that the outbox delivers to Slack (claimed and settled on the embedded store, put into words,
// rendered, posted by the real adapter) beside a bare chat.postMessage of the same content with Slack's own client, each in a
// process of its own, in turns in the same run.
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildModules } from '../support/writer-build.mjs';
import { report } from './report.mjs';

const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 1_000);
const ROUNDS = 3;
/** Milliseconds from one message to the next, for both: a tenth of what Slack allows, to be done in time. */
const GAP = 15;
const silent = { info() {}, warn() {}, error() {} };

const peers = {
  /** Slack's client and nothing else, over the blocks that ours posted. */
  async bare(apiUrl, sample) {
    const { webApi } = await import('@slack/bolt');
    const client = new webApi.WebClient('xoxb-1', { slackApiUrl: apiUrl });
    const post = (number) =>
      client.chat.postMessage({
        ...sample,
        channel: `C${number}`,
        metadata: { event_type: 'bare', event_payload: { key: `digest:slack:T1:C${number}:2021-03-10` } },
      });
    return {
      async run() {
        const posts = [];
        for (let number = 0; number < MESSAGES; number += 1) {
          posts.push(post(number));
          await sleep(GAP);
        }
        await Promise.all(posts);
      },
      close: async () => {},
    };
  },

  async ours(apiUrl) {
    const names = [
      'src/store/embedded/embedded-store',
      'src/adapters/slack/adapter',
      'src/delivery/worker',
      'src/delivery/pace',
      'src/digest/digest-writer',
      'src/digest/write-message',
      'src/i18n/languages',
      'src/knowledge',
      'src/shipped-dataset',
      'src/programme/snapshot',
    ];
    const modules = await buildModules(...names);
    const [embedded, slack, working, pacing, writer, messages, i18n, knowing, shipping, snapshots] =
      await Promise.all(names.map((name) => import(modules.path(name))));
    modules.remove();
    const folder = await mkdtemp(join(tmpdir(), 'ucap-bench-'));
    const store = await embedded.openEmbeddedStore({ folder });
    await enqueue(store);
    const languages = i18n.createLanguages();
    const { programme } = await knowing.loadKnowledge(shipping.shippedDataset);
    const now = snapshots.applyChanges(programme, store.view().all('changes'));
    const common = {
      view: () => store.view(),
      programme: () => now,
      languages,
      defaultLocale: 'en',
      admins: new Set(),
    };
    const digests = writer.createDigestWriter(common);
    const channel = slack.createSlack({
      access: { mode: 'http', botToken: 'xoxb-1', signingSecret: 'secret' },
      apiUrl,
      surfaces: { language: () => 'en', forms: () => [], options: () => ({}), suggest: () => [] },
      languages,
      operator: languages.en,
      store,
      keep: async () => {},
      log: silent,
      onRefused() {},
    });
    await channel.start(async () => undefined);
    const worker = new working.DeliveryWorker({
      store,
      ports: [channel],
      write: messages.createMessageWriter({
        ...common,
        digests,
        now: () => new Date('2021-03-10T08:01:00Z'),
      }),
      onUnreachable: async () => {},
      log: silent,
      name: 'bench',
      paces: { ...pacing.paces, slack: { ...pacing.paces.slack, workspaceGap: GAP, settleWithin: 200 } },
    });
    return {
      async run() {
        worker.start();
        while ((await store.deliveries()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      },
      async close() {
        await worker.stop();
        await channel.stop();
        await store.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

/** A digest of one change for each of so many channels. */
async function enqueue(store) {
  const by = 'slack:T1:U1';
  const digest = {
    time: '09:00',
    timezone: 'Europe/Rome',
    languages: 'en',
    days: 'every-day',
    heartbeat: 'never',
    until: '20:00',
    since: '2021-03-01T00:00:00.000Z',
    state: 'on',
    by,
  };
  await store.transact((tx) => {
    tx.put('changes', {
      kind: 'set',
      id: String(tx.nextChangeNumber()),
      at: '2021-03-10T07:00:00.000Z',
      by,
      byName: 'Ann',
      target: { kind: 'pilot', id: 'wine-institute' },
      fields: [{ field: 'status', before: 'proposed', after: 'agreed' }],
    });
    for (let number = 0; number < MESSAGES; number += 1) {
      const id = `slack:T1:C${number}`;
      tx.put('conversations', { id, direct: false, digest });
      tx.enqueue({
        key: `digest:${id}:2021-03-10`,
        conversation: id,
        lane: 'digest',
        message: { kind: 'digest', date: '2021-03-10', after: '0', upTo: '1' },
        notBefore: '2021-03-10T08:00:00.000Z',
      });
    }
  });
}

/** Slack as far as posting goes; it remembers the last message. */
function startSlack() {
  const seen = { posts: 0, sample: {} };
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      res.setHeader('content-type', 'application/json');
      if (!req.url.endsWith('chat.postMessage')) {
        res.end('{"ok":true,"team_id":"T1","user_id":"UBOT","bot_id":"B1","url":"https://t1.slack.com/"}');
        return;
      }
      seen.posts += 1;
      const { text, blocks } = Object.fromEntries(new URLSearchParams(body));
      seen.sample = { text, blocks: JSON.parse(blocks ?? '[]') };
      res.end('{"ok":true,"ts":"1.1","channel":"C1"}');
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        seen,
        apiUrl: `http://127.0.0.1:${server.address().port}/api/`,
        close: () => server.close(),
      }),
    ),
  );
}

/** Milliseconds of processor time a message, in a process of its own. */
async function measure(peer, { apiUrl, seen }) {
  const before = seen.posts;
  const child = fork(new URL(import.meta.url), [peer, apiUrl, JSON.stringify(seen.sample)]);
  const cpu = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${peer} ended with ${code}`)));
  });
  if (seen.posts - before !== MESSAGES) throw new Error(`${peer} posted ${seen.posts - before} messages`);
  return cpu / MESSAGES;
}

if (process.send === undefined) {
  const slack = await startSlack();
  const cpu = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const peer of ['ours', 'bare']) cpu[peer].push(await measure(peer, slack));
  }
  slack.close();
  const [ours, bare] = [cpu.ours, cpu.bare].map((values) => values.sort((a, b) => a - b)[1]);
  report([
    {
      bench: 'delivery',
      figure: 'CPU ms for each delivered message',
      ours: ours.toFixed(2),
      peer: bare.toFixed(2),
      ratio: Number((ours / bare).toFixed(2)),
      goal: 'at most 1.5 × a bare chat.postMessage',
    },
  ]);
} else {
  const [, , peer, apiUrl, sample] = process.argv;
  const { run, close } = await peers[peer](apiUrl, JSON.parse(sample));
  const begun = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(begun);
  await close();
  process.send((user + system) / 1000, () => process.disconnect());
}
