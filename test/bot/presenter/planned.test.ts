import { beforeAll, describe, expect, it } from 'vitest';
import { post, withCoordination } from '../../support/coordination.js';

const all = withCoordination();

beforeAll(async () => {
  await post(all.anna, 'add mission from=Granada to=Haikou date=2027-04');
  await post(all.anna, 'add mission from=Nice to=Kunming date=2027-05');
  await post(all.anna, 'add mission from=Granada to=Nanjing date=2027-06');
  await post(all.anna, 'cancel 2027-06-granada-to-nanjing');
});

const asked = (text: string) => all.guest.says(text);
const firstLine = async (text: string) => (await asked(text)).split('\n')[0];

describe('what is only planned', () => {
  it.each([
    ['Has Granada been to Haikou?', 'Not yet. Granada will travel to Haikou in April 2027.'],
    ['Did Granada visit Haikou?', 'Not yet. Granada will travel to Haikou in April 2027.'],
    ['格拉纳达去过海口吗？', '还没有。格拉纳达将于2027年4月访问海口。'],
  ])('did not take place yet: %s', async (question, lead) => {
    expect(await firstLine(question)).toBe(lead);
  });

  it.each(
    [
      ['Will Granada visit Haikou?', 'Yes. Granada will travel to Haikou in April 2027.'],
      ['格拉纳达会去海口吗？', '是的。格拉纳达将于2027年4月访问海口。'],
    ].slice(0, 2),
  )('is a yes to what is ahead: %s', async (question, lead) => {
    expect(await firstLine(question)).toBe(lead);
  });

  it('is next from today on, and behind a date from there on', async () => {
    expect(await firstLine('next mission of Granada')).toContain('April 2027');
    expect(await firstLine('next mission after September 2018')).toBe(
      'European cities visit Yantai and Kunming',
    );
  });

  it('stands behind what was held as part of a group', async () => {
    expect((await asked('Has Nice been to Kunming?')).split('\n').slice(0, 2)).toEqual([
      'Not by name, but as one of the European cities: November 2018.',
      'Planned: May 2027 · Nice to Kunming',
    ]);
    expect((await asked('尼斯去过昆明吗？')).split('\n').slice(0, 2)).toEqual([
      '资料中未单独列名，以“欧洲城市”名义参与的有：2018年11月。',
      '计划中：2027年5月 尼斯赴昆明',
    ]);
  });

  it('is no part of who came and when', async () => {
    expect(await firstLine('Who went to Kunming?')).toBe('The European cities.');
    expect(await firstLine('谁去过昆明？')).toBe('欧洲城市。');
    expect(await firstLine('When were missions held in Kunming?')).toBe('November 2018.');
  });

  it('is told apart from the cities that were visited', async () => {
    const told = await asked('Which cities has Granada visited?');
    expect(told.split('\n')[0]).toBe(
      'Liuzhou and Nanjing, in June 2019; Yantai and Liuzhou, in September 2019.',
    );
    expect(told).toContain('Planned: April 2027 · Granada to Haikou');
    expect(told).toMatch(/European cities: Kunming/);
    const inChinese = await asked('格拉纳达去过哪些中国城市？');
    expect(inChinese.split('\n')[0]).toBe('柳州和南京，2019年6月；烟台和柳州，2019年9月。');
    expect(inChinese).toContain('计划中：2027年4月 格拉纳达赴海口');
  });

  it('is a city that is asked for when the question looks ahead', async () => {
    expect(await firstLine('Which cities will Granada visit?')).toBe('Haikou, in April 2027.');
  });
});
