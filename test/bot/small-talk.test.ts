import { describe, expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

describe('more', () => {
  it.each([
    ['status wine-institute', 'Tell me more', /^That is all I have on this\.\n1 \S/],
    ['missions Nanjing', 'anything else?', /^That is all I have on this\./],
    ['城市 海口', '更多', /^我这里只有这些了。\n/],
  ])('of what %j shows in full is told to be all, with the ways on', async (typed, more, end) => {
    await people.guest.says(typed);
    expect(await people.guest.says(more)).toMatch(end);
  });

  it('is told in the asker’s language, without words of the other', async () => {
    await people.guest.says('pilot wine-institute');
    expect(await people.guest.says('还有吗')).toBe('我这里只有这些了。');
  });

  it('leaves the list above open', async () => {
    const list = await people.guest.says('missions Liuzhou in 2019');
    expect(await people.guest.says('more')).not.toMatch(/^1 /m);
    expect(list).toContain('1 June 2019');
    expect(await people.guest.says('1')).toContain('Date: June 2019');
  });

  it('offers ways on where there were none, numbered behind the list above', async () => {
    await people.guest.says('missions Liuzhou in 2019');
    const end = await people.guest.says('more');
    expect(end).toMatch(
      /^That is all I have on this\.\n3 Liuzhou at a glance · 4 The programme in brief · 5 Help$/,
    );
    expect(await people.guest.says('anything else?')).toBe(end);
    expect(await people.guest.says('2')).toContain('Date: September 2019');
    await people.guest.says('伙伴 烟台');
    expect(await people.guest.says('还有吗')).toMatch(
      /^我这里只有这些了。\n\d 烟台概况 · \d 计划概况 · \d 帮助$/,
    );
    await people.guest.says('missions Liuzhou in 2019');
    await people.guest.says('more');
    expect(await people.guest.says('4')).toMatch(/^IUC Urban Cooperation Action Plan/);
  });

  it('of a record that was asked back leaves only what may have been meant', async () => {
    await people.anna.says('cancel nice carnevale');
    expect(await people.anna.says('more')).toBe('That is all I have on this.');
    expect(await people.anna.says('yes')).toContain('→ cancelled');
    await people.anna.says('discard');
  });

  it('still shows the rest of a long list, and is a question where nothing was shown', async () => {
    await people.guest.says('missions');
    expect(await people.guest.says('more')).toContain('11 ');
    const newcomer = people.bot.person('console:local:newcomer', { name: 'New' });
    expect(await newcomer.says('more')).toContain('Ask me about');
  });

  it('is no way around a proposal', async () => {
    await people.anna.says('cancel wine-institute');
    expect(await people.anna.says('continue')).toMatch(/confirm/);
    await people.anna.says('discard');
  });
});

describe('yes', () => {
  it('takes the only thing that may have been meant', async () => {
    expect(await people.anna.says('cancel nice carnevale')).toMatch(/1 .*Carnival/);
    expect(await people.anna.says('yes')).toContain('→ cancelled');
    await people.anna.says('discard');
  });

  it('to several asks for the number, and no for other words', async () => {
    await people.guest.says('What is the budget of the wine institute?');
    expect(await people.guest.says('yes please')).toBe('Please send a number from 1 to 3.');
    expect(await people.guest.says('none of these')).toContain('in other words');
    expect(await people.guest.says('2')).toContain('Tuscia');
    await people.guest.says('葡萄酒学院的预算是多少');
    expect(await people.guest.says('对')).toMatch(/^请回复1到\d之间的编号。$/);
    expect(await people.guest.says('都不是')).toContain('换个说法');
  });
});

it.each([
  ['ok', 'All right.'],
  ['nothing, thanks', 'All right.'],
  ['好的', '好的，有问题随时问我。'],
  ['没有了', '好的，有问题随时问我。'],
])('%j where nothing was asked is a courtesy', async (typed, reply) => {
  await people.guest.says('city Nice');
  expect(await people.guest.says(typed)).toContain(reply);
});

it('words that only begin so are a question', async () => {
  expect(await people.guest.says('no missions in 2018?')).toContain('2018');
});

describe('thanks and praise', () => {
  it.each([
    ['Many thanks for all your help!', 'You’re welcome'],
    ['This is really great 👍', 'You’re welcome'],
    ['you are very helpful', 'You’re welcome'],
    ['谢谢您的耐心解答', '不客气'],
    ['太棒了！', '不客气'],
    ['您辛苦了', '不客气'],
  ])('%j are received kindly', async (typed, reply) => {
    expect(await people.guest.says(typed)).toContain(reply);
  });

  it.each([
    ['Thanks to whom was the carnival proposed?'],
    ['thanks, and the missions of Nice?'],
    ['谢谢，柳州的任务'],
    ['请帮助，谢谢'],
  ])('%j asks for more than that', async (typed) => {
    expect(await people.guest.says(typed)).not.toMatch(/You’re welcome|不客气/);
  });
});

describe('a complaint', () => {
  it.each([
    ['No, this is wrong.', /^Sorry about that\. .*IUC-ASIA \(office@iuc-asia\.eu\)\.$/],
    ['You didn’t answer my question', /^Sorry about that\./],
    ['your answers are useless', /^Sorry about that\./],
    ['你说错了吧', /^抱歉没答好，.*IUC-ASIA）：office@iuc-asia\.eu。$/],
    ['不对', /^抱歉没答好/],
    ['这个回答没有用', /^抱歉没答好/],
  ])('%j is told whom to write to', async (typed, reply) => {
    await people.guest.says('city Nice');
    expect(await people.guest.says(typed)).toMatch(reply);
  });

  it.each([['Are there pilots against wrong translations?'], ['去南京的任务对不对'], ['没错']])(
    '%j is none',
    async (typed) => {
      expect(await people.guest.says(typed)).not.toMatch(/Sorry|抱歉/);
    },
  );

  it('about what was offered asks for other words', async () => {
    await people.guest.says('葡萄酒学院的预算是多少');
    expect(await people.guest.says('不对')).toContain('换个说法');
  });
});

describe('a language', () => {
  it.each([
    ['In English, please!', /^From now on I answer you in English/],
    ['请用英语', /^From now on I answer you in English/],
    ['说中文', /^今后无论您用什么语言提问，我都用中文回复/],
  ])('%j is set', async (typed, told) => {
    const newcomer = people.bot.person(`console:local:${typed.length}`, { name: 'New' });
    expect(await newcomer.says(typed)).toMatch(told);
  });

  it('is none where it is asked about', async () => {
    expect(await people.guest.says('Was the meeting in English?')).not.toContain('From now on');
  });
});
