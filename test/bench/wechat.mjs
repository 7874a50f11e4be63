// Questions answered a second over WeChat: the whole bot (Wechaty, kernel, query core, renderer, send queue) against a bare bot
// that says "dong" to every message, over the mock in process and over a gateway in a process of its own. Both are driven in
// turns in the same run, each caller waiting for its answer before the next question; ours with a question that others asked before,
// as after a digest, and in words that are new each time.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log, WechatyBuilder } from 'wechaty';
import { PuppetService } from 'wechaty-puppet-service';
import { importBuilt } from '../support/wechat/built.mjs';
import { startGateway } from '../support/wechat/gateway.mjs';
import { World } from '../support/wechat/world.mjs';
import { newWords } from './new-words.mjs';
import { report } from './report.mjs';

const { WechatChannel, openApp, readConfig, createLanguages, loadKnowledge, shippedDataset } =
  await importBuilt(
    'adapters/wechat/wechat-channel',
    'app',
    'config',
    'i18n/languages',
    'knowledge',
    'shipped-dataset',
  );

const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
/** Until both are compiled: their rates double within the first seconds. */
const WARM_UP_SECONDS = 3;
const TURNS = 6;
/** A person may ask twenty questions a minute; so many people are needed that nobody reaches it. */
const PEOPLE = 10_000;
const EACH = 15;
const question = 'Who went to Nanjing?';
const silent = { info() {}, warn() {}, error() {} };

/** A world of many people, in process or behind a gateway, with one way to drive both. */
const worlds = {
  async mock() {
    const world = new World();
    const onSaid = (listener) => {
      world.puppet.onSaid = listener;
    };
    return { doings: world, onSaid, puppet: world.puppet, stop: async () => {} };
  },
  async gRPC(token) {
    const gateway = await startGateway({ token });
    return { doings: gateway, onSaid: gateway.onSaid, gateway, stop: gateway.stop };
  },
};

const bots = {
  async dingDong({ puppet, gateway }) {
    const made = puppet ?? new PuppetService({ token: gateway.token, endpoint: gateway.endpoint });
    const bot = WechatyBuilder.build({ puppet: made });
    bot.on('error', () => {});
    bot.on('message', (message) => {
      if (!message.self()) message.say('dong').catch(() => {});
    });
    await bot.start();
    return { isUp: () => bot.isLoggedIn, stop: () => bot.stop() };
  },
  async ours({ puppet, gateway }, folder) {
    process.env.WECHATY_PUPPET_SERVICE_TOKEN = gateway?.token ?? '';
    process.env.WECHATY_PUPPET_SERVICE_ENDPOINT = gateway?.endpoint ?? '';
    const { config } = readConfig({ UCAP_STATE: folder });
    const knowledge = loadKnowledge(shippedDataset);
    const app = await openApp({ config, knowledge, languages: createLanguages(), log: silent });
    const channel = new WechatChannel({
      puppet: puppet ? () => puppet : 'wechaty-puppet-service',
      languages: app.languages,
      locale: 'en',
      gap: 0,
      rooms: { all: () => [], retitle: async () => {}, left: async () => {} },
      keep: async () => {},
      log: silent,
      terminal: { write() {} },
      complain: (sentence) => process.stderr.write(`${sentence}\n`),
    });
    await channel.start(app.handle);
    const stop = async () => {
      await channel.stop();
      await app.close();
    };
    return { isUp: () => channel.health().state === 'up', stop };
  },
};

async function prepare(kind, name, folder) {
  const world = await worlds[kind](`insecure_${name}`);
  await world.doings.contact({ id: 'bot', name: 'ucap' });
  for (let n = 0; n < PEOPLE; n += 1) await world.doings.contact({ id: `wxid_${n}`, name: `Person ${n}` });
  await world.doings.login({ id: 'bot' });
  const bot = await bots[name](world, folder);
  while (!bot.isUp()) await new Promise((resolve) => setTimeout(resolve, 20));
  const waiting = new Map();
  world.onSaid(({ to }) => waiting.get(to)?.());
  let people = 0;
  /** A caller: one person after the other, each with so many questions. */
  const caller = (words) => {
    let [from, left] = ['', 0];
    return async () => {
      if (left === 0) {
        from = `wxid_${people % PEOPLE}`;
        people += 1;
        left = EACH;
      }
      left -= 1;
      const answered = new Promise((resolve) => waiting.set(from, resolve));
      await world.doings.say({ from, to: 'bot', text: words() });
      await answered;
    };
  };
  const stop = async () => {
    await bot.stop();
    await world.stop();
  };
  return { caller, stop };
}

/** How many answers `callers` get in `seconds`, each waiting for its own before the next question. */
async function answersIn(seconds, { caller }, callers, words) {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let answers = 0;
  const one = async () => {
    const ask = caller(words);
    while (performance.now() < end) {
      await ask();
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  return answers / ((performance.now() - begun) / 1000);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rows of the table, one for each way, number of callers and kind of question. */
async function benchWechat() {
  log.level('silent');
  const home = await mkdtemp(join(tmpdir(), 'ucap-bench-'));
  process.env.HOME = home;
  const rows = [];
  for (const way of ['mock', 'gRPC']) {
    const peers = {
      dingDong: await prepare(way, 'dingDong', home),
      ours: await prepare(way, 'ours', join(home, `state-${way}`)),
    };
    for (const callers of [1, 10]) {
      const turns = {
        bare: [peers.dingDong, () => question],
        again: [peers.ours, () => question],
        anew: [peers.ours, newWords(question)],
      };
      const rates = { bare: [], again: [], anew: [] };
      for (const [peer, words] of Object.values(turns))
        await answersIn(WARM_UP_SECONDS, peer, callers, words);
      for (let turn = 0; turn < TURNS; turn += 1) {
        for (const [name, [peer, words]] of Object.entries(turns))
          rates[name].push(await answersIn(SECONDS / TURNS, peer, callers, words));
      }
      for (const [name, asked] of Object.entries({ again: 'asked before', anew: 'in new words' })) {
        const [ours, bare] = [median(rates[name]), median(rates.bare)];
        rows.push({
          bench: 'WeChat',
          figure: `answers/s over ${way}, ${callers} at once, ${asked}`,
          ours: Math.round(ours),
          peer: Math.round(bare),
          ratio: Number((ours / bare).toFixed(2)),
          goal: `at least ${way === 'mock' ? 0.8 : 0.9} × a bare ding-dong bot`,
        });
      }
    }
    for (const { stop } of Object.values(peers)) await stop();
  }
  await rm(home, { recursive: true });
  return rows;
}

report(await benchWechat());
process.exit(0);
