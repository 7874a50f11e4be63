import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationId } from '../../../src/adapters/wechat/rooms.js';
import type { Reply } from '../../../src/bot/reply.js';
import { until } from '../../support/until.js';
import { online, type TestChannel, testChannel } from '../../support/wechat/channel.js';
import { ownHome } from '../../support/wechat/home.js';
import { inProcess, overGrpc, type Rig } from '../../support/wechat/rig.js';

const room = '123@chatroom';
const text = (words: string): Reply => ({
  locale: 'en',
  audience: 'conversation',
  blocks: [{ kind: 'text', text: words }],
});

describe.each([
  ['in process', inProcess],
  ['over gRPC and TLS', overGrpc],
])('%s', (_, makeRig) => {
  let restoreHome: () => Promise<void>;
  let rig: Rig;
  let bot: TestChannel;
  const answers = () => rig.said.map((said) => said.text);
  const answered = (count: number) => until(`${count} answers`, () => rig.said.length >= count && answers());
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

  beforeEach(async () => {
    restoreHome = ownHome();
    rig = await makeRig();
    for (const [id, name] of [
      ['bot', 'U-CAP 助手'],
      ['wxid_ann', 'Ann'],
      ['wxid_chen', '陈静'],
      ['wxid_new', '李伟'],
    ] as const) {
      await rig.contact({ id, name });
    }
    await rig.room({
      id: room,
      topic: '柳州试点',
      members: ['bot', 'wxid_ann', 'wxid_chen'],
      aliases: { bot: '小优', wxid_chen: '陈静（柳州）' },
    });
    await rig.login({ id: 'bot' });
    bot = testChannel({ puppet: rig.puppet, friendKeyword: 'ucap' });
    await bot.start();
    await online(bot);
  });
  afterEach(async () => {
    await bot.channel.stop();
    await rig.stop();
    await restoreHome();
  });

  test('a direct message is answered, with who, where and when', async () => {
    await rig.say({ from: 'wxid_ann', to: 'bot', text: '／帮助', id: 'm1' });
    await answered(1);
    expect(rig.said).toMatchObject([{ to: 'wxid_ann', text: 'You said: ／帮助' }]);
    expect(bot.asked).toMatchObject([
      {
        id: 'wechat:m1',
        platform: 'wechat',
        conversation: 'wechat:default:wxid_ann',
        person: 'wechat:default:wxid_ann',
        personName: 'Ann',
        direct: true,
      },
    ]);
    expect(Math.abs((bot.asked[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(5000);
  });

  test('in a room only when called: by id, by name, by the room’s alias, by prefix', async () => {
    const inRoom = (words: string, mentions: string[] = []) =>
      rig.say({ from: 'wxid_chen', to: room, text: words, mentions });
    await inRoom('大家好');
    await inRoom('@所有人 明天开会', ['bot', 'wxid_ann']);
    await inRoom('@Ann\u2005在吗', ['wxid_ann']);
    await inRoom('@某个名字\u2005一', ['bot']);
    await inRoom('@U-CAP\u00a0助手 二');
    await inRoom('＠小优\u2005三');
    await inRoom('小U 四');
    await inRoom('ucap 五');
    await answered(5);
    await quiet();
    expect(answers()).toEqual(
      ['一', '二', '三', '四', '五'].map((word) => `@陈静（柳州）\u2005You said: ${word}`),
    );
    expect(rig.said[0]).toMatchObject({ to: room, mentionIds: ['wxid_chen'] });
    expect(bot.asked[0]).toMatchObject({
      conversation: `wechat:default:${room}`,
      direct: false,
      personName: '陈静（柳州）',
    });
  });

  test('in a room the number alone opens what was just offered to the same person, and nothing else', async () => {
    const inRoom = (from: string, words: string) => rig.say({ from, to: room, text: words });
    await inRoom('wxid_ann', '1');
    await inRoom('wxid_ann', 'ucap offer');
    await answered(1);
    await inRoom('wxid_chen', '1');
    await inRoom('wxid_ann', '３');
    await inRoom('wxid_ann', 'ucap offer');
    await answered(2);
    await inRoom('wxid_ann', '２');
    await answered(3);
    await inRoom('wxid_ann', 'ucap offer');
    await answered(4);
    await inRoom('wxid_ann', 'we were 2');
    await inRoom('wxid_ann', '2');
    await quiet();
    expect(answers().slice(2)).toEqual(['@Ann\u2005You said: ２', expect.stringContaining('offer')]);
  });

  test('own echoes, old messages and duplicates are ignored', async () => {
    const now = Date.now();
    const say = (words: string, more: object = {}) =>
      rig.say({ from: 'wxid_ann', to: 'bot', text: words, ...more });
    await rig.say({ from: 'bot', to: 'wxid_ann', text: 'from the phone' });
    await say('old', { timestamp: now - 300_000 });
    await say('old in seconds', { timestamp: Math.floor(now / 1000) - 300 });
    await say('in seconds', { timestamp: Math.floor(now / 1000) - 60 });
    await say('from a clock ahead', { timestamp: now + 90_000 });
    await say('once', { id: 'twice' });
    await say('once', { id: 'twice', repeat: true });
    await answered(3);
    await quiet();
    expect(answers()).toEqual(
      ['in seconds', 'from a clock ahead', 'once'].map((words) => `You said: ${words}`),
    );
  });

  test('what is no text is declined in a direct chat, in the language last spoken, and ignored in rooms', async () => {
    await rig.say({ from: 'wxid_ann', to: 'bot', type: 'Image' });
    await answered(1);
    expect(answers()[0]).toContain('文字');
    expect(answers()[0]).toContain('text only');
    await rig.say({ from: 'wxid_ann', to: 'bot', text: '[微笑]' });
    await rig.say({ from: 'wxid_ann', to: 'bot', type: 'Audio' });
    await rig.say({ from: 'wxid_ann', to: room, type: 'Image' });
    await rig.say({ from: 'wxid_ann', to: 'bot', type: 'Recalled', text: '' });
    await answered(3);
    await quiet();
    expect(answers().slice(1)).toEqual([
      'You said: [微笑]',
      'I can read text only so far. Please type your question.',
    ]);
  });

  test('two bots do not talk to each other for ever', async () => {
    for (let n = 0; n < 40; n += 1) await rig.say({ from: 'wxid_ann', to: 'bot', text: `echo ${n}` });
    await answered(21);
    await quiet();
    expect(answers()).toHaveLength(21);
    expect(answers().at(-1)).toContain('more than I can answer');
    await rig.say({ from: 'wxid_chen', to: 'bot', text: 'hello' });
    await answered(22);
  });

  test('messages of one conversation are answered in order', async () => {
    for (let n = 0; n < 10; n += 1) await rig.say({ from: 'wxid_ann', to: 'bot', text: `${n}` });
    await answered(10);
    expect(answers()).toEqual(Array.from({ length: 10 }, (_, n) => `You said: ${n}`));
  });

  test('a long answer goes out in numbered parts', async () => {
    await rig.say({ from: 'wxid_ann', to: 'bot', text: '柳州和罗马的合作。'.repeat(200) });
    await until('the last part', () => answers().at(-1)?.startsWith('(3/3)'));
    expect(answers().map((part) => part?.slice(0, 5))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
  });

  test('a message that WeChat rejects is sent again, and in the end reported', async () => {
    await rig.rejectSay({ times: 1 });
    await rig.say({ from: 'wxid_ann', to: 'bot', text: 'hello' });
    await answered(1);
    expect(bot.logged.join()).not.toContain('lost');
    await rig.rejectSay({ times: 3 });
    await rig.say({ from: 'wxid_ann', to: 'bot', text: 'secret words' });
    await until('the report', () => bot.logged.find((line) => line.startsWith('a reply was lost')), 12_000);
    expect(bot.logged.join()).not.toContain('secret words');
  });

  test('unasked messages reach contacts and rooms; one that was handed in twice is said once', async () => {
    const toRoom = bot.channel.send(conversationId(room), text('digest'), 'digest:1');
    const again = bot.channel.send(conversationId(room), text('digest'), 'digest:1');
    await expect(Promise.all([toRoom, again])).resolves.toEqual([{ outcome: 'sent' }, { outcome: 'sent' }]);
    await expect(bot.channel.send(conversationId('wxid_ann'), text('news'), 'n')).resolves.toEqual({
      outcome: 'sent',
    });
    await answered(2);
    expect(rig.said).toMatchObject([
      { to: room, text: 'digest' },
      { to: 'wxid_ann', text: 'news' },
    ]);
  });

  test('an image is sent as a file, after the words before it', async () => {
    const picture = 'data:image/png;base64,iVBORw0KGgo=';
    const reply: Reply = {
      ...text('The cities'),
      blocks: [
        { kind: 'text', text: 'The cities' },
        { kind: 'image', url: picture, alt: 'map' },
      ],
    };
    await expect(bot.channel.send(conversationId('wxid_ann'), reply, 'i')).resolves.toEqual({
      outcome: 'sent',
    });
    await answered(2);
    expect(rig.said).toMatchObject([{ text: 'The cities\nmap' }, { file: expect.any(String) }]);
  });

  test('a friend request with the keyword is accepted and greeted; another is not', async () => {
    await rig.friendRequest({ from: 'wxid_ann', hello: 'please add me' });
    await rig.friendRequest({ from: 'wxid_new', hello: '我是ＵＣＡＰ的李伟' });
    await answered(1);
    await quiet();
    expect(await rig.accepted()).toEqual(['wxid_new']);
    expect(rig.said).toMatchObject([{ to: 'wxid_new', text: 'Welcome' }]);
    expect(bot.asked[0]).toMatchObject({
      content: { kind: 'invocation', invocation: { command: 'help' }, locale: 'zh' },
      direct: true,
    });
  });

  test('a room keeps its title, follows its new name, and is told of when the bot is removed', async () => {
    bot.book.rows = [{ id: conversationId(room) }];
    await rig.say({ from: 'wxid_ann', to: room, text: 'ucap help' });
    await until('the title', () => bot.book.rows[0]?.title === '柳州试点');
    await rig.rename({ room, topic: '柳州二期', by: 'wxid_ann' });
    await until('the new title', () => bot.book.rows[0]?.title === '柳州二期');
    await rig.remove({ room, contact: 'bot', by: 'wxid_ann' });
    await until('the removal', () => bot.book.left.length === 1);
    expect(bot.book.left).toEqual([`wechat:default:${room} 柳州二期`]);
    await expect(bot.channel.send(conversationId(room), text('digest'), 'd')).resolves.toMatchObject({
      outcome: 'failed',
    });
  });

  test('login codes are shown on the terminal once, and never logged', async () => {
    await rig.logout();
    await until('the logout', () => bot.channel.health().state === 'down');
    expect(bot.complaints).toEqual([expect.stringContaining('logged out')]);
    for (let n = 0; n < 3; n += 1)
      await rig.scan({ qrcode: 'https://login.example/secret', status: 'Waiting' });
    await rig.scan({ qrcode: 'https://login.example/secret', status: 'Scanned' });
    await rig.scan({ qrcode: 'https://login.example/secret', status: 'Timeout' });
    await rig.scan({ qrcode: 'https://login.example/secret', status: 'Timeout' });
    await until('the expiry', () => bot.shown.join('').includes('expired'));
    await quiet();
    expect(bot.shown.filter((line) => line.includes('█'))).toHaveLength(1);
    expect(bot.shown.filter((line) => line.includes('expired'))).toHaveLength(1);
    expect(bot.shown.filter((line) => line.includes('scanned'))).toHaveLength(1);
    expect([...bot.logged, ...bot.complaints].join()).not.toMatch(/█|login\.example/u);
    await rig.login({ id: 'bot' });
    await online(bot);
  });

  test('stop answers what was taken and takes nothing more', async () => {
    for (let n = 0; n < 5; n += 1) await rig.say({ from: 'wxid_ann', to: 'bot', text: `${n}` });
    await until('all five', () => bot.asked.length > 0);
    await bot.channel.stop();
    await quiet();
    expect(rig.said.length).toBe(bot.asked.length);
  });
});
