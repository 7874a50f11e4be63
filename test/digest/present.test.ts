import { describe, expect, test } from 'vitest';
import { renderPlain } from '../../src/adapters/console/render.js';
import { digestSource } from '../../src/digest/compose.js';
import { excerpt } from '../../src/digest/excerpt.js';
import { localesOf, presentDigest } from '../../src/digest/present.js';
import type { Change } from '../../src/programme/change.js';
import { applyChanges } from '../../src/programme/snapshot.js';
import { languages, shippedProgramme } from '../support/presenting.js';
import { announce, create, nanjing, note, set } from './changes.js';

/** The digest of 12 March 2021 as a chat shows it. */
function shown(changes: readonly Change[], asked: 'en' | 'zh' | 'both', today = '2021-03-12', after = '0') {
  const programme = applyChanges(shippedProgramme, changes);
  const request = { today, after, upTo: '999', forCoordinators: true, unheard: [] };
  const digest = digestSource(programme, changes).compose(request);
  const view = { programme, languages, timezone: 'Europe/Rome' };
  const reply = presentDigest(digest, today, localesOf(asked, 'zh'), view);
  return renderPlain(reply, { colour: false, language: languages[reply.locale] }).split('\n');
}

const april = { ...nanjing, date: '2021-04-02' };

test('a morning with news and a mission ahead, in English', () => {
  expect(shown([set(1, 'proposed', 'agreed'), create(2, april)], 'en')).toEqual([
    '📅 U-CAP digest · Friday 12 March',
    'What is new',
    'Missions',
    '• New: 2 April 2021 · Rome visits Nanjing · Li Wei (Yantai)',
    'Pilots',
    '• Sino-Italian Institute of Vine and Wine Science: proposed → agreed · Li Wei (Yantai)',
    'Within 30 days',
    '• 2 April 2021 · Rome visits Nanjing (in 21 days)',
    'Just ask me, for example: “Who are the partners of Sino-Italian Institute of Vine and Wine Science?”',
  ]);
});

test('the same morning in Chinese', () => {
  expect(shown([set(1, 'proposed', 'agreed'), create(2, april)], 'zh')).toEqual([
    '📅 U-CAP 日报 · 3月12日星期五',
    '新动态',
    '任务',
    '• 新增：2021年4月2日 罗马访问南京 · Li Wei（烟台）',
    '试点',
    '• 中意葡萄与葡萄酒科学学院：提议中 → 已签约 · Li Wei（烟台）',
    '30天内',
    '• 2021年4月2日 罗马访问南京（还有21天）',
    '直接问我，例如：“中意葡萄与葡萄酒科学学院有哪些伙伴？”',
  ]);
});

test('in both languages, the conversation’s own first', () => {
  const lines = shown([set(1, 'proposed', 'agreed')], 'both');
  expect(lines.filter((line) => line.startsWith('📅'))).toEqual([
    '📅 U-CAP 日报 · 3月12日星期五',
    '📅 U-CAP digest · Friday 12 March',
  ]);
});

test('several fields of one record stand on one line', () => {
  const lines = shown(
    [
      set(1, 'proposed', 'agreed'),
      set(2, 'culture', 'tourism', { field: 'theme' }),
      set(3, [], ['rome', 'yantai'], { field: 'cities' }),
    ],
    'en',
  );
  expect(lines).toContain(
    '• Sino-Italian Institute of Vine and Wine Science: proposed → agreed; Theme: Culture → Tourism; Cities: not set → Rome and Yantai · Li Wei (Yantai)',
  );
});

test('a long text is only said to be revised', () => {
  const lines = shown([set(1, { en: 'Old text' }, { en: 'New text' }, { field: 'about' })], 'zh');
  expect(lines).toContain('• 中意葡萄与葡萄酒科学学院：详情有更新 · Li Wei（烟台）');
});

test('a mission that is only dated to a month is not given a number of days', () => {
  const lines = shown([create(1, { ...nanjing, date: '2021-04' })], 'en', '2021-03-12', '1');
  expect(lines).toContain('• April 2021 · Rome visits Nanjing');
});

test('a note that exists in one language says so, and waits for translation as an announcement does', () => {
  const lines = shown([note(1, { zh: '周一来访' }), announce(2, { en: 'The office moves' })], 'en');
  expect(lines).toContain('• Sino-Italian Institute of Vine and Wine Science: a note · Li Wei (Yantai)');
  expect(lines).toContain('  “周一来访” (Chinese only)');
  expect(lines).toContain('• Change 1, into English: 周一来访');
  expect(lines).toContain('• Change 2, into Chinese: The office moves');
  expect(lines).toContain('To supply one, send: translate 2 and then the text.');
});

test('an anniversary', () => {
  const lines = shown([], 'zh', '2021-11-20');
  expect(lines).toContain('往年今日');
  expect(lines.find((line) => line.startsWith('• 2年前：'))).toContain('中国城市访问罗马、布鲁塞尔');
});

test('a sign of life when there is nothing to say', () => {
  expect(shown([], 'en')).toContain('All quiet: nothing new, and no mission within 30 days.');
});

describe('an excerpt', () => {
  test('keeps what is short as it is, on one line', () => {
    expect(excerpt('one\ntwo')).toBe('one two');
  });

  test('never cuts a character in half', () => {
    const families = '👨‍👩‍👧‍👦'.repeat(200);
    expect(excerpt(families, 10)).toBe(`${'👨‍👩‍👧‍👦'.repeat(10)}…`);
  });
});
