import { describe, expect, it } from 'vitest';
import { partnersOf, partnersThrough } from '../../../src/bot/presenter/queries.js';
import type { Answer, DeclineReason, Suggestion } from '../../../src/query/answer.js';
import type { Term } from '../../../src/query/query.js';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

const readings: Suggestion[] = [
  { query: query('pilots', 'list', [city('kunming')]), items: [] },
  { query: query('missions', 'list', [city('kunming')]), items: [] },
];

function suggest(suggestions: Suggestion[], unexplained: string[]) {
  return { outcome: 'suggest', suggestions, unexplained, remarks: [] } as const satisfies Answer;
}

function decline(reason: DeclineReason, suggestions: Suggestion[] = []) {
  return { outcome: 'decline', reason, suggestions, unexplained: [], remarks: [] } as const satisfies Answer;
}

describe('no record', () => {
  it('restates what was looked for', () => {
    const none = found(
      query('missions', 'list', [city('nice', 'traveller'), city('kunming', 'host')], {
        dates: [{ from: '2017-01-01', to: '2017-12-31' }],
      }),
    );
    expect(linesOf(none, viewIn('en'))).toEqual([
      'There is no record of missions from Nice to Kunming in 2017.',
      '1 Missions from Nice to Kunming · 2 Missions of Nice · 3 Pilots with Nice',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(none, viewIn('zh'))[0]).toBe('没有查到2017年尼斯赴昆明的任务。');
  });

  it('says of a partner and a city that they do not work together', () => {
    const none = found(
      query('pilots', 'whether', [city('haikou'), { kind: 'organisation', id: 'luiss' }]),
      [],
      { holds: false },
    );
    expect(linesOf(none, viewIn('en'))[0]).toBe(
      'No, there is no record of Luiss University of Rome working with Haikou.',
    );
    expect(linesOf(none, viewIn('zh'))[0]).toBe('没有，未查到路易斯大学与海口的合作。');
  });

  it('speaks of no first or last where there are none at all', () => {
    const none = found(
      query('missions', 'when', [city('granada', 'traveller'), city('haikou', 'host')], { pick: 'last' }),
    );
    expect(linesOf(none, viewIn('en'))[0]).toBe('There is no record of missions from Granada to Haikou.');
    expect(linesOf(none, viewIn('zh'))[0]).toBe('没有查到格拉纳达赴海口的任务。');
  });

  it('is a no when it was asked whether', () => {
    const none = found(query('missions', 'whether', [city('nice')]), [], { holds: false });
    expect(linesOf(none, viewIn('en'))[0]).toBe('No, there is no record of missions of Nice.');
    expect(linesOf(none, viewIn('zh'))[0]).toBe('没有，未查到尼斯的任务。');
  });

  it('leads to all of what was asked for when it names no city', () => {
    const none = found(query('partners', 'list', [{ kind: 'organisation-kind', is: 'bureau' }]));
    expect(linesOf(none, viewIn('en')).slice(0, 2)).toEqual([
      'There is no record of bureaus.',
      '1 All partners',
    ]);
  });

  it('says that all take part where those that do not were asked for', () => {
    const without = (by: 'pilots' | 'missions', ...terms: Term[]) =>
      found(query('city', 'list', terms, { linked: { by, role: 'any', negated: true, clauses: [] } }));
    const chinese = { kind: 'group', id: 'cn-cities', role: 'any' } as const;
    expect(linesOf(without('pilots'), viewIn('zh'))[0]).toBe('成员城市都有试点。');
    expect(linesOf(without('pilots', chinese), viewIn('zh'))[0]).toBe('中国城市都有试点。');
    expect(linesOf(without('missions'), viewIn('en'))[0]).toBe(
      'All member cities have taken part in missions.',
    );
    const linked = { by: 'missions', role: 'host', negated: true, clauses: [] } as const;
    const notHosts = query('city', 'list', [chinese], { linked: { ...linked, clauses: [] } });
    expect(linesOf(found(notHosts), viewIn('zh'))[0]).toBe('没有查到没有接待过来访的中国城市。');
  });

  it('names the cities of a pilot that names no partner', () => {
    const through = (id: string) => found({ ...partnersThrough({ kind: 'topic', id }), ask: 'who' });
    expect(linesOf(through('carnival'), viewIn('zh'))[0]).toBe('资料中没有列出伙伴，参与城市是海口和尼斯。');
    expect(linesOf(through('carnival'), viewIn('en'))[0]).toBe(
      'The source names no partner; the cities are Haikou and Nice.',
    );
    expect(linesOf(through('innovation'), viewIn('zh'))[0]).toBe('没有查到参与创新试点的伙伴。');
  });

  it('tells apart what belongs through a group', () => {
    const none = found(query('missions', 'list', [city('kunming', 'traveller'), city('nice', 'host')]), [], {
      optional: ['2018-09-cn-to-rome-nice-granada'],
    });
    expect(linesOf(none, viewIn('en'))[0]).toBe(
      'Not by name, but as one of the Chinese cities: September 2018.',
    );
    expect(linesOf(none, viewIn('zh'))[0]).toBe('资料中未单独列名，以“中国城市”名义参与的有：2018年9月。');
  });
});

describe('not sure', () => {
  it('says that there are no rankings when one was asked for', () => {
    const lines = (locale: 'en' | 'zh') =>
      linesOf({ ...suggest(readings, ['busiest']), ranks: true }, viewIn(locale));
    expect(lines('en')[0]).toBe('I can’t rank or compare (“busiest”). I can show:');
    expect(lines('zh')[0]).toBe('暂不支持排名或比较（“busiest”）。您可以查询：');
  });

  it('repeats what was not understood and offers the readings', () => {
    expect(linesOf(suggest(readings, ['frobnicate']), viewIn('en'))).toEqual([
      'I am not sure what you mean by “frobnicate”. Did you mean:',
      '1 Pilots with Kunming · 2 Missions of Kunming',
    ]);
    expect(linesOf(suggest(readings, []), viewIn('zh'))).toEqual([
      '没有完全理解您的问题。您想问的是：',
      '1 昆明的试点 · 2 昆明的任务',
    ]);
  });

  it('offers at most three readings', () => {
    const rome = { query: query('city', 'what', [city('rome')]), items: [] };
    const nice = { query: query('city', 'what', [city('nice')]), items: [] };
    const many = [...readings, rome, nice];
    expect(linesOf(suggest(many, []), viewIn('en'))[1]).toMatch(/^1 .* · 2 .* · 3 [^·]*$/);
  });

  it('offers what there is when it has no reading', () => {
    expect(linesOf(suggest([], ['foo', 'bar']), viewIn('en'))).toEqual([
      'I did not understand “foo … bar”. I can tell you about:',
      '1 All missions · 2 All pilots · 3 All cities',
    ]);
  });
});

describe('a decline', () => {
  it('repeats the name that is not held', () => {
    expect(
      linesOf(decline({ kind: 'unknown-name', word: '昆山', as: 'city' }, readings), viewIn('zh')),
    ).toEqual(['计划里没有“昆山”。', '您想问的是不是：', '1 昆明的试点 · 2 昆明的任务']);
    expect(
      linesOf(decline({ kind: 'unknown-name', word: 'Tsinghua', as: 'organisation' }), viewIn('en')),
    ).toEqual([
      'The programme has no partner called “Tsinghua”.',
      'What I can tell you:',
      '1 All partners · 2 All pilots · 3 All missions',
    ]);
  });

  it('says what it holds of the subject instead', () => {
    const term = { kind: 'pilot', id: 'wine-institute' } as const;
    const instead = [
      { query: partnersOf('wine-institute'), items: [] },
      { query: query('status', 'list', [term]), items: [] },
      { query: query('pilots', 'what', [term]), items: [] },
    ];
    const budget = decline({ kind: 'not-held', word: 'budget', subject: term }, instead);
    expect(linesOf(budget, viewIn('en'))).toEqual([
      'The programme holds nothing on “budget”.',
      'About “Sino-Italian Institute of Vine and Wine Science” I can tell you:',
      '1 Its partners · 2 Its status · 3 Details',
    ]);
    expect(linesOf(budget, viewIn('zh')).slice(1)).toEqual([
      '关于“中意葡萄与葡萄酒科学学院”，可以查询：',
      '1 合作伙伴 · 2 目前状态 · 3 详情',
    ]);
  });

  it('says of a reason that the source does not tell it', () => {
    const reason = decline({ kind: 'not-held', word: 'How come', asksWhy: true });
    expect(linesOf(reason, viewIn('en'))[0]).toBe('The source does not say why.');
    expect(linesOf(reason, viewIn('zh'))[0]).toBe('资料没有说明为什么。');
  });

  it('says which field the source marks N/A', () => {
    const population = decline({ kind: 'unavailable', field: 'population', cities: ['rome'] });
    expect(linesOf(population, viewIn('en'))[0]).toBe(
      'The U-CAP summary gives no population for Rome (N/A).',
    );
    expect(linesOf(population, viewIn('zh'))).toEqual([
      'U-CAP 摘要未提供罗马的人口（N/A）。',
      '可以查询：',
      '1 罗马概况',
    ]);
  });

  it('says what it is for when the question is of something else', () => {
    expect(linesOf(decline({ kind: 'off-topic' }), viewIn('en'))[0]).toBe(
      'I can only answer questions about U-CAP.',
    );
  });
});
