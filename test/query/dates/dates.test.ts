import { expect, test } from 'vitest';
import { shippedEngine } from '../../support/query-core.js';

const TODAY = '2020-03-10';

function days(text: string): string[] {
  return shippedEngine
    .explain(`${text}`, { today: TODAY })
    .dates.map(({ range }) => `${range.from} ${range.to}`);
}

const month = (name: string, last: number) => `${name}-01 ${name}-${last}`;

const june = ['2018', '2019', '2020'].map((year) => month(`${year}-06`, 30));
const july = ['2018', '2019', '2020'].map((year) => month(`${year}-07`, 31));

test.each([
  ['missions in 2019', ['2019-01-01 2019-12-31']],
  ['2019年的任务', ['2019-01-01 2019-12-31']],
  ['missions in June 2019', [month('2019-06', 30)]],
  ['２０１９年６月的任务', [month('2019-06', 30)]],
  ['二〇一九年九月的任务', [month('2019-09', 30)]],
  ['19年4月的任务', [month('2019-04', 30)]],
  ['missions 2019-06', [month('2019-06', 30)]],
  ['missions in Sept 19', [month('2019-09', 30)]],
  ['meetings in Nov 20', ['2018-11-20 2018-11-20', '2019-11-20 2019-11-20', '2020-11-20 2020-11-20']],
  ['missions 2019/6', [month('2019-06', 30)]],
  ['十月 2019 missions', [month('2019-10', 31)]],
  ['meetings on 20 November 2019', ['2019-11-20 2019-11-20']],
  ['meetings on November 20th, 2019', ['2019-11-20 2019-11-20']],
  ['meetings on 20.11.2019', ['2019-11-20 2019-11-20']],
  ['2019年11月20日的会议', ['2019-11-20 2019-11-20']],
  ['meetings on Wednesday 20 November', ['2019-11-20 2019-11-20']],
  ['11月20日星期三的会议', ['2019-11-20 2019-11-20']],
  ['missions in Q2 2019', ['2019-04-01 2019-06-30']],
  ['missions in the second quarter of 2019', ['2019-04-01 2019-06-30']],
  ['2019年第三季度的任务', ['2019-07-01 2019-09-30']],
  ['二季度的任务', ['2020-04-01 2020-06-30']],
  ['missions in the first half of 2019', ['2019-01-01 2019-06-30']],
  ['2019下半年的任务', ['2019-07-01 2019-12-31']],
  ['今年上半年的任务', ['2020-01-01 2020-06-30']],
  ['missions in autumn 2018', ['2018-09-01 2018-11-30']],
  ['去年秋天的任务', ['2019-09-01 2019-11-30']],
  ['missions last autumn', ['2019-09-01 2019-11-30']],
  ['missions in winter 2019/2020', ['2019-12-01 2020-02-29']],
  ['去年11月的任务', [month('2019-11', 30)]],
  ['前年的任务', ['2018-01-01 2018-12-31']],
  ['上个月的任务', ['2020-02-01 2020-02-29']],
  ['missions last month', ['2020-02-01 2020-02-29']],
  ['missions next month', [month('2020-04', 30)]],
  ['missions last year', ['2019-01-01 2019-12-31']],
  ['meetings two years ago', ['2018-01-01 2018-12-31']],
  ['三个月前的任务', [month('2019-12', 31)]],
  ['2019年前的任务', ['0001-01-01 2018-12-31']],
  ['二〇二〇年以前谁来过罗马', ['0001-01-01 2019-12-31']],
  ['两年以前的任务', ['2018-01-01 2018-12-31']],
  ['最近半年的任务', ['2019-09-10 2020-03-10']],
  ['missions in the first two months of 2019', ['2019-01-01 2019-02-28']],
  ['missions in the last three months of 2018', ['2018-10-01 2018-12-31']],
  ['missions up to and including June 2019', ['0001-01-01 2019-06-30']],
  ['missions between the tech week and the forum', []],
  ['missions between the forum and the city fair', ['2019-05-01 2019-09-30']],
  ['missions in the last three months', ['2019-12-10 2020-03-10']],
  ['meetings last June', [month('2019-06', 30)]],
  ['missions between April and June 2020', ['2020-04-01 2020-06-30']],
  ['2019年6月到9月的任务', ['2019-06-01 2019-09-30']],
  ['4-6月的任务', ['2018-04-01 2018-06-30', '2019-04-01 2019-06-30', '2020-04-01 2020-06-30']],
  ['missions from 2018 to 2019', ['2018-01-01 2019-12-31']],
  ['missions 2018-2019', ['2018-01-01 2019-12-31']],
  ['missions in April or June 2019', [month('2019-04', 30), month('2019-06', 30)]],
  ['sept 2018 + nov 2018', [month('2018-09', 30), month('2018-11', 30)]],
  ['missions before April 2019', ['0001-01-01 2019-03-31']],
  ['2019年4月之前的任务', ['0001-01-01 2019-03-31']],
  ['missions after October 2019', ['2019-11-01 9999-12-31']],
  ['2019年10月之后的任务', ['2019-11-01 9999-12-31']],
  ['missions since the summer of 2019', ['2019-06-01 9999-12-31']],
  ['自2019年6月以来的任务', ['2019-06-01 9999-12-31']],
  ['missions from October 2019 onwards', ['2019-10-01 9999-12-31']],
  ['missions until June 2019', ['0001-01-01 2019-06-30']],
  ['early 2020 missions', ['2020-01-01 2020-03-31']],
  ['2019年底的任务', ['2019-10-01 2019-12-31']],
  ['missions in April', [month('2018-04', 30), month('2019-04', 30), month('2020-04', 30)]],
  ['trips within four months after May 2019', ['2019-06-01 2019-09-30']],
  ['who met in the two months before April 2019', ['2019-02-01 2019-03-31']],
  ['2018年10月之后三个月内的任务', ['2018-11-01 2019-01-31']],
  ['半年内有什么会', ['2019-09-10 2020-03-10']],
  ['2018年9至11月的任务', ['2018-09-01 2018-11-30']],
  ['去年9、10月谁来过', [month('2019-09', 30), month('2019-10', 31)]],
  ['2019年三四月份的活动', [month('2019-03', 31), month('2019-04', 30)]],
  ['2018年10、11和12月的任务', [month('2018-10', 31), month('2018-11', 30), month('2018-12', 31)]],
  ['六七月有没有会', [...june, ...july]],
  ['年底有什么安排', ['2020-10-01 2020-12-31']],
  ['2018年年初到年中的任务', ['2018-01-01 2018-08-31']],
  ['今年年底前的任务', ['0001-01-01 2020-12-31']],
  ['去年同期的任务', [month('2019-03', 31)]],
  ['前年今天的任务', ['2018-03-10 2018-03-10']],
  ['两个月内的出访', ['2020-01-10 2020-03-10']],
  ['meetings since the pandemic broke out', ['2020-04-01 9999-12-31']],
  ['疫情爆发以来的线上会', ['2020-04-01 9999-12-31']],
])('%s', (text, expected) => {
  expect(days(text)).toEqual(expected);
});

