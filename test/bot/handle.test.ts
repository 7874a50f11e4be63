import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Limiter } from '../../src/bot/limiter.js';
import type { QueryEngine } from '../../src/query/engine.js';
import { type ChatBot, openChat } from '../support/chat.js';

let bot: ChatBot;
beforeEach(async () => {
  bot = await openChat({ admins: ['console:local:chief'] });
});
afterEach(() => bot.close());

const MINUTE = 60_000;

describe('numbers', () => {
  it('open what the last reply numbered, in figures or in words', async () => {
    const ann = bot.person('console:local:ann');
    expect(await ann.says('missions 2019-06')).toContain('2 June 2019 · Rome and Granada visit Nanjing');
    expect(await ann.says('2')).toMatch(/^Rome and Granada visit Nanjing/);
    await ann.says('missions 2019-06');
    expect(await ann.says('the first one')).toMatch(/^Rome and Granada visit Liuzhou/);
    await ann.says('任务 2019年6月');
    expect(await ann.says('第二个')).toMatch(/^罗马、格拉纳达访问南京/);
  });

  it('run on from page to page', async () => {
    const ann = bot.person('console:local:ann');
    await ann.says('missions');
    expect(await ann.says('more')).toContain('14 June 2020 · Yantai–Rome virtual cooperation exchange');
    expect(await ann.says('14')).toMatch(/^Yantai–Rome virtual cooperation exchange/);
  });

  it('that are not in the list leave it open', async () => {
    const ann = bot.person('console:local:ann');
    await ann.says('missions 2019-06');
    expect(await ann.says('7')).toBe('Please send a number from 1 to 2.');
    expect(await ann.says('1')).toMatch(/^Rome and Granada visit Liuzhou/);
  });

  it('of a list with one alone are asked for as that one', async () => {
    const chief = bot.person('console:local:chief');
    await chief.says('update wine-institute status=agreed');
    await chief.says('confirm');
    expect(await chief.says('7')).toBe('Please send 1.');
    await chief.says('language zh');
    await chief.says('更新 葡萄酒学院 状态=进行中');
    await chief.says('确认');
    expect(await chief.says('7')).toBe('请回复1。');
  });

  it('are one person’s in one conversation, for ten minutes', async () => {
    await bot.person('console:local:ann').says('missions 2019-06');
    expect(await bot.person('console:local:bo').says('1')).toContain('There is no open list');
    bot.passes(11 * MINUTE);
    expect(await bot.person('console:local:ann').says('1')).toContain('There is no open list');
  });

  it('are answered in the language of the list', async () => {
    const ann = bot.person('console:local:ann');
    await ann.says('任务 2019年6月');
    expect(await ann.says('２')).toContain('时间：2019年6月');
  });
});

describe('language', () => {
  it('is the words’ own, until the person chooses', async () => {
    const ann = bot.person('console:local:ann');
    expect(await ann.says('help')).toContain('Or use a command:');
    expect(await ann.says('帮助')).toContain('也可以用指令：');
    expect(await ann.says('language zh')).toContain('我都用中文回复');
    expect(await ann.says('help')).toContain('也可以用指令：');
    await bot.restarts();
    expect(await ann.says('help')).toContain('也可以用指令：');
    expect(await ann.says('language auto')).toContain('您用什么语言提问');
    expect(await ann.says('help')).toContain('Or use a command:');
  });

  it('of the conversation is set by a coordinator only', async () => {
    const [ann, chief] = ['ann', 'chief'].map((name) =>
      bot.person(`console:local:${name}`, { conversation: 'console:local:hall' }),
    );
    expect(await ann?.says('language zh here')).toContain('Only coordinators');
    expect(await chief?.says('语言 zh 本群')).toContain('本群的语言已设为中文');
    expect(await ann?.says('🙂')).toMatch(/\p{Script=Han}/u);
  });
});

describe('the time zone', () => {
  it('is shown, set and taken back', async () => {
    const ann = bot.person('console:local:ann');
    expect(await ann.says('timezone')).toContain('UTC');
    expect(await ann.says('timezone Asia/Shanghai')).toContain(
      'Asia/Shanghai; it is 15 November 2020 at 20:00',
    );
    expect(await ann.says('时区 火星')).toContain('火星');
    expect(await ann.says('timezone')).toContain('Asia/Shanghai');
  });
});

