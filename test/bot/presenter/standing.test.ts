import { describe, expect, it } from 'vitest';
import { city, found, linesOf, query, shippedProgramme, viewIn } from '../../support/presenting.js';

const wine = { kind: 'pilot', id: 'wine-institute' } as const;

function firstLines(answer: ReturnType<typeof found>): [string | undefined, string | undefined] {
  return [linesOf(answer, viewIn('en'))[0], linesOf(answer, viewIn('zh'))[0]];
}

describe('whether a pilot stands somewhere', () => {
  it('is denied with where it stands, even when the pilot was found', () => {
    const running = query('status', 'whether', [wine, { kind: 'pilot-status', is: 'running' }]);
    const denied = ['No – it is only proposed.', '还没有，目前只是提议。'];
    expect(firstLines(found(running, ['wine-institute'], { holds: true }))).toEqual(denied);
    expect(firstLines(found(running, [], { holds: false }))).toEqual(denied);
  });

  it('is no "not yet" for a setback', () => {
    const cancelled = query('status', 'whether', [wine, { kind: 'pilot-status', is: 'cancelled' }]);
    expect(firstLines(found(cancelled, ['wine-institute'], { holds: false }))).toEqual([
      'No – it is proposed.',
      '没有，目前是提议中。',
    ]);
  });

  it('is affirmed when it does', () => {
    const proposed = query('status', 'whether', [wine, { kind: 'pilot-status', is: 'proposed' }]);
    expect(firstLines(found(proposed, ['wine-institute'], { holds: true }))).toEqual([
      'Yes, it is proposed.',
      '是的，目前是提议中。',
    ]);
  });

  it('is answered with the status alone when the question names none', () => {
    expect(
      firstLines(found(query('pilots', 'whether', [wine]), ['wine-institute'], { holds: true })),
    ).toEqual(['It is only proposed so far.', '目前还只是提议。']);
    const onWine = query('pilots', 'whether', [{ kind: 'topic', id: 'wine' }]);
    expect(firstLines(found(onWine, ['wine-institute'], { holds: true }))).toEqual([
      'There is one pilot. It is only proposed so far.',
      '有一个试点，目前还只是提议。',
    ]);
  });
});

describe('how pilots stand that no name tells apart', () => {
  const ofCity = (ask: 'whether' | 'list', id: string) =>
    query('status', ask, [{ kind: 'topic', id: 'summer-school' }, city(id)]);

  it('is told without a yes: what was asked may be whether it was cancelled', () => {
    expect(
      firstLines(found(ofCity('whether', 'yantai'), ['summer-precision-agri'], { holds: true })),
    ).toEqual(['It is only proposed so far.', '目前还只是提议。']);
  });

  it('is told of several by how many stand where', () => {
    const several = found(ofCity('whether', 'rome'), ['summer-bim-gis', 'summer-smart-tourism'], {
      holds: true,
    });
    expect(firstLines(several)).toEqual(['2 pilots: 2 proposed', '共2个试点：提议中2个']);
  });

  it('opens with yes where the status that was asked is theirs', () => {
    const { clauses } = ofCity('whether', 'rome');
    const asked = query('status', 'whether', [{ kind: 'pilot-status', is: 'proposed' }]);
    const all = { ...asked, clauses: [...clauses, ...asked.clauses] };
    const several = found(all, ['summer-bim-gis', 'summer-smart-tourism'], { holds: true });
    expect(firstLines(several)).toEqual(['Yes.', '是的。']);
  });
});

describe('yes', () => {
  it('does not stand before an open question', () => {
    const all = [...shippedProgramme.pilots.keys()];
    expect(firstLines(found(query('pilots', 'whether'), all, { holds: true }))).toEqual([
      'All pilots (14)',
      '全部试点（14个）',
    ]);
    expect(firstLines(found(query('pilots', 'list'), all))).toEqual(['All pilots (14)', '全部试点（14个）']);
  });
});
