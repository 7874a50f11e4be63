import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConversationId } from '../../src/bot/identity.js';
import { type ChatBot, openChat, type Speaker } from '../support/chat.js';

const channel = 'slack:T1:C1';
const room = 'wechat:default:1@chatroom';

let bot: ChatBot;
let ann: Speaker;
let li: Speaker;
beforeEach(async () => {
  // A Friday, one hour past noon in Rome.
  bot = await openChat({ now: '2020-11-13T12:00:00Z', admins: ['slack:T1:U1', 'wechat:default:li'] });
  ann = bot.person('slack:T1:U1', { conversation: channel, name: 'Ann' });
  li = bot.person('wechat:default:li', { conversation: room, name: '李伟' });
});
afterEach(() => bot.close());

const settings = (id: string) => bot.app.store.view().get('conversations', ConversationId.parse(id))?.digest;

describe('turning it on', () => {
  test('is refused with a latest time before the digest’s own', async () => {
    expect(await ann.says('digest on 9am every day until 8am')).toMatch(
      /08:00 is before 09:00.*Nothing was changed/,
    );
    expect(await li.says('日报 开 上午9点 至 08:30')).toMatch(/08:30早于09:00.*什么都没有改动/);
    expect(settings(channel)).toBeUndefined();
    expect(await ann.says('digest on 09:00 Rome until 10:00')).toContain('Late until: 10:00');
    expect(await ann.says('digest on 11:00')).toContain('10:00 is before 11:00');
    expect(await ann.says('digest on 21:00 until 22:00')).toContain('Late until: 22:00');
  });

  test('says that the time is in UTC where nobody has a time zone, and how to change it', async () => {
    expect(await ann.says('digest on 09:00')).toMatch(/time is in UTC.*“digest on 09:00 Europe\/Rome”/);
    expect(await ann.says('digest on 09:00 Rome')).not.toContain('time is in');
    await li.says('时区 Asia/Shanghai');
    expect(await li.says('日报 开 09:00')).not.toContain('没有设置时区');
  });

  test('with a time, a zone and a language', async () => {
    const reply = await ann.says('digest on 09:00 Europe/Rome en');
    expect(reply).toContain('Time: 09:00, Europe/Rome (UTC+1)');
    expect(reply).toContain('Next: 16 November 2020');
    expect(reply).toContain('Announcements: sent here at once');
    expect(reply).toContain('“digest off” ends both.');
    expect(settings(channel)).toMatchObject({
      time: '09:00',
      timezone: 'Europe/Rome',
      languages: 'en',
      days: 'weekdays',
      until: '20:00',
      heartbeat: 'never',
      state: 'on',
      by: 'slack:T1:U1',
    });
  });

  test('in Chinese, with a city', async () => {
    const reply = await li.says('日报 开 09：00 上海');
    expect(reply).toContain('时间：09:00，Asia/Shanghai (UTC+8)');
    expect(reply).toContain('下一期：2020年11月16日');
    expect(reply).toContain('公告：发布后立即送达');
    expect(settings(room)).toMatchObject({ time: '09:00', timezone: 'Asia/Shanghai', languages: 'zh' });
  });

  test.each([
    ['digest on 9:30 +08:00 both', { time: '09:30', timezone: 'Etc/GMT-8', languages: 'both' }],
    [
      'digest on 18:05 every day New York',
      { time: '18:05', timezone: 'America/New_York', days: 'every-day' },
    ],
    ['digest on 7:00 heartbeat until 12:00', { time: '07:00', heartbeat: 'weekly', until: '12:00' }],
    [
      '日报 开 8点30分 双语 每天 罗马',
      { time: '08:30', languages: 'both', days: 'every-day', timezone: 'Europe/Rome' },
    ],
    ['digest 10:00 Haikou', { time: '10:00', timezone: 'Asia/Shanghai' }],
    ['digest on 9am', { time: '09:00' }],
    ['digest on 9 am Rome', { time: '09:00', timezone: 'Europe/Rome' }],
    ['digest on 9:30 pm en', { time: '21:30', languages: 'en' }],
    ['digest on 7 p.m. +08:00', { time: '19:00', timezone: 'Etc/GMT-8' }],
    ['digest on 8 in the morning New York', { time: '08:00', timezone: 'America/New_York' }],
    ['digest on 12 noon until 6 pm', { time: '12:00', until: '18:00' }],
    ['digest on 17', { time: '17:00' }],
    ['digest 上午9点', { time: '09:00' }],
    ['日报 开 晚上9点半 罗马', { time: '21:30', timezone: 'Europe/Rome' }],
    ['日报 开 每天 下午 3:15 至 晚上8点', { time: '15:15', days: 'every-day', until: '20:00' }],
    ['日报 开 中午12点整', { time: '12:00' }],
  ])('%s', async (words, expected) => {
    await ann.says(words);
    expect(settings(channel)).toMatchObject(expected);
  });

  test('again changes only what is named', async () => {
    await ann.says('digest on 09:00 Rome zh every day');
    await ann.says('digest on 10:00');
    expect(settings(channel)).toMatchObject({
      time: '10:00',
      timezone: 'Europe/Rome',
      languages: 'zh',
      days: 'every-day',
    });
  });

  test.each([
    ['digest on 25:00', '“25:00” is no time of day'],
    ['digest on 9', '“9” may mean 09:00 or 21:00. Please write which of them.'],
    ['digest on 9 o’clock Rome', '“9 o’clock” may mean 09:00 or 21:00'],
    ['digest on 12am', '“12am” may mean 00:00 or 12:00'],
    ['digest on 15am', '“15am” is no time of day. Please write it like 09:00.'],
    ['digest on 25', '“25” is no time of day'],
    ['digest on 09:00 until 8', '“8” may mean 08:00 or 20:00'],
    ['日报 开 8', '“8”可能指 08:00，也可能指 20:00'],
    ['日报 开 晚上12点', '“晚上12点”可能指 00:00，也可能指 12:00'],
    ['日报 开 上午15点', '“上午15点”不是有效的时间'],
    ['日报 开 9月', '“9月”不是有效的时间'],
    ['digest on noon', '“noon” is no time of day'],
    ['日报 开 九点', '“九点”不是有效的时间，请写成 09:00 这样'],
    ['日报 开 早上九点 上海', '“早上九点”不是有效的时间'],
    ['digest on 09:00 Atlantis', 'I don’t know “atlantis”'],
    ['digest on 09:00 until noon', '“noon” is no time of day'],
    ['日报 开 09:00 火星', '没有认出“火星”'],
    ['digest on 08:00 Asia/Shanghai fr', 'I don’t know “fr”'],
    ['digest on 08:00 tuesdays New York', 'I don’t know “tuesdays”'],
    ['digest on Monday 08:00', 'weekdays or every day for the days'],
    ['日报 开 08:00 上海 法语', '没有认出“法语”'],
    ['日报 开 周一 08:00', '日期可写“工作日”或“每天”'],
  ])('%s is refused and changes nothing', async (words, sentence) => {
    expect(await ann.says(words)).toContain(sentence);
    expect(settings(channel)).toBeUndefined();
  });

  test('is for coordinators', async () => {
    const delegate = bot.person('slack:T1:U9', { conversation: channel, name: 'Ben' });
    expect(await delegate.says('digest on 09:00')).toContain('Only coordinators');
    expect(settings(channel)).toBeUndefined();
  });
});

