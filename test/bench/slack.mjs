// A slash question through the bot, beside a bare Bolt echo in the same run: CPU for each request and requests a second, from the
// signed request to the answer at the response_url; once for a question that others asked before, as after a digest, and once in words
// that are new each time. `npm run build` first. BENCH_SECONDS sets the length of a round.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWords } from './new-words.mjs';
import { report } from './report.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = 3;
const AT_ONCE = 32;
// Many people in many channels, so that the bot's own limits for one of them are not what is measured.
const PEOPLE = 400;
const CHANNELS = 100;
const SECRET = 'signing-secret';
const QUESTION = 'missions yantai 2019';
/** Until both are compiled: their rates double within the first seconds. */
const WARM_UP = 10_000;

/** The least of Slack that both need: who the bot is, who asks, and where answers go. */
function startSlack(answered) {
  const server = createServer((req, res) => {
    req.resume().on('end', () => {
      const [, kind, name] = req.url.split('/');
      res.setHeader('content-type', 'application/json');
      if (kind === 'response') answered(name);
      if (name === 'auth.test')
        return res.end(
          '{"ok":true,"team_id":"T1","user_id":"UBOT","bot_id":"B1","url":"https://t1.slack.com/"}',
        );
      if (name === 'users.info')
        return res.end(
          '{"ok":true,"user":{"id":"U1","real_name":"Ann","locale":"en-US","tz":"Europe/Rome","profile":{}}}',
        );
      res.end('{"ok":true}');
    });
  });
  return listen(server);
}

function listen(server) {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function freePort() {
  const server = await listen(createServer());
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Milliseconds of processor time that a process has used, by the kernel's own count (man 5 proc, fields 14 and 15). */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

let agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
let serial = 0;

/** Sends one signed slash command; resolves when its answer has come. */
function ask({ port, root, waiting, acknowledged }, text = QUESTION) {
  serial += 1;
  const begun = performance.now();
  const id = String(serial);
  const body = new URLSearchParams({
    command: '/ucap',
    text,
    team_id: 'T1',
    user_id: `U${serial % PEOPLE}`,
    user_name: 'ann',
    channel_id: `C${serial % CHANNELS}`,
    api_app_id: 'A1',
    trigger_id: `${process.pid}.${id}`,
    response_url: `${root}/response/${id}`,
  }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return new Promise((resolve, reject) => {
    waiting.set(id, resolve);
    const sent = request(
      { port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers, agent },
      (res) => {
        if (res.statusCode !== 200) reject(new Error(`HTTP ${res.statusCode}`));
        acknowledged.push(performance.now() - begun);
        res.resume();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Keeps `AT_ONCE` questions under way until `enough`; how many were answered. */
async function load(peer, enough, words = () => QUESTION) {
  let answered = 0;
  const caller = async () => {
    while (!enough(answered)) {
      await ask(peer, words());
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return answered;
}

async function measure(peer, words) {
  // A server closes connections that rest while the other one is measured.
  agent.destroy();
  agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const cpu = cpuOf(peer.pid);
  const begun = performance.now();
  const answered = await load(peer, () => performance.now() - begun > SECONDS * 1000, words);
  const seconds = (performance.now() - begun) / 1000;
  return {
    perSecond: answered / seconds,
    cpu: (cpuOf(peer.pid) - cpu) / answered,
    acknowledged: await slowestAcknowledgement(peer),
  };
}

/** Milliseconds until HTTP 200, the slowest 1 % of questions that come one after the other. */
async function slowestAcknowledgement(peer) {
  peer.acknowledged.length = 0;
  for (let question = 0; question < 300; question += 1) await ask(peer);
  const times = peer.acknowledged.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)];
}

async function start(script, slack, waiting, environment) {
  const port = await freePort();
  const root = `http://127.0.0.1:${slack.address().port}`;
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      SLACK_API_URL: `${root}/api/`,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: SECRET,
      LOG_LEVEL: 'error',
      ...environment,
    },
  });
  process.once('exit', () => child.kill());
  const peer = { pid: child.pid, port, root, waiting, acknowledged: [], stop: () => child.kill('SIGTERM') };
  const ready = () =>
    ask(peer).then(
      () => true,
      () => false,
    );
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 50));
  await load(peer, (answered) => answered >= WARM_UP / 2);
  await load(peer, (answered) => answered >= WARM_UP / 2, newWords(QUESTION));
  return peer;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const waiting = new Map();
const slack = await startSlack((id) => {
  waiting.get(id)?.();
  waiting.delete(id);
});
const state = await mkdtemp(join(tmpdir(), 'ucap-bench-'));
const bot = await start('.build/main.js', slack, waiting, { UCAP_STATE: state });
const echo = await start('test/bench/slack-echo.mjs', slack, waiting, {});
const rounds = { again: [], anew: [], echo: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  rounds.again.push(await measure(bot));
  rounds.echo.push(await measure(echo));
  rounds.anew.push(await measure(bot, newWords(QUESTION)));
}
for (const peer of [bot, echo]) peer.stop();
slack.closeAllConnections();
slack.close();
agent.destroy();
await rm(state, { recursive: true, force: true });

const of = (name, figure) => median(rounds[name].map((round) => round[figure]));
const row = (asked, figure, name, digits, goal) => ({
  bench: 'Slack',
  figure: name,
  ours: of(asked, figure).toFixed(digits),
  peer: of('echo', figure).toFixed(digits),
  ratio: Number((of(asked, figure) / of('echo', figure)).toFixed(2)),
  goal,
});
const ways = { again: 'asked before', anew: 'in new words' };
report([
  ...Object.entries(ways).flatMap(([asked, how]) => [
    row(
      asked,
      'cpu',
      `CPU ms a slash question ${how}, ${AT_ONCE} at once`,
      2,
      'at most 1.25 × a bare Bolt echo',
    ),
    row(
      asked,
      'perSecond',
      `slash questions/s ${how}, ${AT_ONCE} at once`,
      0,
      'at least 0.8 × a bare Bolt echo',
    ),
  ]),
  row('anew', 'acknowledged', 'acknowledged after, p99 ms, one at a time', 0, 'under 100'),
]);
