import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/bot/words.js';

describe('what is typed after a command', () => {
  it('is split into words and pairs', () => {
    expect(splitWords('wine-institute status=agreed note="MoU signed"')).toMatchObject({
      head: 'wine-institute',
      list: ['wine-institute'],
      pairs: [
        { key: 'status', value: 'agreed' },
        { key: 'note', value: 'MoU signed' },
      ],
    });
  });

  it('takes full-width signs and quotes, and Chinese keys', () => {
    expect(splitWords('葡萄酒学院 状态＝已签约 备注=“在烟台签署 备忘录”').pairs).toEqual([
      { key: '状态', value: '已签约' },
      { key: '备注', value: '在烟台签署 备忘录' },
    ]);
  });

  it('lets a value without quotes reach to the next key', () => {
    expect(splitWords('mission title=Spring visit date=2021-05').pairs).toEqual([
      { key: 'title', value: 'Spring visit' },
      { key: 'date', value: '2021-05' },
    ]);
  });

  it('keeps an equals sign inside quotes', () => {
    expect(splitWords('x note="a=b c=d"').pairs).toEqual([{ key: 'note', value: 'a=b c=d' }]);
  });

  it('loses nothing after a quote that is never closed', () => {
    expect(splitWords('x note="half a note').pairs).toEqual([{ key: 'note', value: 'half a note' }]);
  });

  it.each([
    ['x note="say "hello" there" status=agreed', 'say "hello" there'],
    ['x note="say \\"hello\\"" status=agreed', 'say "hello"'],
    ['x 备注=“烟台签署，双方“很高兴”。” 状态=已签约', '烟台签署，双方“很高兴”。'],
    ['x note="signed", status=agreed', 'signed'],
    ['x note="signed"off status=agreed', '"signed"off'],
  ])('keeps the quotation marks within the value of %s', (typed, value) => {
    const [note, status, ...more] = splitWords(typed).pairs;
    expect(note?.value).toBe(value);
    expect(status?.value).toMatch(/agreed|已签约/);
    expect(more).toEqual([]);
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '=', '"', '“', ' ', '状', '\n', '＝') }), (text) => {
        const { list, pairs } = splitWords(text);
        expect(list.length + pairs.length).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});
