import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../support/until.js';
import { online, type TestChannel, testChannel } from '../../support/wechat/channel.js';
import type { GatewayOptions } from '../../support/wechat/gateway.mjs';
import { type Gateway, startGateway } from '../../support/wechat/gateway.mjs';
import { ownHome } from '../../support/wechat/home.js';

const second = 1000;
/** The tests can't wait as long as an operator can. */
const patience = { login: 1500, ping: 500, silence: 2500, steady: 500 };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let restoreHome: () => Promise<void>;
let gateway: Gateway;
let bots: TestChannel[];

beforeEach(() => {
  restoreHome = ownHome();
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map(({ channel }) => channel.stop()));
  await gateway.stop();
  await restoreHome();
});

async function startedGateway(options: GatewayOptions = {}): Promise<void> {
  gateway = await startGateway(options);
  await gateway.contact({ id: 'bot', name: 'ucap' });
  await gateway.contact({ id: 'wxid_ann', name: 'Ann' });
}

async function startedBot(environment: Record<string, string> = {}): Promise<TestChannel> {
  Object.assign(process.env, {
    WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
    ...environment,
  });
  const bot = testChannel({ puppet: 'wechaty-puppet-service', patience });
  bots.push(bot);
  await bot.start();
  return bot;
}

async function loggedInBot(): Promise<TestChannel> {
  await startedGateway();
  await gateway.login({ id: 'bot' });
  const bot = await startedBot();
  await online(bot);
  return bot;
}

const ask = (text: string) => gateway.say({ from: 'wxid_ann', to: 'bot', text });
const answers = () => gateway.said.map(({ text }) => text);

describe('a gateway that is killed', () => {
  test('for five seconds is found again soon after its return, and answers what was waiting once', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await startedGateway();
    await gateway.login({ id: 'bot' });
    Object.assign(process.env, {
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
    });
    const bot = testChannel({ puppet: 'wechaty-puppet-service', patience }, async () => {
      await held;
      return {
        locale: 'en',
        audience: 'conversation',
        blocks: [{ kind: 'text', text: 'thought through the outage' }],
      };
    });
    bots.push(bot);
    await bot.start();
    await online(bot);
    await ask('think');
    await until('the question', () => bot.asked.length === 1);
    await gateway.kill();
    await until('the outage', () => bot.channel.health().state === 'down');
    expect(bot.channel.health().reason).toContain('reached');
    release();
    await pause(5 * second);
    await gateway.restart();
    const returned = Date.now();
    await online(bot, 35 * second);
    expect(Date.now() - returned).toBeLessThan(15 * second);
    await until('the answer', () => answers().length > 0);
    await pause(500);
    expect(answers()).toEqual(['thought through the outage']);
    expect(bot.complaints).toHaveLength(1);
  }, 60_000);

  test('and does not come back before the bot stops leaves its answers to the outbox', async () => {
    const room = '123@chatroom';
    await startedGateway();
    await gateway.room({ id: room, topic: 'Liuzhou', members: ['bot', 'wxid_ann'] });
    await gateway.login({ id: 'bot' });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    Object.assign(process.env, {
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
    });
    const bot = testChannel({ puppet: 'wechaty-puppet-service', patience }, async ({ content }) => {
      await held;
      const text = content.kind === 'words' ? `about ${content.text}` : '';
      return { locale: 'en', audience: 'conversation', blocks: [{ kind: 'text', text }] };
    });
    bots.push(bot);
    await bot.start();
    await online(bot);
    await ask('Nanjing');
    await gateway.say({ from: 'wxid_ann', to: room, text: '@ucap\u2005Kunming' });
    await until('the questions', () => bot.asked.length === 2);
    await gateway.kill();
    await until('the outage', () => bot.channel.health().state === 'down');
    release();
    await bot.channel.stop();
    expect(bot.kept.map(({ key }) => key).sort()).toEqual(bot.asked.map(({ id }) => id).sort());
    expect(bot.logged.join()).not.toContain('lost');

    await gateway.restart();
    const again = await startedBot();
    await online(again, 35 * second);
    for (const { conversation, reply, key, inReplyTo } of bot.kept)
      expect(await again.channel.send(conversation, reply, key, inReplyTo)).toEqual({ outcome: 'sent' });
    // The gateway's process tells it beside its answer to the bot.
    await until('what was said', () => gateway.said.length === bot.kept.length);
    const said = gateway.said.map(({ to, text, mentionIds }) => ({ to, text, mentionIds }));
    expect(said).toContainEqual(expect.objectContaining({ to: 'wxid_ann', text: 'about Nanjing' }));
    expect(said).toContainEqual({ to: room, text: '@Ann\u2005about Kunming', mentionIds: ['wxid_ann'] });
  }, 60_000);

  test('while nobody watches is missed, without stopping the account behind it', async () => {
    const bot = await loggedInBot();
    await gateway.fallSilent();
    await until('the silence', () => bot.complaints.length > 0, 10 * second);
    expect(bot.complaints[0]).toContain('sends no events');
    await gateway.kill();
    await gateway.restart();
    await online(bot, 35 * second);
    await ask('hello');
    await until('the answer', () => answers().length === 1);
  });
});

