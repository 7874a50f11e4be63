import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Ask } from '../../query/query.js';
import type { Block, Choice, ListItem } from '../reply.js';
import type { Body } from './body.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { missionCard, missionChoices } from './mission-card.js';
import { missionItem, openingOf } from './mission-item.js';
import { manyMissionsLead, oneMissionLead } from './mission-lead.js';
import { optionalLine } from './optional-line.js';
import { noOutcomes, outcomeDetail } from './outcomes.js';
import { recordsOf, shownMission } from './records.js';
import { signersNotGiven } from './signatories.js';
import type { View } from './view.js';
import { waysOnFromMission } from './ways-on.js';

/** As many missions as need no heading when a sentence leads them. */
const FEW = 3;

/** Missions: the answer to what was asked of them, then the one or the list of them. */
export function missionsBody(found: Found, view: View): Body {
  const missions = recordsOf(view.programme.missions, found.items);
  const [only] = missions;
  if (missions.length === 1 && only !== undefined) return oneMission(only, found, view);
  const signed = signersNotGiven(missions, found, view);
  const lead = signed ?? manyMissionsLead(missions, found, view);
  const isWhole = lead.length > 0 && missions.length <= FEW && found.query.ask !== 'whether';
  const saysItAll = signed !== undefined || isWhole;
  const page = pageOf(missions, 'missions', found, view);
  return {
    blocks: [
      ...lead,
      ...(saysItAll ? [] : [listHeading('missions', found, view)]),
      numbered(page.records.map((mission) => itemOf(mission, found, missions, view))),
      ...page.blocks,
      ...optionalLine(found, view),
    ],
    choices: page.choices,
    shown: page.records.map((mission) => shownMission(mission, view)),
  };
}

/** A mission's line, with what came of it where that is asked and any of them tells it. */
function itemOf(mission: Mission, { query }: Found, all: readonly Mission[], view: View): ListItem {
  const item = missionItem(mission, view);
  if (query.ask !== 'outcomes' || noOutcomes(all, view).length > 0) return item;
  return { ...item, detail: outcomeDetail(mission, view) };
}

/** What is answered in one sentence, with the card one step away. */
const inOneSentence = new Set<Ask>(['who', 'when', 'where', 'whether', 'standing']);

function oneMission(mission: Mission, found: Found, view: View): Body {
  const short = found.query.pick !== 'next' && inOneSentence.has(found.query.ask);
  const details: Choice = {
    label: view.language.t('answers:choice.details'),
    invocation: openingOf(mission, view),
  };
  return {
    blocks: [
      ...(signersNotGiven([mission], found, view) ?? oneMissionLead(mission, found, view)),
      ...(short ? [] : missionCard(mission, view)),
      ...dayNotGiven(mission, found, view),
      ...optionalLine(found, view),
    ],
    choices: short
      ? [details, ...waysOnFromMission(found.query, mission, view)]
      : missionChoices(mission, found.query, view),
    shown: [shownMission(mission, view)],
  };
}

/** Says so when a day was asked for and the source dates the mission to its month or year. */
function dayNotGiven(mission: Mission, { query }: Found, { language: { t, formats } }: View): Block[] {
  const [asked, ...others] = query.dates;
  if (asked === undefined || others.length > 0 || asked.from !== asked.to) return [];
  const days = [mission.date, ...mission.events.flatMap(({ date }) => date ?? [])];
  if (days.includes(asked.from)) return [];
  const values = { day: formats.date(asked.from), date: formats.date(mission.date) };
  return [{ kind: 'note', text: t('answers:mission.day-not-given', values) }];
}
