import { expect, test } from 'vitest';
import type { Change } from '../../../src/programme/change.js';
import { applyChanges } from '../../../src/programme/snapshot.js';
import { city, found, linesOf, query, shippedProgramme, viewIn } from '../../support/presenting.js';

const header = (id: string, at: string, byName: string) => ({ id, at, by: 'slack:T1:U1', byName });
const wine = { kind: 'pilot', id: 'wine-institute' } as const;
const forum = { kind: 'mission', id: '2019-04-brussels-forum-rome-roundtable' } as const;
const agreed: Change = {
  ...header('1', '2021-03-12T23:30:00Z', 'Li Wei (Yantai)'),
  kind: 'set',
  target: wine,
  fields: [{ field: 'status', before: 'proposed', after: 'agreed' }],
  note: { en: 'MoU signed in Yantai' },
};
const retitled: Change = {
  ...header('2', '2021-03-14T09:00:00Z', 'Marco Rossi'),
  kind: 'set',
  target: wine,
  fields: [{ field: 'title', before: null, after: { zh: '葡萄酒学院' } }],
};
const planned: Change = {
  ...header('3', '2021-03-15T09:00:00Z', 'Marco Rossi'),
  kind: 'create',
  target: { kind: 'mission', id: '2021-05-rome-to-nanjing' },
  record: {
    id: '2021-05-rome-to-nanjing',
    title: { zh: '罗马访问南京' },
    aliases: { en: [], zh: [] },
    date: '2021-05',
    hosts: ['nanjing'],
    travellers: ['rome'],
    participants: [],
    organisations: [],
    status: 'planned',
    events: [],
    outcomes: [],
    topics: [],
    follows: [],
    summary: { zh: '罗马访问南京' },
  },
};
const cancelled: Change = {
  ...header('4', '2021-04-01T09:00:00Z', 'Chen Jing'),
  kind: 'set',
  target: planned.target,
  fields: [{ field: 'status', before: 'planned', after: 'cancelled' }],
};

const status = found(query('status', 'list', [wine]), ['wine-institute']);
const after = (...changes: Change[]) => ({ programme: applyChanges(shippedProgramme, changes) });

test('a changed status is told with its day, by the reader’s clock, and who posted it', () => {
  expect(linesOf(status, viewIn('en', { ...after(agreed), timezone: 'UTC' }))).toEqual([
    'Agreed: Sino-Italian Institute of Vine and Wine Science',
    'Note: MoU signed in Yantai',
    '1 History of changes · 2 About this pilot · 3 Its partners',
    'Agreed since 12 March 2021 · posted by Li Wei (Yantai)',
    'Source: U-CAP summary',
  ]);
  expect(linesOf(status, viewIn('zh', { ...after(agreed), timezone: 'Asia/Shanghai' }))).toEqual([
    '已签约：中意葡萄与葡萄酒科学学院',
    '备注：MoU signed in Yantai（仅英文）',
    '1 变更记录 · 2 试点详情 · 3 合作伙伴',
    '2021年3月13日更新为“已签约” · 发布人：Li Wei (Yantai)',
    '来源：U-CAP 摘要',
  ]);
});

test('a later change of another field does not hide since when the status holds', () => {
  const lines = linesOf(status, viewIn('en', after(agreed, retitled)));
  expect(lines[0]).toBe('Agreed: 葡萄酒学院 (Chinese only)');
  expect(lines.slice(-3)).toEqual([
    'Agreed since 13 March 2021 · posted by Li Wei (Yantai)',
    'Updated on 14 March 2021 · posted by Marco Rossi',
    'Source: U-CAP summary',
  ]);
});