describe('commands', () => {
  it('show each person what they may do', async () => {
    const ann = bot.person('console:local:ann');
    const chief = bot.person('console:local:chief');
    expect(await ann.says('help')).not.toContain('For coordinators');
    expect(await chief.says('help')).toContain('For admins');
    expect(await ann.says('help missions')).toContain('missions [city] [time]');
  });

  it('that nobody has are told with the near ones', async () => {
    const ann = bot.person('console:local:ann');
    expect(await ann.says('/missons')).toContain('Did you mean missions?');
    expect(await ann.says('/dance')).toContain('no command “dance”');
    expect(await ann.says('/跳舞')).toContain('没有“跳舞”这条指令。发“帮助”');
  });

  it('are refused without the role, naming who can help, and the refusal is kept', async () => {
    const chief = bot.person('console:local:chief');
    await chief.says('grant console:local:eva admin');
    const refused = await bot.person('console:local:ann').says('announce The forum moves');
    expect(refused).toContain('Only coordinators');
    expect(refused).toContain('eva');
    expect(bot.app.store.view().all('refusals')).toMatchObject([
      { command: 'announce', person: 'console:local:ann' },
    ]);
  });
});

describe('an event', () => {
  it('is answered once, however often it is delivered', async () => {
    const ann = bot.person('console:local:ann');
    const words = { kind: 'words', text: 'contact' } as const;
    const replies = await Promise.all([1, 2, 3, 4].map(() => ann.does(words, 'event-1')));
    expect(replies.filter((reply) => reply !== '')).toHaveLength(1);
  });

  it('of a button from another version is explained', async () => {
    const ann = bot.person('console:local:ann');
    const reply = await ann.does({
      kind: 'invocation',
      invocation: { command: 'gone', args: {} },
      locale: 'zh',
    });
    expect(reply).toContain('已经失效');
  });
});

it('answers a courtesy with one', async () => {
  const ann = bot.person('console:local:ann');
  expect(await ann.says('Thank you!')).toContain('You’re welcome');
  expect(await ann.says('谢谢👍')).toContain('不客气');
  expect(await ann.says('再见。')).toContain('再见');
});

describe('a fault', () => {
  const words = (text: string) => ({ kind: 'words', text }) as const;
  /** The next time that the query core is asked for this it fails. */
  const breakOnce = (part: 'ask' | 'find' | 'languageOf') => {
    const engine: QueryEngine = Object.getPrototypeOf(bot.app.programme.current().engine);
    vi.spyOn(engine, part).mockImplementationOnce(() => {
      throw new Error('a fault of ours');
    });
  };

  it.each([
    ['in the answer', 'ask', 'pilots with Granada', /^That did not work.*Reference [2-9A-Z]{4}\b/],
    ['in reading what is asked', 'find', '取消葡萄酒学院', /^操作没有成功.*编号：[2-9A-Z]{4}。/],
    ['in telling the language', 'languageOf', 'help', /^That did not work.*Reference [2-9A-Z]{4}\b/],
  ] as const)(
    '%s is told with a reference, and the event can be answered yet',
    async (_, part, said, told) => {
      const chief = bot.person('console:local:chief');
      breakOnce(part);
      expect(await chief.does(words(said), 'event-1')).toMatch(told);
      const answer = await chief.does(words(said), 'event-1');
      expect(answer).not.toBe('');
      expect(answer).not.toMatch(told);
    },
  );

  it('before anybody is known is told too', async () => {
    await bot.close();
    const limiter: Limiter = { admit: () => Promise.reject(new Error('a fault of ours')) };
    const logged: string[] = [];
    const log = { info() {}, warn() {}, error: (_: object, event: string) => logged.push(event) };
    bot = await openChat({ limiter, log });
    expect(await bot.person('console:local:ann').says('help')).toMatch(/^That did not work/);
    expect(logged).toEqual(['an inbound failed']);
  });
});
