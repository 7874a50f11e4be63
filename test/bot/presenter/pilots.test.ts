import { describe, expect, it } from 'vitest';
import { city, found, linesOf, query, viewIn } from '../../support/presenting.js';

const wine = query('pilots', 'who', [{ kind: 'pilot', id: 'wine-institute' }]);

describe('one pilot', () => {
  it('is shown on a card', () => {
    const answer = found(query('pilots', 'list', [city('kunming')]), ['granada-kunming-exchange'], {
      optional: ['research-platform', 'mice-platform'],
    });
    expect(linesOf(answer, viewIn('zh'))).toEqual([
      '格拉纳达—昆明交换与实习：区块链、生物技术',
      expect.stringContaining('互派交流与实习'),
      '状态：提议中',
      '主题：教育',
      '城市：格拉纳达、昆明',
      '伙伴：格拉纳达大学、昆明大学',
      '议题：学生交换、教职工交流、实习、区块链、生物技术',
      '另有2个以“中国城市”名义参与：欧亚研究平台、旅游与会奖数字服务联合平台',
      '1 合作伙伴 · 2 格拉纳达和昆明的任务 · 3 教育主题的试点',
      '来源：U-CAP 摘要',
    ]);
  });

  it('answers who with its partners, and where with its cities', () => {
    expect(linesOf(found(wine, ['wine-institute']), viewIn('en'))).toEqual([
      'Tuscia University, Yantai University, Setel and Changyu Winery.',
      'Sino-Italian Institute of Vine and Wine Science (proposed)',
      '1 About this pilot · 2 Its partners · 3 Missions of Rome and Yantai',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(found({ ...wine, ask: 'where' }, ['wine-institute']), viewIn('zh'))[0]).toBe(
      '罗马和烟台。',
    );
  });

  it('answers who with its cities when it names no partner, and says when it names neither', () => {
    expect(linesOf(found(wine, ['nice-carnival']), viewIn('en'))[0]).toBe('Haikou and Nice.');
    expect(linesOf(found(wine, ['rep-offices']), viewIn('en'))[0]).toBe('No partner or city is named yet.');
    expect(linesOf(found({ ...wine, ask: 'where' }, ['rep-offices']), viewIn('zh'))[0]).toBe(
      '尚未列明城市。',
    );
  });

  it('has no date to answer when with, and says so', () => {
    const when = found({ ...wine, ask: 'when' }, ['wine-institute']);
    expect(linesOf(when, viewIn('en')).slice(0, 2)).toEqual([
      'The programme gives no date for “Sino-Italian Institute of Vine and Wine Science”, only its status.',
      'Sino-Italian Institute of Vine and Wine Science (proposed)',
    ]);
  });
});

describe('several pilots', () => {
  const education = query('pilots', 'list', [{ kind: 'theme', id: 'education' }]);
  const ids = ['summer-bim-gis', 'wine-institute'];

  it('are a numbered list with the status of each', () => {
    expect(linesOf(found(education, ids), viewIn('en')).slice(0, 3)).toEqual([
      'Pilots under Education (2)',
      '1 Summer school: BIM and GIS for digital design (proposed)',
      '2 Sino-Italian Institute of Vine and Wine Science (proposed)',
    ]);
  });

  it('are counted with the number first', () => {
    const count = found({ ...education, ask: 'count' }, ids);
    expect(linesOf(count, viewIn('en'))[0]).toBe('2 pilots under Education');
    expect(linesOf(count, viewIn('zh'))[0]).toBe('教育主题的试点共2个');
  });

  it('have no dates, which is said before they are listed', () => {
    const when = found({ ...education, ask: 'when' }, ids);
    expect(linesOf(when, viewIn('zh'))[0]).toBe('试点目前没有时间信息，仅有状态。');
  });
});
