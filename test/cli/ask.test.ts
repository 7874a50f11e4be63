import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../src/i18n/project-root.js';
import { ucapBot } from '../support/command-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const AskLine = z.strictObject({
  question: z.string(),
  lang: z.enum(['en', 'zh']),
  outcome: z.enum(['answer', 'suggest', 'decline', 'help']),
  intent: z.enum([
    'missions',
    'partners',
    'pilots',
    'status',
    'city',
    'themes',
    'overview',
    'contact',
    'help',
    'none',
  ]),
  items: z.array(z.string()),
  optional: z.array(z.string()),
  facet: z.string().nullable(),
  unavailable: z.string().nullable(),
  unexplained: z.array(z.string()),
  suggestions: z
    .array(z.strictObject({ text: z.string(), intent: z.string(), items: z.array(z.string()) }))
    .max(3),
  text: z.string().min(1),
});

async function asked(...args: string[]) {
  const { code, stdout, stderr } = await ucapBot(['ask', '--json', ...args]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return AskLine.parse(JSON.parse(stdout));
}

describe('a question on the command line', () => {
  it('is answered in its own language', async () => {
    expect(await asked('missions', '2019-10')).toMatchObject({
      lang: 'en',
      outcome: 'answer',
      intent: 'missions',
    });
    expect(await asked('任务 2019年10月')).toMatchObject({
      lang: 'zh',
      outcome: 'answer',
      intent: 'missions',
    });
  });

  it('is answered in the language that is asked for', async () => {
    expect(await asked('--lang', 'zh', 'missions')).toMatchObject({ lang: 'zh' });
  });

  it('gets help when it is empty or asks for it', async () => {
    expect(await asked('')).toMatchObject({ outcome: 'help', intent: 'help' });
    expect(await asked('帮助')).toMatchObject({ outcome: 'help', lang: 'zh' });
  });
});

describe('words that ask nothing', () => {
  it.each([
    ['That was very helpful, thank you', 'You’re welcome'],
    ['多谢您的解答', '不客气'],
    ['Sorry, but that is not what I asked', 'office@iuc-asia.eu'],
  ])('%j are answered as in a chat', async (question, told) => {
    const line = await asked(question);
    expect(line).toMatchObject({ outcome: 'help', intent: 'help' });
    expect(line.text).toContain(told);
  });
});

describe('how far a pilot has come', () => {
  it.each([
    ['联合学院建成了吗？', /^目前还只是提议。/],
    ['葡萄酒学院办成了吗', /^目前还只是提议。/],
    ['Is it true that not one pilot is running?', /^No pilot is running at present\./],
    ['葡萄酒学院谈成了吗', /^提议中：/],
  ])('is told without contradiction: %s', async (question, told) => {
    expect((await asked('--lang', /\p{Script=Han}/u.test(question) ? 'zh' : 'en', question)).text).toMatch(
      told,
    );
  });
});

describe('what was changed', () => {
  it.each([
    ['Any updates since March?', /^There have been no changes since 1 March \d{4}\.$/],
    ['最近有没有新消息', /^目前没有动态。$/],
    ['history of the wine institute', /stands as in the source/],
  ])('is told as in a chat: %s', async (question, told) => {
    const { folder, remove } = await temporaryFolder();
    const { stdout } = await ucapBot(['ask', question], { env: { UCAP_STATE: folder } });
    expect(stdout.trim().split('\n')[0]).toMatch(told);
    await remove();
  });
});

describe('a question about the bot', () => {
  it.each([
    ['Are you a robot?', /^I am a program .*U-CAP summary.*No coordinator has been named yet/s],
    ['help admin', /^No coordinator has been named yet/],
    ['你是真人吗？', /^我是一个程序.*U-CAP 摘要.*目前还没有协调员/s],
  ])('is answered as in a chat: %s', async (question, told) => {
    const { folder, remove } = await temporaryFolder();
    const { code, stdout } = await ucapBot(['ask', '--json', question], { env: { UCAP_STATE: folder } });
    expect(code).toBe(0);
    const answer = AskLine.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ outcome: 'help', intent: 'help', items: [] });
    expect(answer.text).toMatch(told);
    await remove();
  });

  it('tells who has a role by the state and the configuration', async () => {
    const { folder, remove } = await temporaryFolder();
    const env = { UCAP_STATE: folder, UCAP_ADMINS: 'slack:T1:U7' };
    await ucapBot(['grant', 'wechat:default:wang', 'coordinator'], { env });
    const { stdout } = await ucapBot(['ask', '谁是协调员？'], { env });
    expect(stdout).toMatch(/协调员（负责发布更新）：wang。.*管理员（负责授予角色）：U7/s);
    await remove();
  });

  it('is none where a robot is looked for in the programme', async () => {
    expect((await asked('Which pilots use a robot?')).text).not.toContain('I am a program');
  });
});

