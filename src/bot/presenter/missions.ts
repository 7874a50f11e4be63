import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Choice } from '../reply.js';
import type { Body } from './body.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { missionLine } from './mission-account.js';
import { missionCard, missionChoices } from './mission-card.js';
import { manyMissionsLead, oneMissionLead } from './mission-lead.js';
import { optionalLine } from './optional-line.js';
import { asking, queryFor } from './queries.js';
import { recordsOf, shownMission } from './records.js';
import type { View } from './view.js';
import { wayOnFromCities } from './ways-on.js';

/** Missions: the answer to what was asked of them, then the one or the list of them. */
export function missionsBody(found: Found, view: View): Body {
  const missions = recordsOf(view.programme.missions, found.items);
  const [only] = missions;
  return missions.length === 1 && only !== undefined
    ? oneMission(only, found, view)
    : list(missions, found, view);
}

function oneMission(mission: Mission, found: Found, view: View): Body {
  const lead = oneMissionLead(mission, found, view);
  const { ask, pick } = found.query;
  const inOneSentence =
    pick !== 'next' && (ask === 'who' || ask === 'when' || ask === 'where' || ask === 'whether');
  const details: Choice = {
    label: view.language.t('answers:choice.details'),
    invocation: asking(queryFor('missions', 'what', { kind: 'mission', id: mission.id })),
  };
  return {
    blocks: [...lead, ...(inOneSentence ? [] : missionCard(mission, view)), ...optionalLine(found, view)],
    choices: inOneSentence
      ? [details, ...wayOnFromCities(found.query, mission, view)].slice(0, 3)
      : missionChoices(mission, found.query, view),
    shown: [shownMission(mission, view)],
  };
}

function list(missions: readonly Mission[], found: Found, view: View): Body {
  const page = pageOf(missions, found, view);
  const items = page.records.map((mission) => ({
    text: missionLine(mission, view),
    invocation: asking(queryFor('missions', 'what', { kind: 'mission', id: mission.id })),
  }));
  const blocks: Block[] = [
    ...manyMissionsLead(missions, found, view),
    listHeading('missions', found, view),
    numbered(items),
    ...page.blocks,
    ...optionalLine(found, view),
  ];
  return { blocks, choices: page.choices, shown: page.records.map((mission) => shownMission(mission, view)) };
}