test('a record that was added has no source but who posted it', () => {
  const id = '2021-05-rome-to-nanjing';
  const opened = found(query('missions', 'what', [{ kind: 'mission', id }]), [id]);
  expect(linesOf(opened, viewIn('en', after(planned)))).toEqual([
    '罗马访问南京 (Chinese only)',
    'Date: May 2021',
    'Status: planned',
    'Parties: Rome → Nanjing',
    '1 History of changes · 2 Other missions of Rome · 3 Pilots with Nanjing',
    'Added on 15 March 2021 · posted by Marco Rossi',
  ]);
  expect(linesOf(opened, viewIn('en', after(planned, cancelled))).at(-1)).toBe(
    'Marked as cancelled on 1 April 2021 · posted by Chen Jing',
  );
});

test('in a list every changed record is named, and many are counted', () => {
  const missions = found(query('missions', 'list', [city('nanjing')]), [
    '2019-06-rome-granada-to-nanjing',
    '2021-05-rome-to-nanjing',
  ]);
  expect(linesOf(missions, viewIn('zh', after(planned)))).toEqual([
    '南京的任务（2项）',
    '1 2019年6月 罗马、格拉纳达访问南京',
    '2 2021年5月 罗马访问南京（计划中）',
    '回复编号查看详情。',
    '罗马访问南京：2021年3月15日新增 · 发布人：Marco Rossi',
    '来源：U-CAP 摘要',
  ]);
  const pilots = [...shippedProgramme.pilots.keys()].slice(0, 5);
  const all = pilots.map((id) => ({ ...agreed, target: { ...wine, id } }));
  const lines = linesOf(found(query('pilots', 'list'), pilots), viewIn('en', after(...all)));
  expect(lines.filter((line) => line.includes('posted by'))).toHaveLength(3);
  expect(lines.at(-2)).toBe('2 more of these have been updated.');
});

test('the history is offered as an invocation of its own', () => {
  expect(linesOf(status, viewIn('en'))[1]).not.toContain('History');
});

test('after an undo the change that holds again is told, with its note', () => {
  const running: Change = {
    ...header('5', '2021-04-02T09:00:00Z', 'Marco Rossi'),
    kind: 'set',
    target: wine,
    fields: [{ field: 'status', before: 'agreed', after: 'running' }],
  };
  const undo = (id: string, undoes: string, before: string, after: string): Change => ({
    ...header(id, '2021-04-03T09:00:00Z', 'Chen Jing'),
    kind: 'set',
    target: wine,
    fields: [{ field: 'status', before, after }],
    undoes,
  });
  const once = [agreed, running, undo('6', '5', 'running', 'agreed')];
  const asBefore = linesOf(status, viewIn('en', after(agreed)));
  expect(linesOf(status, viewIn('en', after(...once)))).toEqual(asBefore);
  expect(asBefore).toContain('Note: MoU signed in Yantai');
  const twice = linesOf(status, viewIn('en', after(...once, undo('7', '6', 'agreed', 'running'))));
  expect(twice).toContain('Running since 2 April 2021 · posted by Marco Rossi');
  const none = linesOf(status, viewIn('en', after(agreed, undo('6', '1', 'agreed', 'proposed'))));
  expect(none.filter((line) => /Note|posted/.test(line))).toEqual([]);
});

test.each([
  ['pilot', wine.id, query('pilots', 'what', [wine])],
  ['mission', forum.id, query('missions', 'what', [forum])],
  ['partner', 'setel', query('partners', 'what', [{ kind: 'organisation', id: 'setel' }])],
] as const)('the note on a %s stands on its card, until it is taken back', (kind, id, asked) => {
  const noted: Change = {
    ...header('1', '2021-03-12T09:00:00Z', 'Marco Rossi'),
    kind: 'set',
    target: { kind, id },
    fields: [],
    note: { en: 'Office moved to Via Roma' },
  };
  const takenBack: Change = {
    ...header('2', '2021-03-13T09:00:00Z', 'Marco Rossi'),
    kind: 'set',
    target: { kind, id },
    fields: [],
    undoes: '1',
  };
  const card = (...changes: Change[]) => linesOf(found(asked, [id]), viewIn('en', after(...changes)));
  expect(card(noted)).toContain('Note: Office moved to Via Roma');
  expect(card(noted, takenBack).join('\n')).not.toContain('Note:');
});