describe('lines on standard input', () => {
  it('get one answer each, in order', async () => {
    const lines = ['missions 2018', '{"text":"任务","lang":"en"}', '{"text":5}', '{broken', '', 'pilots'];
    const { stdout } = await ucapBot(['ask', '--json'], { input: lines.map((line) => `${line}\n`).join('') });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => AskLine.parse(JSON.parse(line)));
    expect(answers.map(({ question }) => question)).toEqual([
      'missions 2018',
      '任务',
      '{"text":5}',
      '{broken',
      '',
      'pilots',
    ]);
    expect(answers[1]).toMatchObject({ lang: 'en' });
  });

  const answersTo = async (lines: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const { code, stdout, stderr } = await ucapBot(['ask', '--json', '--now', '2020-11-15'], {
      input: lines.map((line) => `${line}\n`).join(''),
      env,
    });
    expect(code).toBe(0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => AskLine.parse(JSON.parse(line)));
    expect(answers).toHaveLength(lines.length);
    return { answers, stderr };
  };

  it('are answered without a language or day that can’t be used, which stderr names', async () => {
    const { answers, stderr } = await answersTo([
      'pilots',
      '{"text":"next mission","lang":"fr"}',
      '{"text":"missions in 2019","now":"2020-13-01","lang":"zh"}',
      '{"text":"pilots","lang":5,"now":null}',
      '{"text":"pilots","lang":"zh","now":"2021-01-01"}',
    ]);
    expect(answers.map(({ question, lang, outcome }) => [question, lang, outcome])).toEqual([
      ['pilots', 'en', 'answer'],
      ['next mission', 'en', 'answer'],
      ['missions in 2019', 'zh', 'answer'],
      ['pilots', 'en', 'answer'],
      ['pilots', 'zh', 'answer'],
    ]);
    expect(stderr.split('\n')).toEqual([
      'Line 2 was answered without its lang: lang must be en or zh.',
      'Line 3 was answered without its now: now must be a day of the calendar, YYYY-MM-DD.',
      'Line 4 was answered without its lang and now: lang must be en or zh; now must be a day of the calendar, YYYY-MM-DD.',
      '',
    ]);
  });

  it('are read in whole without a text, and a Chinese reader of stderr is told in Chinese', async () => {
    const lines = ['{"lang":"fr"}', '{"text":["a"],"lang":"fr"}', '{"text":"任务","now":"昨天"}'];
    const { answers, stderr } = await answersTo(lines, { UCAP_LOCALE: 'zh' });
    expect(answers.map(({ question }) => question)).toEqual([lines[0], lines[1], '任务']);
    expect(stderr).toBe('第3行未采用now：now须为YYYY-MM-DD格式的日期。\n');
  });

  it('may be anything at all', { timeout: 120_000 }, async () => {
    const scripts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom('去', '年', '秋', '天', '二', '〇', '任', '务', ' ', '？', '1', '9'),
        maxLength: 24,
      }),
      fc.string({
        unit: fc.constantFrom('missions ', 'in ', 'not ', 'and ', '2019 ', 'q3 ', 'who ', 'last '),
        maxLength: 12,
      }),
      fc.constantFrom(
        '{"__proto__":{"text":"x"}}',
        '{"text":"__proto__ constructor"}',
        '{"text":',
        '[]',
        'null',
        '\u0000\u0007',
        '\u2028',
        'a\rb',
        '\ud800',
      ),
    );
    const questions = fc
      .sample(scripts, { numRuns: 100_000, seed: 20 })
      .map((text) => text.replace(/\n/g, ' '));
    questions.push('x'.repeat(1 << 20), '任务'.repeat(1 << 18), 'missions '.repeat(1 << 17));
    const { code, stdout, stderr } = await ucapBot(['ask', '--json'], {
      input: questions.map((line) => `${line}\n`).join(''),
    });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout.split('\n').slice(0, -1);
    expect(lines).toHaveLength(questions.length);
    for (const line of lines) AskLine.parse(JSON.parse(line));
  });
});

it('spells its own name as it was called', async () => {
  const { folder, remove } = await temporaryFolder();
  const linked = join(folder, 'ucap-bot');
  await symlink(join(projectRoot, '.build/main.js'), linked);
  const call = [linked, 'backup', '--help'];
  expect(execFileSync(process.execPath, call, { encoding: 'utf8' })).toBe('Usage: ucap-bot backup FILE\n');
  expect((await ucapBot(['backup', '--help'])).stdout).toBe('Usage: npm start -- backup FILE\n');
  await remove();
});

describe('wrong usage', () => {
  it.each([
    [['ask', '--now', '2020-13-01'], '--now must be a day'],
    [['ask', '--lang', 'de'], '--lang must be en or zh'],
    [['ask', '--nonsense'], 'There is no option “--nonsense” here.\nUsage: npm start -- ask'],
    [['ask', '--lang'], 'The option “--lang” needs a value.\nUsage: npm start -- ask'],
    [['ask', '--json=1'], 'The option “--json” takes no value.\nUsage: npm start -- ask'],
    [['check', 'a', 'b'], '“b” is one word too many.\nUsage: npm start -- check'],
    [['backup'], 'Something is missing after the command.\nUsage: npm start -- backup'],
    [['dance'], 'There is no command “dance”.\nUsage: npm start --'],
  ])('%j exits 2 with one sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await ucapBot(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\bat \S+:\d+:\d+/);
  });

  it('lists every fault of the environment, exit 1', async () => {
    const { code, stderr } = await ucapBot(['ask', 'missions'], {
      env: { PORT: 'x', UCAP_TIMEZONE: 'Mars' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('PORT must be a port number');
    expect(stderr).toContain('UCAP_TIMEZONE must be a time zone');
  });
});