test('sessions that were thrown away leave nothing running', async () => {
  await startedGateway();
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const before = timers();
  const bot = await startedBot({ WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_wrong-token' });
  await pause(6 * second);
  await bot.channel.stop();
  await pause(6 * second);
  expect(timers()).toBeLessThanOrEqual(before);
});

describe('a gateway that refuses', () => {
  const complaint = (bot: TestChannel) => until('a sentence', () => bot.complaints[0], 10 * second);

  test('the token: the bot lives, is not healthy, and says so without the token', async () => {
    await startedGateway();
    const bot = await startedBot({ WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_wrong-token' });
    expect(await complaint(bot)).toContain('WECHATY_PUPPET_SERVICE_TOKEN');
    await pause(4 * second);
    expect(bot.channel.health()).toMatchObject({
      state: 'down',
      reason: expect.stringContaining('refuses the token'),
    });
    expect(bot.complaints).toHaveLength(1);
    expect([...bot.complaints, ...bot.logged].join()).not.toContain('wrong-token');
  });

  test('by a certificate that is not trusted', async () => {
    await startedGateway();
    const bot = await startedBot({ WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME: 'gateway.example' });
    expect(await complaint(bot)).toContain('TLS');
    delete process.env.WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME;
  });

  test('to log in: a sentence within thirty seconds, and login whenever it comes', async () => {
    await startedGateway();
    const bot = await startedBot();
    expect(bot.channel.health().state).toBe('starting');
    expect(await complaint(bot)).toContain('not logged in');
    await gateway.login({ id: 'bot' });
    await online(bot, 35 * second);
  });
});

test('nobody listens: the sentence names the endpoint’s variable', async () => {
  await startedGateway();
  await gateway.kill();
  const bot = await startedBot();
  expect(await until('a sentence', () => bot.complaints[0], 10 * second)).toContain(
    'WECHATY_PUPPET_SERVICE_ENDPOINT',
  );
});

test('something that is no gateway listens', async () => {
  await startedGateway();
  await gateway.kill();
  const deaf = createServer(() => {}).listen(Number(gateway.endpoint.split(':')[1]), '127.0.0.1');
  const bot = await startedBot();
  await until('a sentence', () => bot.complaints[0], 10 * second);
  expect(bot.channel.health().state).toBe('down');
  deaf.close();
});

test('a second client with the same folder gets a sentence, and the first is not disturbed', async () => {
  const first = await loggedInBot();
  const elsewhere = gateway;
  gateway = await startGateway({ token: elsewhere.token });
  await gateway.contact({ id: 'bot', name: 'ucap' });
  await gateway.login({ id: 'bot' });
  const second = await startedBot();
  expect(await until('a sentence', () => second.complaints[0])).toContain('same folder');
  expect(first.channel.health().state).toBe('up');
  await second.channel.stop();
  await gateway.stop();
  gateway = elsewhere;
  await ask('hello');
  await until('the answer', () => answers().length === 1);
});

test('a second client at the same gateway does not take the account from the first', async () => {
  const first = await loggedInBot();
  const second = await startedBot();
  expect(await until('a sentence', () => second.complaints[0], 10_000)).toContain('same token');
  expect(first.channel.health().state).toBe('up');
  expect(await gateway.starts()).toBe(1);
});

test('a restarted bot finds the account logged in', async () => {
  const bot = await loggedInBot();
  await bot.channel.stop();
  const again = await startedBot();
  await online(again);
  expect(await gateway.starts()).toBe(1);
});

test('what can never work is refused at the start', async () => {
  await startedGateway();
  const missing = testChannel({ puppet: 'wechaty-puppet-that-nobody-made' });
  await expect(missing.start()).rejects.toThrow('npm install wechaty-puppet-that-nobody-made');
  await expect(startedBot({ WECHATY_PUPPET_SERVICE_TOKEN: '' })).rejects.toThrow(
    'WECHATY_PUPPET_SERVICE_TOKEN is not set',
  );
  await expect(startedBot({ WECHATY_PUPPET_SERVICE_TOKEN: 'no-server' })).rejects.toThrow('insecure_');
});
