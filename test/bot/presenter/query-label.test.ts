import { describe, expect, it } from 'vitest';
import { partnersOf, partnersThrough } from '../../../src/bot/presenter/queries.js';
import { describeQuery } from '../../../src/bot/presenter/query-label.js';
import type { Query, Term } from '../../../src/query/query.js';
import { city, query, viewIn } from '../../support/presenting.js';

const kindOf = (is: 'university' | 'company') => ({
  any: [{ kind: 'organisation-kind' as const, is }],
  negated: false,
});

const except = (...any: Term[]) => ({ any, negated: true });
const FIRST = '0001-01-01';
const LAST = '9999-12-31';

const cases: [Query, string, string][] = [
  [
    { ...query('missions', 'list'), clauses: [except(city('rome'))] },
    'missions without Rome',
    '不含罗马的任务',
  ],
  [
    {
      ...query('missions', 'list', [], { dates: [{ from: '2018-01-01', to: '2018-12-31' }] }),
      clauses: [except(city('nice'))],
    },
    'missions in 2018 without Nice',
    '2018年不含尼斯的任务',
  ],
  [
    {
      ...query('missions', 'list', [], {
        dates: [
          { from: FIRST, to: '2019-05-31' },
          { from: '2019-07-01', to: LAST },
        ],
      }),
      clauses: [except({ kind: 'mode', is: 'in-person' })],
    },
    'missions outside June 2019 that were not in person',
    '2019年6月以外的非线下任务',
  ],
  [
    query('missions', 'list', [], {
      dates: [
        { from: FIRST, to: '2018-12-31' },
        { from: '2020-01-01', to: '2020-12-31' },
      ],
    }),
    'missions up to 2018 or in 2020',
    '截至2018年或2020年的任务',
  ],
  [
    query('missions', 'list', [
      city('nice', 'traveller'),
      city('haikou', 'host'),
      { kind: 'mission-status', is: 'cancelled' },
    ]),
    'cancelled missions from Nice to Haikou',
    '尼斯赴海口且已取消的任务',
  ],
  [
    {
      ...query('partners', 'list'),
      clauses: [
        except(
          { kind: 'organisation-kind', is: 'university' },
          { kind: 'organisation-kind', is: 'university-group' },
        ),
        except({ kind: 'organisation-kind', is: 'lab' }),
      ],
    },
    'partners other than universities and laboratories',
    '除大学和实验室外的伙伴',
  ],
  [
    { ...query('pilots', 'list'), clauses: [except({ kind: 'pilot-status', is: 'proposed' })] },
    'pilots that are not proposed',
    '不是提议中的试点',
  ],
  [
    {
      ...query('partners', 'list', [city('yantai')]),
      clauses: [
        { any: [city('yantai')], negated: false },
        {
          any: [
            { kind: 'organisation', id: 'setel' },
            { kind: 'organisation', id: 'luiss' },
          ],
          negated: false,
        },
      ],
    },
    'partners in Yantai among Setel and Luiss University of Rome',
    'Setel公司和路易斯大学中烟台的伙伴',
  ],
  [query('pilots', 'list', [city('kunming')]), 'pilots with Kunming', '昆明的试点'],
  [query('missions', 'list'), 'all missions', '全部任务'],
  [
    { ...partnersThrough({ kind: 'topic', id: 'blockchain' }), clauses: [kindOf('university')] },
    'universities in pilots on Blockchain',
    '参与区块链试点的大学',
  ],
  [
    { ...partnersThrough({ kind: 'theme', id: 'culture' }), clauses: [kindOf('company')] },
    'companies in pilots under Culture',
    '参与文化主题试点的企业',
  ],
  [query('missions', 'list', [], { pick: 'last', count: 3 }), 'last 3 missions', '最近3个任务'],
  [query('status', 'list'), 'status of all pilots', '全部试点的状态'],
  [
    query('missions', 'list', [city('rome', 'traveller'), city('yantai', 'host')], {
      dates: [{ from: '2019-06-01', to: '2019-06-30' }],
    }),
    'missions from Rome to Yantai in June 2019',
    '2019年6月罗马赴烟台的任务',
  ],
  [
    query('missions', 'list', [{ kind: 'mode', is: 'virtual' }], {
      dates: [{ from: '2020-04-01', to: '2020-06-30' }],
    }),
    'online missions from April to June 2020',
    '2020年4月至6月的线上任务',
  ],
  [
    query('missions', 'list', [city('rome')], { dates: [{ from: '0001-01-01', to: '2019-10-31' }] }),
    'missions of Rome up to October 2019',
    '截至2019年10月罗马的任务',
  ],
  [
    query('missions', 'list', [], { dates: [{ from: '2019-01-01', to: '9999-12-31' }] }),
    'missions since 2019',
    '2019年以来的任务',
  ],
  [
    query('missions', 'list', [], { dates: [{ from: '2019-11-20', to: '2019-11-20' }] }),
    'missions on 20 November 2019',
    '2019年11月20日的任务',
  ],
  [
    query('missions', 'list', [{ kind: 'mission-status', is: 'planned' }]),
    'planned missions',
    '计划中的任务',
  ],
  [
    {
      ...query('missions', 'list'),
      clauses: [
        {
          any: [
            { kind: 'mission-status', is: 'planned' },
            { kind: 'mission-status', is: 'held' },
          ],
          negated: false,
        },
      ],
    },
    'planned missions',
    '计划中的任务',
  ],
  [
    query('pilots', 'list', [city('rome'), { kind: 'topic', id: 'smart-tourism' }]),
    'pilots with Rome on Smart tourism',
    '罗马涉及智慧旅游的试点',
  ],
  [
    query('missions', 'list', [], {
      clauses: [
        { any: [city('rome'), city('nice')], negated: false },
        { any: [city('granada')], negated: true },
      ],
    }),
    'missions of Rome or Nice without Granada',
    '罗马或尼斯的任务，不含格拉纳达',
  ],
  [query('missions', 'what', [], { pick: 'last' }), 'last mission', '最近一个任务'],
  [
    query('missions', 'list', [city('haikou'), { kind: 'mode', is: 'in-person' }]),
    'in-person missions of Haikou',
    '海口的线下任务',
  ],
  [query('missions', 'when', [city('rome')]), 'dates of missions of Rome', '罗马的任务：时间'],
  [
    query('missions', 'list', [{ kind: 'group', id: 'cn-cities', role: 'traveller' }]),
    'missions from the Chinese cities',
    '中国城市出访的任务',
  ],
  [partnersOf('nice-carnival'), 'partners of “Nice Carnival in Haikou”', '“海口的尼斯狂欢节”的伙伴'],
  [
    query('city', 'who', [{ kind: 'group', id: 'cn-cities', role: 'any' }], {
      dates: [{ from: '2019-01-01', to: '2019-12-31' }],
      linked: {
        by: 'missions',
        role: 'host',
        negated: false,
        clauses: [{ any: [city('rome', 'traveller')], negated: false }],
      },
    }),
    'Chinese cities visited by Rome in 2019',
    '2019年罗马到访过的中国城市',
  ],
  // Who is in Rome is not in Yantai.
  [
    query('partners', 'list', [], {
      clauses: [
        { any: [city('rome')], negated: false },
        { any: [city('yantai')], negated: true },
      ],
      linked: {
        by: 'pilots',
        role: 'any',
        negated: false,
        clauses: [{ any: [city('yantai')], negated: false }],
      },
    }),
    'partners in Rome in pilots with Yantai',
    '罗马参与烟台试点的伙伴',
  ],
  [
    query('missions', 'list', [], {
      clauses: [
        { any: [city('rome')], negated: false },
        { any: [city('yantai')], negated: true },
      ],
    }),
    'missions of Rome without Yantai',
    '罗马的任务，不含烟台',
  ],
  [
    query('city', 'list', [], { linked: { by: 'pilots', role: 'any', negated: true, clauses: [] } }),
    'cities without pilots',
    '没有试点的城市',
  ],
  [
    query('pilots', 'list', [], {
      clauses: [
        {
          any: [
            { kind: 'topic', id: 'bim' },
            { kind: 'topic', id: 'bim' },
          ],
          negated: false,
        },
        { any: [{ kind: 'topic', id: 'bim' }], negated: false },
      ],
    }),
    'pilots on BIM',
    '涉及BIM的试点',
  ],
  [
    query('pilots', 'list', [city('kunming'), { kind: 'pilot-status', is: 'running' }]),
    'running pilots with Kunming',
    '昆明进行中的试点',
  ],
  [
    query('pilots', 'list', [city('rome')], {
      clauses: [
        { any: [{ kind: 'organisation-kind', is: 'lab' }], negated: false },
        {
          any: [
            { kind: 'organisation-kind', is: 'university' },
            { kind: 'organisation-kind', is: 'university-group' },
          ],
          negated: false,
        },
        { any: [{ kind: 'organisation-kind', is: 'company' }], negated: true },
      ],
    }),
    'pilots involving laboratories and universities without companies',
    '有实验室和大学参与、不含企业的试点',
  ],
  [
    query('pilots', 'what', [{ kind: 'pilot', id: 'nice-carnival' }]),
    'Nice Carnival in Haikou',
    '海口的尼斯狂欢节',
  ],
  [
    query('status', 'list', [{ kind: 'pilot', id: 'nice-carnival' }]),
    'status of “Nice Carnival in Haikou”',
    '“海口的尼斯狂欢节”的状态',
  ],
  [query('city', 'what', [city('rome')]), 'Rome at a glance', '罗马概况'],
  [query('themes', 'what', [], { facet: 'challenges' }), 'challenges', '主要挑战'],
  [query('overview', 'what'), 'the programme in brief', '计划概况'],
  [query('contact', 'what'), 'contact', '联系方式'],
  [query('help', 'what'), 'help', '帮助'],
];

describe('a query is described', () => {
  it.each(cases)('as a short noun phrase %#', (asked, en, zh) => {
    expect(describeQuery(asked, viewIn('en'))).toBe(en);
    expect(describeQuery(asked, viewIn('zh'))).toBe(zh);
  });
});
