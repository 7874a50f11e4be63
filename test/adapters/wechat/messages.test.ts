import { expect, test } from 'vitest';
import { messagesFor } from '../../../src/adapters/wechat/messages.js';

const said = (text: string) => ({ kind: 'text', text }) as const;
const image = { kind: 'image', url: 'https://example.org/a.png' } as const;
const ann = (name: string) => ({ id: 'wxid_ann', name });

test('in a direct chat nobody is called', () => {
  expect(messagesFor([said('你好')], undefined)).toEqual([said('你好')]);
});

test('in a room the asker is called before the first words, and mentioned', () => {
  expect(messagesFor([said('One'), said('Two')], ann('Ann'))).toEqual([
    { kind: 'text', text: '@Ann\u2005One', mentionIds: ['wxid_ann'] },
    said('Two'),
  ]);
});

test('before an image the call stands alone', () => {
  expect(messagesFor([image, said('A map')], ann('Ann'))).toEqual([
    { kind: 'text', text: '@Ann', mentionIds: ['wxid_ann'] },
    image,
    said('A map'),
  ]);
});

test.each([
  ['a line break', 'Ann\nAll cancelled!', '@Ann All cancelled!\u2005'],
  ['another mention', 'Ann @所有人', '@Ann 所有人\u2005'],
  ['the end of a mention', 'Ann\u2005@Bo', '@Ann Bo\u2005'],
  ['half a character', 'Ann\ud83d', '@Ann\u2005'],
])('a name with %s in it stays one name', (_, name, call) => {
  expect(messagesFor([said('Hi')], ann(name))[0]).toMatchObject({ text: `${call}Hi` });
});

test('a name is called by its first 64 characters, and never by half a character', () => {
  const [first] = messagesFor([said('Hi')], ann(`${'a'.repeat(63)}😀`));
  expect(first).toMatchObject({ text: `@${'a'.repeat(63)}\u2005Hi` });
});

test('a long answer mentions the asker once', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `${index} 罗马和格拉纳达访问南京`).join('\n');
  const messages = messagesFor([said(lines)], ann('Ann'));
  expect(messages.length).toBeGreaterThan(1);
  const mentions = messages.filter((message) => 'mentionIds' in message);
  expect(mentions).toEqual([messages[0]]);
});