test('turning it off says how to take it back, and that works', async () => {
  await ann.says('digest on 09:00 Rome both every day heartbeat until 18:00');
  const reply = await ann.says('digest off');
  expect(settings(channel)).toBeUndefined();
  expect(reply).toContain('gets no digest and no announcements any more');
  const command = /“(digest on [^”]+)”/.exec(reply)?.[1] ?? '';
  await ann.says(command);
  expect(settings(channel)).toMatchObject({
    time: '09:00',
    timezone: 'Europe/Rome',
    languages: 'both',
    days: 'every-day',
    heartbeat: 'weekly',
    until: '18:00',
  });
  await li.says('日报 开 08:00 报平安 至 11:30');
  const off = /“(日报 开 [^”]+)”/.exec(await li.says('日报 关'))?.[1] ?? '';
  await li.says(off);
  expect(settings(room)).toMatchObject({ days: 'weekdays', heartbeat: 'weekly', until: '11:30' });
  await ann.says('digest on 09:00 Rome zh weekdays no heartbeat until 20:00');
  expect(await ann.says('digest off')).toContain('“digest on 09:00 Europe/Rome zh”');
});

test('a digest of the late evening is late only after its time', async () => {
  expect(await ann.says('digest on 23:30 Rome')).toContain('Late until: 01:30');
  expect(await li.says('日报 开 21:00')).toContain('最晚补发：23:00');
  expect(await ann.says('digest on 19:59')).toContain('Late until: 20:00');
});

