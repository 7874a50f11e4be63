import { describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/adapters/wechat/render.js';
import { numberedInvocations, type Reply } from '../../../src/bot/reply.js';
import { createLanguages } from '../../../src/i18n/languages.js';

const languages = createLanguages();
const open = (id: string) => ({ command: 'open', args: { id } });
const shown = (reply: Reply) =>
  renderReply(reply, languages[reply.locale].t).map((part) =>
    part.kind === 'text' ? part.text : `<${part.url}>`,
  );
const reply = (locale: 'en' | 'zh', ...blocks: Reply['blocks'][number][]): Reply => ({
  locale,
  blocks,
  audience: 'conversation',
});

test('a list reads well on a phone', () => {
  const answer = reply(
    'zh',
    { kind: 'heading', text: '烟台的任务（2项）' },
    {
      kind: 'list',
      numbered: true,
      items: [
        { text: '2018年11月 欧洲城市访问烟台、昆明', invocation: open('a') },
        { text: '2019年9月 罗马访问烟台', detail: '签署谅解备忘录', invocation: open('b') },
      ],
    },
    { kind: 'note', text: '来源：U-CAP 摘要' },
  );
  expect(shown(answer)).toEqual([
    '烟台的任务（2项）\n1 2018年11月 欧洲城市访问烟台、昆明\n2 2019年9月 罗马访问烟台\n  签署谅解备忘录\n回复编号查看详情。\n来源：U-CAP 摘要',
  ]);
});

test('facts and changes', () => {
  const facts = [
    { label: 'Status', value: 'agreed', before: 'proposed' },
    { label: 'Note', value: 'MoU signed in Yantai' },
  ];
  expect(shown(reply('en', { kind: 'facts', facts }))).toEqual([
    'Status: proposed → agreed\nNote: MoU signed in Yantai',
  ]);
  expect(
    shown(reply('zh', { kind: 'facts', facts: [{ label: '状态', value: '已签约', before: '提议中' }] })),
  ).toEqual(['状态：提议中 → 已签约']);
});

describe('choices', () => {
  const choice = (label: string) => ({ label, invocation: open(label) });
  test('short ones share a line', () => {
    expect(
      shown(reply('en', { kind: 'choices', choices: [choice('its partners'), choice('its status')] })),
    ).toEqual(['1 its partners · 2 its status']);
  });
  test('long ones have a line each', () => {
    const long = ['Details of this mission to Nanjing', 'All other missions of Rome'].map(choice);
    expect(shown(reply('en', { kind: 'choices', choices: long }))).toEqual([
      '1 Details of this mission to Nanjing\n2 All other missions of Rome',
    ]);
  });
});

test('numbers mean what the kernel’s numbers mean, wherever the blocks stand', () => {
  const answer = reply(
    'en',
    { kind: 'choices', choices: [{ label: 'third', invocation: open('third') }] },
    {
      kind: 'list',
      numbered: true,
      items: [{ text: 'first', invocation: open('first') }, { text: 'nothing to open' }],
    },
    { kind: 'list', numbered: false, items: [{ text: 'a bullet', invocation: open('bullet') }] },
    { kind: 'list', numbered: true, items: [{ text: 'second', invocation: open('second') }] },
  );
  const [text = ''] = shown(answer);
  expect(text.split('\n')).toEqual([
    '3 third',
    '1 first',
    '• nothing to open',
    '• a bullet',
    '2 second',
    expect.any(String),
  ]);
  numberedInvocations(answer).forEach(({ args }, index) => {
    expect(text).toContain(`${index + 1} ${(args as { id: string }).id}`);
  });
});

test('an image stands between the texts around it', () => {
  const image = { kind: 'image', url: 'https://example.org/map.png', alt: 'Map of the cities' } as const;
  expect(
    shown(reply('en', { kind: 'text', text: 'before' }, image, { kind: 'text', text: 'after' })),
  ).toEqual(['before\nMap of the cities', '<https://example.org/map.png>', 'after']);
});

test('control characters and turned text do not reach anybody', () => {
  expect(shown(reply('en', { kind: 'text', text: 'a\u0000b\u202ec\u2066d\u001b[31m' }))).toEqual([
    'abcd[31m',
  ]);
});
