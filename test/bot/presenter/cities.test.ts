import { describe, expect, it } from 'vitest';
import type { Query } from '../../../src/query/query.js';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

describe('one city', () => {
  it('is shown with its records in numbers and what the source leaves open', () => {
    const yantai = found(query('city', 'what', [city('yantai')]), ['yantai']);
    expect(linesOf(yantai, viewIn('en'))).toEqual([
      'Yantai',
      'Country: China',
      'Role: member of the programme',
      'Missions: 4, and 3 more as part of a group',
      'Pilots: 3, and 2 more as part of a group',
      'Partners: 2',
      'Not given: province or region, population, area (N/A in the source)',
      '1 Missions of Yantai · 2 Pilots with Yantai · 3 Partners in Yantai',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(yantai, viewIn('zh'))[3]).toBe('任务：4项，另以集体名义参加3项');
  });

  it('that only hosts says so, and leads nowhere empty', () => {
    const brussels = found(query('city', 'whether', [city('brussels')]), ['brussels'], { holds: false });
    const lines = linesOf(brussels, viewIn('zh'));
    expect(lines.slice(0, 4)).toEqual([
      '不是，布鲁塞尔只承办过活动，不是成员城市。',
      '布鲁塞尔',
      '国家：比利时',
      '身份：仅承办活动，非成员城市',
    ]);
    expect(lines.at(-2)).toBe('1 布鲁塞尔的任务');
  });

  it('whose place was asked for by a choice is shown without a yes', () => {
    const clauses: Query['clauses'] = [
      { any: [city('nice')], negated: false },
      {
        any: [
          { kind: 'country', code: 'IT', role: 'any' },
          { kind: 'country', code: 'FR', role: 'any' },
        ],
        negated: false,
      },
    ];
    const nice = found({ ...query('city', 'whether'), clauses }, ['nice'], { holds: true });
    expect(linesOf(nice, viewIn('en')).slice(0, 2)).toEqual(['Nice', 'Country: France']);
  });
});

describe('several cities', () => {
  const chinese = query('city', 'list', [{ kind: 'country', code: 'CN', role: 'any' }]);

  it('are a list with their countries', () => {
    expect(linesOf(found(chinese, ['yantai', 'kunming']), viewIn('en')).slice(0, 3)).toEqual([
      'Cities in China (2)',
      '1 Yantai (China)',
      '2 Kunming (China)',
    ]);
  });

  it('are counted, or named when it was asked which', () => {
    expect(linesOf(found({ ...chinese, ask: 'count' }, ['yantai', 'kunming']), viewIn('zh'))[0]).toBe(
      '中国的城市共2座',
    );
    expect(linesOf(found({ ...chinese, ask: 'who' }, ['yantai', 'kunming']), viewIn('en'))[0]).toBe(
      'Yantai and Kunming.',
    );
    expect(linesOf(found({ ...chinese, ask: 'where' }, ['yantai', 'kunming']), viewIn('en'))[0]).toBe(
      'China.',
    );
  });
});

it('a number of all cities is only a number', () => {
  const all = found(query('city', 'count', []), ['rome', 'nice', 'granada']);
  expect(linesOf(all, viewIn('en'))[0]).toBe('3 cities');
  expect(linesOf(all, viewIn('zh'))[0]).toBe('城市共3座');
  const listed = found(query('city', 'list', []), ['rome', 'nice', 'granada']);
  expect(linesOf(listed, viewIn('en'))[0]).toBe('All cities (3)');
});

describe('a comparison', () => {
  it('sets the cities side by side by the records found', () => {
    const either = query('missions', 'compare', [], {
      clauses: [{ any: [city('rome'), city('nice')], negated: false }],
      dates: [{ from: '2019-01-01', to: '2019-12-31' }],
    });
    const answer = found(either, [
      '2019-04-brussels-forum-rome-roundtable',
      '2019-06-rome-granada-to-liuzhou',
      '2019-10-haikou-to-nice',
    ]);
    expect(linesOf(answer, viewIn('en'))).toEqual([
      'Missions of Rome and Nice in 2019 side by side',
      'Rome: 2',
      'Nice: 1, and 1 more as part of a group',
      '1 Missions of Rome · 2 Missions of Nice',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(answer, viewIn('zh')).slice(0, 3)).toEqual([
      '2019年罗马和尼斯的任务对比',
      '罗马：2项',
      '尼斯：1项，另以集体名义参加1项',
    ]);
  });

  it('of cities as such counts everything they have', () => {
    const answer = found(query('city', 'compare', [city('yantai'), city('nice')]), ['yantai', 'nice']);
    expect(linesOf(answer, viewIn('en')).slice(0, 2)).toEqual([
      'Yantai and Nice side by side',
      'Yantai: missions 4, and 3 more as part of a group; pilots 3, and 2 more as part of a group; partners 2',
    ]);
  });

  it('of pilots counts pilots', () => {
    const answer = found(query('pilots', 'compare', [city('rome'), city('granada')]), [
      'wine-institute',
      'granada-haikou-tourism',
    ]);
    expect(linesOf(answer, viewIn('zh')).slice(1, 4)).toEqual([
      '罗马：1个',
      '格拉纳达：1个',
      '1 罗马的试点 · 2 格拉纳达的试点',
    ]);
  });

  it('of a single city is its list', () => {
    const answer = found(query('missions', 'compare', [city('nice')]), ['2019-10-haikou-to-nice']);
    expect(linesOf(answer, viewIn('en'))[0]).toBe('Haikou visits Nice');
  });
});

it('of a city that only hosts, a question for a member is denied without the groups of members', () => {
  const groups = ['chinese-cities', 'european-cities'].map(
    (id) => ({ kind: 'group', id, role: 'any' }) as const,
  );
  const asked = query('city', 'whether', [city('brussels')]);
  const member = { ...asked, clauses: [...asked.clauses, { any: groups, negated: false }] };
  expect(linesOf(found(member, [], { holds: false }), viewIn('en'))[0]).toBe(
    'No – Brussels has only hosted events; it is not a member.',
  );
  expect(linesOf(found(member, [], { holds: false }), viewIn('zh'))[0]).toBe(
    '不是，布鲁塞尔只承办过活动，不是成员城市。',
  );
});
