import type { Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Choice } from '../reply.js';
import type { Body } from './body.js';
import { historyChoice } from './history-choice.js';
import { numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { pilotChoices } from './pilot-card.js';
import { aboutPilot, pilotItem } from './pilots.js';
import { noteFact } from './provenance.js';
import { recordsOf, shownPilot } from './records.js';
import { statusesAsked, whetherOne } from './standing.js';
import { statusTally } from './status-tally.js';
import type { View } from './view.js';
import { capitalised, told } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Where pilots stand: the current status first. */
export function statusBody(found: Found, view: View): Body {
  const pilots = recordsOf(view.programme.pilots, found.items);
  const [only] = pilots;
  const whether = found.query.ask === 'whether';
  const optional = optionalLine(found, view);
  if (pilots.length === 1 && only !== undefined) {
    return {
      blocks: [...(whether ? whetherOne(only, found, view) : []), ...standingOf(only, view), ...optional],
      choices: choices(only, view),
      shown: [shownPilot(only, view)],
    };
  }
  const page = pageOf(pilots, 'status', found, view);
  return {
    blocks: [
      // How many stand where tells more than a yes that they were found.
      ...(whether && statusesAsked(found.query).length > 0 ? yesOrNo(found, view) : []),
      { kind: 'heading', text: statusTally(pilots, view) },
      numbered(page.records.map((pilot) => pilotItem(pilot, view))),
      ...page.blocks,
      ...optional,
    ],
    choices: page.choices,
    shown: page.records.map((pilot) => shownPilot(pilot, view)),
  };
}

/** "Agreed: Sino-Italian Institute …", with the note of its latest change. */
function standingOf(pilot: Pilot, view: View): Block[] {
  const { t } = view.language;
  const status = capitalised(t(`answers:status.${pilot.status}`));
  const heading = t('answers:state.one', { status, title: told(pilot.title, view) });
  const facts = noteFact(`pilot:${pilot.id}`, view);
  return [
    { kind: 'heading', text: heading },
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

function choices(pilot: Pilot, view: View): Choice[] {
  const history = historyChoice(`pilot:${pilot.id}`, view);
  const others = pilotChoices(pilot, view).filter(({ invocation }) => invocation.command !== 'history');
  return [...history, aboutPilot(pilot, view), ...others].slice(0, 3);
}
