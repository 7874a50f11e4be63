import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Ask } from '../../query/query.js';
import type { Choice } from '../reply.js';
import type { Body } from './body.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { missionLine } from './mission-account.js';
import { missionCard, missionChoices } from './mission-card.js';
import { manyMissionsLead, oneMissionLead } from './mission-lead.js';
import { optionalLine } from './optional-line.js';
import { asking, queryFor } from './queries.js';
import { recordsOf, shownMission } from './records.js';
import type { View } from './view.js';
import { waysOnFromMission } from './ways-on.js';

/** Missions: the answer to what was asked of them, then the one or the list of them. */
export function missionsBody(found: Found, view: View): Body {
  const missions = recordsOf(view.programme.missions, found.items);
  const [only] = missions;
  if (missions.length === 1 && only !== undefined) return oneMission(only, found, view);
  const page = pageOf(missions, 'missions', found, view);
  return {
    blocks: [
      ...manyMissionsLead(missions, found, view),
      listHeading('missions', found, view),
      numbered(
        page.records.map((mission) => ({ text: missionLine(mission, view), invocation: opening(mission) })),
      ),
      ...page.blocks,
      ...optionalLine(found, view),
    ],
    choices: page.choices,
    shown: page.records.map((mission) => shownMission(mission, view)),
  };
}

/** What is answered in one sentence, with the card one step away. */
const inOneSentence = new Set<Ask>(['who', 'when', 'where', 'whether']);

function oneMission(mission: Mission, found: Found, view: View): Body {
  const short = found.query.pick !== 'next' && inOneSentence.has(found.query.ask);
  const details: Choice = { label: view.language.t('answers:choice.details'), invocation: opening(mission) };
  return {
    blocks: [
      ...oneMissionLead(mission, found, view),
      ...(short ? [] : missionCard(mission, view)),
      ...optionalLine(found, view),
    ],
    choices: short
      ? [details, ...waysOnFromMission(found.query, mission, view)]
      : missionChoices(mission, found.query, view),
    shown: [shownMission(mission, view)],
  };
}

function opening(mission: Mission) {
  return asking(queryFor('missions', 'what', { kind: 'mission', id: mission.id }));
}