test.each([
  ['What took place before Haikou travelled to Nice?', ['0001-01-01 2019-09-30']],
  ['After the trip of Haikou to Nice, who went to Brussels?', ['2019-11-01 9999-12-31']],
  ['which meetings were online since Granada visited Nanjing', ['2019-06-01 9999-12-31']],
  ['海口去了尼斯之后还有什么线下活动', ['2019-11-01 9999-12-31']],
  ['欧洲城市访问昆明以前有哪些任务', ['0001-01-01 2018-10-31']],
  ['自从罗马访问南京以来的会议', ['2019-06-01 9999-12-31']],
])('the days of a mission that a clause tells: %s', (text, expected) => {
  expect(days(text)).toEqual(expected);
});

test.each([
  'Where had Granada been before Rome went to Liuzhou?',
  '罗马访问柳州之前去过哪儿',
  'missions half a year after April 2019',
  '13月的任务',
])('a time that nothing tells for certain is not left out: %s', (text) => {
  const answer = shippedEngine.ask(text, { today: TODAY });
  expect(answer.outcome).toBe('suggest');
});

test.each([
  'may I see the missions',
  'who will march to the forum',
  '三月街有任务吗',
  'the second mission',
  'one more mission',
])('a word that is of time only by chance gives no date: %s', (text) => {
  expect(days(text)).toEqual([]);
});

test.each(['missions outside of 2019', '2019年以外的任务', '2019年的不算，还有哪些任务'])(
  'a date is left out where it is excepted: %s',
  (text) => {
    const answer = shippedEngine.ask(text, { today: TODAY });
    expect(answer).toMatchObject({
      outcome: 'answer',
      query: {
        dates: [
          { from: '0001-01-01', to: '2018-12-31' },
          { from: '2020-01-01', to: '9999-12-31' },
        ],
      },
    });
  },
);
