import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ComponentHealth } from '../../src/bot/channel.js';
import { healthListener } from '../../src/ops/health.js';
import { type HttpServer, startHttpServer } from '../../src/ops/http-server.js';
import { createMetrics } from '../../src/ops/metrics.js';
import { ucapBot } from '../support/command-line.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let folder: string;
let remove: () => Promise<void>;
let bot: HttpServer | undefined;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(async () => {
  await bot?.close();
  bot = undefined;
  await remove();
});

const doctor = (env: NodeJS.ProcessEnv = {}) =>
  ucapBot(['doctor'], { env: { UCAP_STATE: folder, PORT: '1', ...env } });

/** What a running bot serves, on a port of its own. */
async function running(wechat: ComponentHealth): Promise<string> {
  const metrics = createMetrics({
    outbox: async () => ({ waiting: 0, dead: 0, oldestSeconds: 0 }),
    reconnects: () => [],
  });
  metrics.meter.decided('decline', 3);
  const routes = [
    { path: '/health', listener: healthListener({ store: () => ({ state: 'up' }), wechat: () => wechat }) },
    { path: '/metrics', listener: metrics.listener },
  ];
  bot = await startHttpServer({ host: '127.0.0.1', port: 0 }, routes, silentLog);
  return String(bot.port);
}

test('where nothing is configured, it says so line by line, and that is no fault', async () => {
  const { code, stdout, stderr } = await doctor();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('ok  configuration: every variable that is set can be used');
  expect(stdout).toContain('off  Slack: not configured; set SLACK_BOT_TOKEN');
  expect(stdout).toContain('off  WeChat: not configured; set WECHATY_PUPPET');
  expect(stdout).toContain('off  running bot: none answers at port 1 of this machine');
});

test('a bot that runs well is told of, with the words that it did not understand', async () => {
  const { code, stdout } = await doctor({ PORT: await running({ state: 'up' }) });
  expect(code).toBe(0);
  expect(stdout).toContain(
    'ok  running bot: store and wechat are up; 3 words in questions were not understood since its start',
  );
});

test('what keeps a running bot from its work is a fault', async () => {
  const PORT = await running({ state: 'down', reason: 'The gateway can’t be reached' });
  const { code, stdout } = await doctor({ PORT, UCAP_LOCALE: 'zh' });
  expect(code).toBe(1);
  expect(stdout).toContain('异常  运行中的机器人：wechat：The gateway can’t be reached');
});

test('a variable that can’t be used is named, and never its value', async () => {
  const { code, stdout, stderr } = await doctor({ PORT: 'secret' });
  expect(code).toBe(1);
  expect(stdout).toContain('bad  configuration: PORT');
  expect(stdout + stderr).not.toContain('secret');
});

test('a puppet that most accounts can’t log in with is warned of, and one that can’t work is a fault', async () => {
  const old = await doctor({ WECHATY_PUPPET: 'wechaty-puppet-wechat4u' });
  expect(old.code).toBe(0);
  expect(old.stdout).toMatch(/^warn {2}WeChat: wechaty-puppet-wechat4u can't log in for most accounts.*$/m);
  expect(old.stdout).toContain('use wechaty-puppet-service');
  const gateway = {
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_00000000-0000-4000-8000-000000000000',
  };
  expect((await doctor(gateway)).stdout).toContain('ok  WeChat: configured (wechaty-puppet-service)');
  const missing = await doctor({ WECHATY_PUPPET: 'wechaty-puppet-that-nobody-made' });
  expect(missing.code).toBe(1);
  expect(missing.stdout).toContain('bad  WeChat: WECHATY_PUPPET names wechaty-puppet-that-nobody-made');
});

test('a dataset that is not there is told with the variables that can’t work, by the doctor and at the start', async () => {
  const env = { UCAP_DATASET: '/nope.json', PORT: 'ninety', WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_secret' };
  const faults = [
    'PORT must be a port number',
    'WECHATY_PUPPET is missing; WECHATY_PUPPET_SERVICE_TOKEN',
    '/nope.json has 1 fault',
  ];
  const examined = await doctor(env);
  const started = await ucapBot(['start'], { env: { UCAP_STATE: folder, ...env } });
  expect([examined.code, started.code]).toEqual([1, 1]);
  for (const fault of faults) {
    expect(examined.stdout).toContain(`: ${fault}`);
    expect(started.stderr).toContain(fault);
  }
  expect(examined.stdout + started.stderr).not.toMatch(/secret|ninety/);
  const sound = await ucapBot(['start'], { env: { UCAP_STATE: folder, PORT: 'ninety' } });
  expect(sound.stderr).toBe("The configuration can't work:\n  PORT must be a port number from 0 to 65535.\n");
});

test('a state folder without a state holds nothing yet, and only one that is not there does not exist', async () => {
  expect((await doctor()).stdout).toContain(
    `ok  store: ${folder} holds nothing yet; nothing has been posted\n`,
  );
  const UCAP_STATE = join(folder, 'later');
  expect((await doctor({ UCAP_STATE })).stdout).toContain(`ok  store: ${UCAP_STATE} does not exist yet`);
  expect(await ucapBot(['backup', join(folder, 'b.json')], { env: { UCAP_STATE: folder } })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Nothing has been posted yet, so there is no state to save.\n',
  });
});

test('a reason that is a sentence of its own gets no second full stop', async () => {
  const PORT = await running({ state: 'down', reason: 'WeChat is away; the bot keeps trying.' });
  expect((await doctor({ PORT })).stdout).toContain('wechat: WeChat is away; the bot keeps trying.\n');
  expect((await doctor({ PORT, UCAP_LOCALE: 'zh' })).stdout).toContain('the bot keeps trying。\n');
});
