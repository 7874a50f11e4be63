import { afterEach, beforeEach, expect, test } from 'vitest';
import { log, WechatyBuilder } from 'wechaty';
import { PuppetService } from 'wechaty-puppet-service';
import { until } from '../../support/until.js';
import { startGateway } from '../../support/wechat/gateway.mjs';
import { ownHome } from '../../support/wechat/home.js';
import { World } from '../../support/wechat/world.mjs';

log.level('silent');
let restoreHome: () => Promise<void>;
beforeEach(() => {
  restoreHome = ownHome();
});
afterEach(() => restoreHome());

const people = [
  { id: 'bot', name: 'ucap' },
  { id: 'wxid_ann', name: 'Ann' },
];

test('Wechaty answers over the mock in process', async () => {
  const world = new World();
  for (const person of people) world.contact(person);
  const bot = WechatyBuilder.build({ puppet: world.puppet });
  bot.on('message', async (message) => {
    if (message.text() === 'ding') await message.say('dong');
  });
  await bot.start();
  world.login({ id: 'bot' });
  world.say({ from: 'wxid_ann', to: 'bot', text: 'ding' });
  await until('the answer', () =>
    world.puppet.said.find((said) => said.text === 'dong' && said.to === 'wxid_ann'),
  );
  world.rejectSay({ times: 1 });
  const ann = await bot.Contact.find({ id: 'wxid_ann' });
  await expect(ann?.say('again')).rejects.toThrow('rejected');
  await bot.stop();
});

test('Wechaty answers over gRPC and TLS, and a killed gateway comes back on its port', async () => {
  const gateway = await startGateway();
  for (const person of people) await gateway.contact(person);
  await gateway.login({ id: 'bot' });
  const connect = async () => {
    const puppet = new PuppetService({ token: gateway.token, endpoint: gateway.endpoint });
    const bot = WechatyBuilder.build({ puppet });
    const errors: string[] = [];
    bot.on('error', (error) => void errors.push(error.message));
    bot.on('message', (message) => {
      // What it asks of the gateway after it has spoken may meet the kill.
      if (message.text() === 'ding') message.say('dong').catch(() => {});
    });
    await bot.start();
    return { bot, errors };
  };
  const first = await connect();
  await until('the login', () => first.bot.isLoggedIn);
  await gateway.say({ from: 'wxid_ann', to: 'bot', text: 'ding' });
  await until('the answer', () => gateway.said.length === 1);
  await gateway.kill();
  await until('the broken stream', () => first.errors.length > 0);
  await first.bot.stop();
  await gateway.restart();
  const second = await connect();
  await until('the second login', () => second.bot.isLoggedIn);
  await gateway.say({ from: 'wxid_ann', to: 'bot', text: 'ding' });
  await until('the second answer', () => gateway.said.length === 2);
  await second.bot.stop();
  await gateway.stop();
});
