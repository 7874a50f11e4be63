import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBotProcess } from '../support/bot-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';

let folder: string;
let remove: () => Promise<void>;
/** Refuses whatever goes out by way of it, so that no test reaches WeChat itself. */
let proxy: Server;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  proxy = createServer((_, response) => response.writeHead(502).end());
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  proxy.close();
  await remove();
});

function botWith(puppet: string) {
  const { port } = proxy.address() as AddressInfo; // It listens on a port.
  const away = `http://127.0.0.1:${port}`;
  const proxies = { HTTP_PROXY: away, HTTPS_PROXY: away, http_proxy: away, https_proxy: away };
  return startBotProcess({ HOME: folder, UCAP_STATE: folder, WECHATY_PUPPET: puppet, ...proxies });
}

test('a puppet of the old web protocol is told of in one sentence, and its faults print no stack', async () => {
  const bot = await botWith('wechaty-puppet-wechat4u');
  await until('the sentence', () => bot.sentences().length > 0, 35_000);
  await until('a fault in the log', () => bot.stderr().includes('a fault that the puppet outlives'), 20_000);
  // Two more tries.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  expect(bot.sentences()).toEqual([
    expect.stringMatching(
      /^wechaty-puppet-wechat4u can't log in for most accounts.*use wechaty-puppet-service\.$/,
    ),
  ]);
  expect(bot.stdout() + bot.stderr()).not.toMatch(/uncaughtException|TypeError|ENDPOINT|\bat .*\.js:/);
  expect(bot.stderr().match(/a fault that the puppet outlives/g)).toHaveLength(1);
  expect((await bot.health()).status).toBe(503);
  expect(await bot.stop()).toBe(0);
}, 70_000);

test('a puppet that is not installed is told of before anything begins', async () => {
  const bot = await botWith('wechaty-puppet-that-nobody-made');
  expect(await bot.exited).toBe(1);
  expect(bot.stderr()).toMatch(
    /^WECHATY_PUPPET names wechaty-puppet-that-nobody-made, which is not installed: .*\n$/,
  );
});
