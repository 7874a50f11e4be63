import { type Pilot, PilotStatus } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Choice } from '../reply.js';
import type { Body } from './body.js';
import { historyChoice } from './history-choice.js';
import { numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { pilotChoices } from './pilot-card.js';
import { pilotItem } from './pilots.js';
import { sinceOf } from './provenance.js';
import { queryFor } from './queries.js';
import { recordsOf, shownPilot } from './records.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { capitalised, told } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Where pilots stand: the current status first. */
export function statusBody(found: Found, view: View): Body {
  const pilots = recordsOf(view.programme.pilots, found.items);
  const [only] = pilots;
  const yes = found.query.ask === 'whether' ? yesOrNo(found, view) : [];
  const optional = optionalLine(found, view);
  if (pilots.length === 1 && only !== undefined) {
    return {
      blocks: [...yes, ...one(only, view), ...optional],
      choices: oneChoices(only, view),
      shown: [shownPilot(only, view)],
    };
  }
  const page = pageOf(pilots, found, view);
  return {
    blocks: [
      ...yes,
      { kind: 'heading', text: tally(pilots, view) },
      numbered(page.records.map((pilot) => pilotItem(pilot, view))),
      ...page.blocks,
      ...optional,
    ],
    choices: page.choices,
    shown: page.records.map((pilot) => shownPilot(pilot, view)),
  };
}

function one(pilot: Pilot, view: View): Block[] {
  const { t } = view.language;
  const status = capitalised(t(`answers:status.${pilot.status}`));
  const text = t('answers:state.one', { status, title: told(pilot.title, view) });
  const note = sinceOf(`pilot:${pilot.id}`, view)?.note;
  return [
    { kind: 'heading', text },
    ...(note === undefined
      ? []
      : [{ kind: 'facts', facts: [{ label: t('answers:label.note'), value: told(note, view) }] } as const]),
  ];
}

function oneChoices(pilot: Pilot, view: View): Choice[] {
  const details = choiceOf(queryFor('pilots', 'what', { kind: 'pilot', id: pilot.id }), view);
  const history = historyChoice(`pilot:${pilot.id}`, view);
  const others = pilotChoices(pilot, view).filter(({ invocation }) => invocation.command !== 'history');
  return [...history, { ...details, label: view.language.t('answers:choice.about-pilot') }, ...others].slice(
    0,
    3,
  );
}

/** "14 pilots: 12 proposed, 2 agreed". */
function tally(pilots: readonly Pilot[], view: View): string {
  const { t, formats } = view.language;
  const counts = PilotStatus.options.flatMap((status) => {
    const count = pilots.filter((pilot) => pilot.status === status).length;
    return count === 0
      ? []
      : [t('answers:state.tally', { number: formats.number(count), status: t(`answers:status.${status}`) })];
  });
  return t('answers:state.many', {
    total: t('answers:count.pilots', { count: pilots.length, number: formats.number(pilots.length) }),
    tally: counts.join(t('answers:optional.separator')),
  });
}
