import { describe, expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const all = withCoordination();

describe('a place that the programme does not hold', () => {
  it.each([
    ['pilot wine-institute', 'Is Berlin in the programme?', ['“Berlin”', 'All cities'], 'wine'],
    ['试点 葡萄酒学院', '里昂在计划里吗？', ['里昂', '所有城市'], '葡萄'],
    ['试点 葡萄酒学院', '柏林有哪些试点？', ['柏林', '所有城市'], '葡萄'],
  ])('is asked about by itself: %s, %s', async (before, question, told, leftover) => {
    await all.guest.says(before);
    const reply = await all.guest.says(question);
    for (const part of told) expect(reply).toContain(part);
    expect(reply).not.toContain(leftover);
  });

  it('leaves no yes or no to what is offered instead', async () => {
    expect(await all.guest.says('Is the wine institute in Berlin?')).toContain('1 ');
    expect(await all.guest.says('1')).toMatch(/^Sino-Italian Institute/);
    expect(await all.guest.says('葡萄酒学院在柏林吗？')).toContain('1 ');
    expect(await all.guest.says('1')).toMatch(/^中意葡萄/);
  });

  it('may still be put in place of the one before', async () => {
    await all.guest.says('pilots with Haikou');
    expect(await all.guest.says('and Berlin?')).toContain('“Berlin” is not in the programme.');
    await all.guest.says('试点 葡萄酒学院');
    expect(await all.guest.says('进展如何？')).toContain('提议中');
  });
});
