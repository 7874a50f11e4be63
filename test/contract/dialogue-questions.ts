import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/programme/localized.js';
import type { Chat } from '../support/conversing.js';

/** What is asked in one language, and what must be in the replies. */
interface Script {
  /** For everybody; and what is in it only for whoever may do it. */
  help: [ask: string, forAll: RegExp, forAdmins: RegExp];
  missions: [ask: string, reply: RegExp];
  /** The list's second item, opened by its number. */
  second: RegExp;
  noSuchNumber: RegExp;
  nanjing: [ask: string, reply: RegExp];
  /** Goes on from the question before. */
  liuzhou: [ask: string, reply: RegExp];
  berlin: [ask: string, reply: RegExp];
  /** Takes the other language, asks in this one, and returns to what the words tell. */
  otherLanguage: [take: string, taken: RegExp, askedInThis: RegExp, back: string, returned: RegExp];
  timezone: [set: string, reply: RegExp];
}

const scripts: Readonly<Record<Locale, Script>> = {
  en: {
    help: ['help', /missions/, /update/],
    missions: ['missions yantai', /Missions of Yantai \(4\)[\s\S]*November 2018[\s\S]*June 2020/],
    second: /Rome and Granada visit Yantai and Liuzhou[\s\S]*September 2019/,
    noSuchNumber: /number/,
    nanjing: ['Who went to Nanjing?', /Rome and Granada.*Nanjing in June 2019/],
    liuzhou: ['and to Liuzhou?', /September 2019/],
    berlin: ['Who went to Berlin?', /Berlin/],
    otherLanguage: ['language zh', /中文/, /烟台的任务/, 'language auto', /您用什么语言/],
    timezone: ['timezone Asia/Shanghai', /20:00/],
  },
  zh: {
    help: ['帮助', /任务/, /更新/],
    missions: ['任务 烟台', /烟台的任务（4项）[\s\S]*2018年11月[\s\S]*2020年6月/],
    second: /罗马、格拉纳达访问烟台、柳州[\s\S]*2019年9月/,
    noSuchNumber: /编号/,
    nanjing: ['谁去过南京？', /罗马和格拉纳达于2019年6月访问南京/],
    liuzhou: ['那柳州呢？', /2019年9月/],
    berlin: ['谁去过柏林？', /柏林/],
    otherLanguage: ['语言 en', /English/, /Missions of Yantai/, '语言 auto', /language/],
    timezone: ['时区 Asia/Shanghai', /20:00/],
  },
};

/** The dialogue of a partner who asks: help, a list, a number, a question and what follows from it, language and time zone. */
export function questionDialogue(platform: string, locale: Locale, open: () => Promise<Chat>): void {
  const script = scripts[locale];

  describe(`questions over ${platform}, in ${locale}`, () => {
    let chat: Chat;
    beforeAll(async () => {
      chat = await open();
    });
    afterAll(() => chat?.close());
    const asks = (text: string) => chat.says('guest', text);

    it('begin with help, each with what they may do', async () => {
      const [ask, forAll, forAdmins] = script.help;
      const help = await asks(ask);
      expect(help).toMatch(forAll);
      expect(help).not.toMatch(forAdmins);
      expect(await chat.says('admin', ask)).toMatch(forAdmins);
    });

    it('get a list whose items open by number, for whoever it was shown to', async () => {
      const [ask, reply] = script.missions;
      expect(await asks(ask)).toMatch(reply);
      expect(await chat.says('first', '2')).not.toMatch(script.second);
      expect(await asks('2')).toMatch(script.second);
      expect(await asks('99')).toMatch(script.noSuchNumber);
    });

    it('go on from one another', async () => {
      const [ask, reply] = script.nanjing;
      expect(await asks(ask)).toMatch(reply);
      const [next, answer] = script.liuzhou;
      expect(await asks(next)).toMatch(answer);
    });

    it('are declined by name when the programme does not hold it', async () => {
      const [ask, reply] = script.berlin;
      const declined = await asks(ask);
      expect(declined).toMatch(reply);
      expect(declined).not.toMatch(/20\d\d/);
    });

    it('are answered in the language that the person chose', async () => {
      const [take, taken, askedInThis, back, returned] = script.otherLanguage;
      expect(await asks(take)).toMatch(taken);
      expect(await asks(script.missions[0])).toMatch(askedInThis);
      expect(await asks(back)).toMatch(returned);
      expect(await asks(script.missions[0])).toMatch(script.missions[1]);
    });

    it('have times on the person’s own clock', async () => {
      const [set, reply] = script.timezone;
      expect(await asks(set)).toMatch(reply);
    });
  });
}
