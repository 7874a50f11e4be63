import { describe, expect, test } from 'vitest';
import { calledInRoom, saidDirectly } from '../../../src/adapters/wechat/mention.js';

const words = {
  names: ['U-CAP 助手', '小优'],
  prefixes: ['ucap', '小U'],
  everyone: ['所有人', 'all', 'everyone'],
};
const called = (text: string, listed = false) => calledInRoom({ text, listed }, words);

describe('a mention by name', () => {
  test.each([
    ['with the space that phones put', '@小优\u2005去年的任务'],
    ['with a common space, as a Mac writes', '@小优 去年的任务'],
    ['with NBSP', '@小优\u00a0去年的任务'],
    ['with an ideographic space', '@小优\u3000去年的任务'],
    ['with a full-width at', '＠小优 去年的任务'],
    ['at the end', '去年的任务 @小优'],
    ['twice', '@小优\u2005去年的任务 @小优'],
    ['by a name with a space', '@U-CAP 助手\u2005去年的任务'],
    ['by a name with another space and other capitals', '@u-cap\u00a0助手 去年的任务'],
    ['by a name in full-width letters', '＠Ｕ-ＣＡＰ　助手　去年的任务'],
    ['and a prefix after it', '@小优\u2005小U，去年的任务'],
    ['after something invisible', '\u200b@小优\u2005去年的任务'],
  ])('%s', (_, text) => expect(called(text)).toBe('去年的任务'));

  test('keeps words on both sides apart and as they were written', () => {
    expect(called('Ｈello,　@小优\u2005note="意向书，已签"')).toBe('Ｈello,　 note="意向书，已签"');
  });

  test.each([
    ['somebody whose name begins like the bot’s', '@小优优 在吗'],
    ['an e-mail address', 'write to ann@小优'],
    ['the bare name', '小优 去年的任务'],
  ])('not %s', (_, text) => expect(called(text)).toBeUndefined());

  test('after a Chinese word without a space', () => expect(called('请问@小优\u2005任务')).toBe('请问 任务'));

  test('alone leaves nothing', () => expect(called('@小优\u2005')).toBe(''));
});

describe('a mention by id', () => {
  test('with a name that the puppet does not tell, spaces in it', () => {
    expect(called('@Bot of Ann\u2005missions 2019', true)).toBe('missions 2019');
  });
  test('without the phone’s space', () => expect(called('@bot missions 2019', true)).toBe('missions 2019'));
  test('with no name in the text', () => expect(called('missions 2019', true)).toBe('missions 2019'));
});

describe('a call to everyone', () => {
  test.each(['@所有人 明天开会', '＠所有人\u2005明天开会', '@all meeting', '@Everyone: meeting'])(
    '%s',
    (text) => {
      expect(called(text, true)).toBeUndefined();
      expect(called(text)).toBeUndefined();
    },
  );
  test('and the bot by name besides', () => expect(called('@所有人 @小优\u2005missions')).toBe('missions'));
  test('and the bot among others', () =>
    expect(called('@Ann Lee\u2005@小优\u2005missions')).toBe('missions'));
});

describe('a prefix', () => {
  test.each([
    'ucap missions 2019',
    'UCAP: missions 2019',
    'ｕｃａｐ，missions 2019',
    '/ucap missions 2019',
    '／ucap missions 2019',
    '小U missions 2019',
    '小u，missions 2019',
    '小Ｕ：missions 2019',
    ' \u200bucap\u3000missions 2019',
  ])('%s', (text) => expect(called(text)).toBe('missions 2019'));
  test('before Chinese words without a space', () => expect(called('小U去年的任务')).toBe('去年的任务'));
  test('alone', () => expect(called('小U')).toBe(''));
  test.each(['ucapital missions', 'the ucap missions', '大小U', '问小U'])('not %s', (text) => {
    expect(called(text)).toBeUndefined();
  });
});

test('without names nothing but the id and the prefixes call', () => {
  const nameless = { ...words, names: ['', '  '] };
  expect(calledInRoom({ text: '@ missions', listed: false }, nameless)).toBeUndefined();
  expect(calledInRoom({ text: 'ucap missions', listed: false }, nameless)).toBe('missions');
});

test('in a direct chat habits from rooms do not hinder', () => {
  expect(saidDirectly('@小优\u2005missions', words)).toBe('missions');
  expect(saidDirectly('ucap missions', words)).toBe('missions');
  expect(saidDirectly('[微笑]', words)).toBe('[微笑]');
});