test('a conversation without one is told how to start it', async () => {
  expect(await ann.says('digest')).toMatch(
    /no daily digest and no announcements.*“digest on 09:00” starts both/,
  );
  expect(await li.says('日报 关')).toMatch(/还没有开通日报，也收不到公告.*发送“日报 开 09:00”即可开通/);
});

test.each([
  ['a code of the platform’s', 'is_archived', /is_archived/],
  ['the bot’s own', 'removed', /已被移出群聊/],
])('its settings are shown, and why it rests: %s', async (_, restingReason, told) => {
  await ann.says('digest on 09:00 Rome');
  expect(await ann.says('digest')).toMatch(/The daily digest is on.*Announcements: sent here at once/s);
  await bot.app.store.transact((tx) => {
    const row = tx.get('conversations', ConversationId.parse(channel));
    if (row?.digest === undefined) throw new Error('no digest');
    tx.put('conversations', {
      ...row,
      digest: { ...row.digest, state: 'resting', restingReason },
    });
  });
  expect(await ann.says('日报')).toMatch(told);
  const reply = await ann.says('digest');
  expect(reply).toContain('The daily digest rests: the bot could not post here');
  expect(reply).not.toMatch(/Next:|Announcements:/);
  await ann.says('digest on');
  expect(settings(channel)).toMatchObject({ state: 'on', time: '09:00' });
  expect(settings(channel)?.restingReason).toBeUndefined();
});

describe('now', () => {
  const news = 'Sino-Italian Institute of Vine and Wine Science: proposed → agreed';
  const agree = async () => {
    await ann.says('update wine-institute status=agreed note="MoU signed"');
    await ann.says('confirm');
  };

  test('shows the last week where there is no digest, and says so', async () => {
    expect(await ann.says('digest now')).toMatch(/All quiet.*no daily digest: this shows the last 7 days/s);
    await agree();
    expect(await ann.says('digest now')).toContain(news);
    expect(await li.says('日报 现在')).toMatch(/📅 U-CAP 日报.*还没有开通日报，以上按最近7天/s);
    bot.passes(8 * 24 * 3_600_000);
    expect(await ann.says('digest now')).not.toContain(news);
  });

  test('shows what the first digest would say: what came since it was turned on', async () => {
    await agree();
    bot.passes(60_000);
    await ann.says('digest on 09:00 Rome');
    const quiet = await ann.says('digest now');
    expect(quiet).toMatch(/All quiet.*turned on \(13 November 2020, 13:01\)/s);
    expect(quiet).not.toContain(news);
    bot.passes(60_000);
    await li.says('更新 葡萄酒学院 状态=进行中');
    await li.says('确认');
    expect(await ann.says('digest now')).toMatch(/agreed → .*running/);
    await ann.says('digest off');
    expect(await ann.says('digest now')).toMatch(/proposed → .*running.*no daily digest/s);
  });

  test('shows everything since the last digest, and what one that never went out was to say', async () => {
    await ann.says('digest on 09:00 Rome');
    await agree();
    const [id, date] = [ConversationId.parse(channel), '2020-11-13'];
    await bot.app.store.transact((tx) => {
      tx.put('digests', {
        id: `digest:${id}:${date}`,
        conversation: id,
        date,
        at: '2020-11-13T12:00:00.000Z',
        outcome: 'queued',
        upTo: '1',
      });
    });
    const quiet = await ann.says('digest now');
    expect(quiet).toContain('All quiet');
    expect(quiet).not.toContain('turned on');
    await bot.app.store.transact((tx) =>
      tx.enqueue({
        key: `digest:${id}:${date}`,
        conversation: id,
        lane: 'digest',
        message: { kind: 'digest', date, after: '0', upTo: '1' },
        notBefore: '2099-01-01T00:00:00.000Z',
      }),
    );
    expect(await ann.says('digest now')).toContain(news);
  });
});
