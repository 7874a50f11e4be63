import { expect, test } from 'vitest';
import { mentions, typedText } from '../../../src/adapters/slack/typed-text.js';

test.each([
  ['<@UBOT> next', 'next'],
  ['and <@UBOT|u-cap>, what is next?', 'and , what is next?'],
  ['grant <@U2|ben> coordinator', 'grant <@U2|ben> coordinator'],
  ['R&amp;D &lt;now&gt; &amp;lt;', 'R&D <now> &lt;'],
  ['see <https://rome.example/a|rome.example/a>', 'see rome.example/a'],
  ['write to <mailto:a@b.example|a@b.example>', 'write to a@b.example'],
  ['ask in <#C1|general> or <#C2>', 'ask in #general or #C2'],
  ['<!channel> 3 < 4', '<!channel> 3 < 4'],
  ['update x note="two\nlines  kept"', 'update x note="two\nlines  kept"'],
  ['  ', ''],
])('%j was typed as %j', (encoded, typed) => {
  expect(typedText(encoded, 'UBOT')).toBe(typed);
});

test('a mention is of one user only', () => {
  expect(mentions('hi <@UBOT>', 'UBOT')).toBe(true);
  expect(mentions('hi <@UBOT|u-cap>', 'UBOT')).toBe(true);
  expect(mentions('hi <@UBOT2>', 'UBOT')).toBe(false);
  expect(mentions('hi UBOT', undefined)).toBe(false);
});
