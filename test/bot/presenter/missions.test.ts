import { describe, expect, it } from 'vitest';
import { city, found, linesOf, query, shippedProgramme, viewIn } from '../../support/presenting.js';

const toNanjing = ['2019-06-rome-granada-to-nanjing'];
const ofRome2019 = [
  '2019-06-rome-granada-to-liuzhou',
  '2019-06-rome-granada-to-nanjing',
  '2019-09-rome-granada-to-yantai-liuzhou',
];
const year2019 = { from: '2019-01-01', to: '2019-12-31' };

describe('what came of missions', () => {
  const asked = query('missions', 'outcomes', [], { dates: [year2019] });

  it('is told under each, also that nothing is told', () => {
    expect(linesOf(found(asked, ofRome2019), viewIn('en'))).toEqual([
      'Missions in 2019 (3)',
      '1 June 2019 · Rome and Granada visit Liuzhou',
      '  Follow-up to the encounters in the EU in April 2019',
      '2 June 2019 · Rome and Granada visit Nanjing',
      '  No outcome is named',
      '3 September 2019 · Rome and Granada visit Yantai and Liuzhou',
      '  Possible pilot projects identified; Memoranda of understanding signed',
      'Reply with a number for details.',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(found(asked, ofRome2019), viewIn('zh')).slice(3, 7)).toEqual([
      '2 2019年6月 罗马、格拉纳达访问南京',
      '  未注明成果',
      '3 2019年9月 罗马、格拉纳达访问烟台、柳州',
      '  确定可能的试点项目；签署谅解备忘录',
    ]);
  });

  it('is on the card of a single one, and of none that it is told of is said once', () => {
    const one = found(asked, ['2019-10-haikou-to-nice']);
    expect(linesOf(one, viewIn('en'))).toContain('Outcomes: Bilateral cooperation exchange');
    const none = found(asked, toNanjing);
    expect(linesOf(none, viewIn('en'))[0]).toBe('The source names no outcome of this mission.');
    const twice = linesOf(found(asked, [...toNanjing, ...toNanjing]), viewIn('zh'));
    expect(twice[0]).toBe('来源没有注明成果。');
    expect(twice.join()).not.toContain('未注明');
  });

  it('is not told under a list that is asked for otherwise', () => {
    const list = found(query('missions', 'list', [], { dates: [year2019] }), ofRome2019);
    expect(linesOf(list, viewIn('en')).join()).not.toMatch(/Follow-up|No outcome/);
  });
});

describe('one mission', () => {
  const who = found(query('missions', 'who', [city('nanjing', 'host')]), toNanjing);

  it('answers who with the names', () => {
    expect(linesOf(who, viewIn('en'))).toEqual([
      'Rome and Granada travelled to Nanjing in June 2019 (Nanjing Tech Week).',
      '1 Details of this mission · 2 Other missions of Rome · 3 Pilots with Nanjing',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(who, viewIn('zh'))).toEqual([
      '罗马和格拉纳达于2019年6月访问南京（南京创新周）。',
      '1 任务详情 · 2 罗马的其他任务 · 3 南京的试点',
      '来源：U-CAP 摘要',
    ]);
  });

  it('answers when with the date, as precise as the source and no more', () => {
    const when = found(query('missions', 'when', [city('nanjing', 'host')]), toNanjing);
    expect(linesOf(when, viewIn('en'))[0]).toBe('In June 2019: Rome and Granada visit Nanjing.');
    expect(linesOf(when, viewIn('zh'))[0]).toBe('2019年6月，罗马、格拉纳达访问南京。');
  });

  it('answers where with the place', () => {
    const where = found(query('missions', 'where', [city('rome', 'traveller')]), toNanjing);
    expect(linesOf(where, viewIn('en'))[0]).toBe('Nanjing, in June 2019: Rome and Granada visit Nanjing.');
    expect(linesOf(where, viewIn('zh'))[0]).toBe('南京，2019年6月：罗马、格拉纳达访问南京。');
  });

  it('says that an online meeting was online', () => {
    const where = found(query('missions', 'where', [city('yantai')]), ['2020-05-yantai-rome-exchange']);
    expect(linesOf(where, viewIn('en'))[0]).toMatch(/^Online, in May 2020: /);
    const who = found(query('missions', 'who', [city('yantai')]), ['2020-05-yantai-rome-exchange']);
    expect(linesOf(who, viewIn('zh'))[0]).toBe('烟台和罗马于2020年5月线上会面。');
  });

  it('says yes first, and sets apart what belongs through a group', () => {
    const whether = found(
      query('missions', 'whether', [city('granada', 'traveller'), city('yantai', 'host')]),
      ['2019-09-rome-granada-to-yantai-liuzhou'],
      { holds: true, optional: ['2018-11-eu-to-yantai-kunming'] },
    );
    expect(linesOf(whether, viewIn('en')).slice(0, 2)).toEqual([
      'Yes. Rome and Granada travelled to Yantai and Liuzhou in September 2019.',
      'One more as part of the European cities: November 2018',
    ]);
    expect(linesOf(whether, viewIn('zh')).slice(0, 2)).toEqual([
      '是的。罗马和格拉纳达于2019年9月访问烟台和柳州。',
      '另有1项以“欧洲城市”名义参加：2018年11月',
    ]);
  });

  it('is shown on a card when it is opened', () => {
    const id = '2019-11-cn-to-rome-brussels';
    const card = found(query('missions', 'what', [{ kind: 'mission', id }]), [id]);
    expect(linesOf(card, viewIn('en'))).toEqual([
      'Chinese cities visit Rome and Brussels',
      expect.stringContaining('on Wednesday 20 November'),
      'Date: November 2019',
      'Parties: the Chinese cities → Rome, Brussels; also Granada, Nice',
      'Form: in person',
      'Events: IUC Global event; IUC Asia meetings (20 November 2019)',
      expect.stringMatching(/^Outcomes: /),
      '1 Other missions of Granada · 2 Pilots with Rome',
      'Source: U-CAP summary',
    ]);
  });

  it('names what it follows and what followed it, and leads there', () => {
    const id = '2019-04-brussels-forum-rome-roundtable';
    const lines = linesOf(found(query('missions', 'what', [{ kind: 'mission', id }]), [id]), viewIn('zh'));
    expect(lines).toContain('参与方：中国城市、欧洲城市');
    expect(lines).toContain('地点：布鲁塞尔、罗马');
    expect(lines).toContain('后续：2019年6月 罗马、格拉纳达访问柳州');
    expect(lines.at(-2)).toBe('1 后续任务 · 2 罗马的其他任务 · 3 罗马的试点');
  });
});

describe('several missions', () => {
  it('are a numbered list of one line each, with their number', () => {
    const list = found(
      query('missions', 'list', [city('yantai')]),
      ['2018-11-eu-to-yantai-kunming', '2019-09-rome-granada-to-yantai-liuzhou'],
      { optional: ['2018-09-cn-to-rome-nice-granada', '2019-11-cn-to-rome-brussels'] },
    );
    expect(linesOf(list, viewIn('zh'))).toEqual([
      '烟台的任务（2项）',
      '1 2018年11月 欧洲城市访问烟台、昆明',
      '2 2019年9月 罗马、格拉纳达访问烟台、柳州',
      '另有2项以“中国城市”名义参加：2018年9月、2019年11月',
      '回复编号查看详情。',
      '来源：U-CAP 摘要',
    ]);
  });

  it('answer where with every place once', () => {
    const where = found(
      query('missions', 'where', [city('rome', 'traveller')], { dates: [year2019] }),
      ofRome2019,
    );
    expect(linesOf(where, viewIn('en')).slice(0, 2)).toEqual([
      'Liuzhou, Nanjing and Yantai.',
      '1 June 2019 · Rome and Granada visit Liuzhou',
    ]);
    expect(linesOf(where, viewIn('zh')).slice(0, 2)).toEqual([
      '柳州、南京和烟台。',
      '1 2019年6月 罗马、格拉纳达访问柳州',
    ]);
  });

  it('answer when with the dates', () => {
    const when = found(query('missions', 'when', [city('rome', 'traveller')]), ofRome2019);
    expect(linesOf(when, viewIn('en'))[0]).toBe('June 2019 and September 2019.');
  });

  it('answer who with those the question did not name', () => {
    const went = found(query('missions', 'who', [city('yantai', 'host')]), [
      '2018-11-eu-to-yantai-kunming',
      '2019-09-rome-granada-to-yantai-liuzhou',
    ]);
    expect(linesOf(went, viewIn('en'))[0]).toBe('The European cities, Rome and Granada.');
    const met = found(query('missions', 'who', [city('rome', 'traveller')]), ofRome2019);
    expect(linesOf(met, viewIn('en'))[0]).toBe(
      'Received by Liuzhou, Nanjing and Yantai; fellow travellers: Granada.',
    );
    expect(linesOf(met, viewIn('zh'))[0]).toBe('接待方：柳州、南京和烟台；同行：格拉纳达。');
  });

  it('answer who with those who gathered where nobody travelled', () => {
    const met = found(query('missions', 'who', [city('brussels', 'host')]), [
      '2019-04-brussels-forum-rome-roundtable',
      '2019-11-cn-to-rome-brussels',
    ]);
    expect(linesOf(met, viewIn('en'))[0]).toBe('The Chinese cities and the European cities.');
    expect(linesOf(met, viewIn('zh'))[0]).toBe('中国城市和欧洲城市。');
  });

  it('answer how many with the number', () => {
    const count = found(query('missions', 'count', [{ kind: 'mode', is: 'virtual' }]), [
      '2020-05-yantai-rome-exchange',
      '2020-06-yantai-rome-exchange',
    ]);
    expect(linesOf(count, viewIn('en'))[0]).toBe('2 online missions');
    expect(linesOf(count, viewIn('zh'))[0]).toBe('线上任务共2项');
  });

  it('say yes before they are listed', () => {
    const whether = found(query('missions', 'whether', [city('rome', 'traveller')]), ofRome2019, {
      holds: true,
    });
    expect(linesOf(whether, viewIn('en')).slice(0, 2)).toEqual(['Yes.', 'Missions from Rome (3)']);
  });
});

describe('the next mission', () => {
  const next = query('missions', 'when', [], { pick: 'next' });

  it('is told with the days left to its day', () => {
    const id = '2019-10-haikou-to-nice';
    const dated = new Map(shippedProgramme.missions);
    const haikou = dated.get(id);
    if (haikou !== undefined) dated.set(id, { ...haikou, date: '2021-03-22', status: 'planned' });
    const programme = { ...shippedProgramme, missions: dated };
    const first = (today: string) => linesOf(found(next, [id]), viewIn('en', { programme, today }))[0];
    expect(first('2021-03-01')).toBe('Next mission: 22 March 2021 (in 21 days).');
    expect(first('2021-03-21')).toBe('Next mission: 22 March 2021 (tomorrow).');
    expect(first('2021-03-22')).toBe('Next mission: 22 March 2021 (today).');
    expect(linesOf(found(next, [id]), viewIn('zh', { programme }))[0]).toBe(
      '下一个任务：2021年3月22日（还有21天）。',
    );
  });

  it('of a month is told with the days to that month, since its day is not known', () => {
    const answer = found(next, ['2018-11-eu-to-yantai-kunming']);
    expect(linesOf(answer, viewIn('en', { today: '2018-10-20' }))[0]).toBe(
      'Next mission: November 2018 (the month begins in 12 days).',
    );
    expect(linesOf(answer, viewIn('en', { today: '2018-11-05' }))[0]).toBe('Next mission: November 2018.');
  });

  it('may be several of one month', () => {
    const both = found(next, ofRome2019.slice(0, 2));
    expect(linesOf(both, viewIn('en', { today: '2019-05-30' })).slice(0, 3)).toEqual([
      'Next missions: June 2019 (the month begins in 2 days).',
      '1 June 2019 · Rome and Granada visit Liuzhou',
      '2 June 2019 · Rome and Granada visit Nanjing',
    ]);
  });

  it('may not be planned; then the last one is offered', () => {
    expect(linesOf(found(next), viewIn('en'))).toEqual([
      'No mission is planned at present.',
      '1 Last mission',
      'Source: U-CAP summary',
    ]);
    const ofRome = found({ ...next, clauses: [{ any: [city('rome')], negated: false }] });
    expect(linesOf(ofRome, viewIn('zh')).slice(0, 2)).toEqual([
      '罗马的任务目前没有新的安排。',
      '1 罗马的最近一个任务',
    ]);
  });
});

describe('missions that were cancelled', () => {
  const may = '2020-05-yantai-rome-exchange';
  const june = '2020-06-yantai-rome-exchange';
  const without = (...ids: string[]) => {
    const missions = new Map(shippedProgramme.missions);
    for (const id of ids) {
      const mission = missions.get(id);
      if (mission !== undefined) missions.set(id, { ...mission, status: 'cancelled' });
    }
    return { ...shippedProgramme, missions };
  };
  const met = query('missions', 'whether', [city('yantai'), city('rome')]);
  const lines = (locale: 'en' | 'zh', cancelled: string[], items: string[], asked = met) =>
    linesOf(found(asked, items, { holds: true }), viewIn(locale, { programme: without(...cancelled) }));

  it('did not take place', () => {
    expect(lines('en', [june], [june]).slice(0, 2)).toEqual([
      'No – it was cancelled.',
      'June 2020 · Yantai–Rome virtual cooperation exchange',
    ]);
    expect(lines('zh', [june], [june])[0]).toBe('没有，任务已取消。');
    expect(lines('en', [may, june], [may, june])[0]).toBe('No – they were cancelled.');
  });

  it('are beside those that did, which is a yes', () => {
    expect(lines('en', [june], [may, june])[0]).toBe('Yes.');
  });

  it('are what a question for cancelled ones affirms', () => {
    const cancelled = query('missions', 'whether', [
      city('yantai'),
      { kind: 'mission-status', is: 'cancelled' },
    ]);
    expect(lines('en', [june], [june], cancelled)[0]).toMatch(/^Yes\./);
  });
});
