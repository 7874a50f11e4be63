import { describe, expect, it } from 'vitest';
import { found, linesOf, query, shippedProgramme, viewIn } from '../../support/presenting.js';

const ofOffices = query('status', 'list', [{ kind: 'pilot', id: 'rep-offices' }]);
const every = [...shippedProgramme.pilots.keys()];

describe('the status of one pilot', () => {
  it('comes first', () => {
    expect(linesOf(found(ofOffices, ['rep-offices']), viewIn('en'))).toEqual([
      'Proposed: Representative offices and a smart-tourism event',
      '1 About this pilot · 2 Pilots under Tourism',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(found(ofOffices, ['rep-offices']), viewIn('zh'))[0]).toBe('提议中：代表处与智慧旅游活动');
  });

  it('follows yes or no when that was asked', () => {
    const whether = found({ ...ofOffices, ask: 'whether' }, ['rep-offices'], { holds: false });
    expect(linesOf(whether, viewIn('en')).slice(0, 2)).toEqual([
      'No – it is only proposed.',
      'Proposed: Representative offices and a smart-tourism event',
    ]);
    expect(linesOf(whether, viewIn('zh'))[0]).toBe('还没有，目前只是提议。');
  });
});

describe('the status of all pilots', () => {
  it('begins with how many stand where', () => {
    const pilots = new Map(shippedProgramme.pilots);
    const wine = pilots.get('wine-institute');
    if (wine !== undefined) pilots.set('wine-institute', { ...wine, status: 'agreed' });
    const programme = { ...shippedProgramme, pilots };
    const answer = found(query('status', 'list'), every);
    expect(linesOf(answer, viewIn('en', { programme }))[0]).toBe('14 pilots: 13 proposed, 1 agreed');
    expect(linesOf(answer, viewIn('zh', { programme }))[0]).toBe('共14个试点：提议中13个、已签约1个');
  });

  it('is what is said when none has the status asked for', () => {
    const running = query('pilots', 'whether', [{ kind: 'pilot-status', is: 'running' }]);
    const answer = found(running, [], { optional: every, holds: false });
    expect(linesOf(answer, viewIn('en'))).toEqual([
      'No pilot is running at present. All 14 are proposed.',
      '1 Status of all pilots',
      'Source: U-CAP summary',
    ]);
    expect(linesOf(answer, viewIn('zh')).slice(0, 2)).toEqual([
      '目前没有进行中的试点。全部14个试点目前均为“提议中”。',
      '1 全部试点的状态',
    ]);
  });
});
