import type { Found } from '../../query/answer.js';
import type { Query } from '../../query/query.js';
import type { Block, Choice } from '../reply.js';
import type { Body } from './body.js';
import { pilotNamed, plainDenial } from './denial.js';
import { noneThrough } from './none-through.js';
import { onlyThroughGroup, optionalLine } from './optional-line.js';
import { partnersNamed } from './partner-kind.js';
import { aboutPilot } from './pilots.js';
import { plannedBehind } from './planned.js';
import { citiesOf, cityTerm, partnersThrough, queryFor } from './queries.js';
import { describeRecords } from './query-label.js';
import { recordsOf } from './records.js';
import { signersNotGiven } from './signatories.js';
import { statusesAsked } from './standing.js';
import { statusTally } from './status-tally.js';
import type { View } from './view.js';
import { choiceOf, ofCity } from './ways-on.js';

/** Says plainly that there is no such record, and restates what was looked for so that the reader can check it. */
export function noneBody(found: Found, view: View): Body {
  const next = found.query.intent === 'missions' && found.query.pick === 'next';
  const { source } = view.programme.overview;
  return {
    blocks: next ? [nothingPlanned(found.query, view)] : nothingFound(found, view),
    choices: next ? [lastMission(found.query, view)] : wider(found.query, view),
    shown: [{ title: '', document: source.document }],
  };
}

function nothingPlanned(query: Query, view: View): Block {
  const { t } = view.language;
  const text =
    query.clauses.length === 0
      ? t('answers:none.planned')
      : t('answers:none.planned-for', { what: describeRecords({ ...query, pick: 'all' }, view) });
  return { kind: 'text', text };
}

function lastMission(query: Query, view: View): Choice {
  return choiceOf({ ...query, ask: 'what', pick: 'last', dates: [] }, view);
}

function nothingFound(found: Found, view: View): Block[] {
  const { t } = view.language;
  const signed = signersNotGiven(recordsOf(view.programme.missions, found.optional), found, view);
  if (signed !== undefined) return signed;
  const plainly = onlyThroughGroup(found, view) ?? noneThrough(found, view) ?? plainDenial(found, view);
  if (plainly !== undefined) return [plainly, ...plannedBehind(found, view)];
  // Of a status that no pilot has, it is the pilots that are missing.
  const { intent } = found.query;
  const records: Query = { ...found.query, intent: intent === 'status' ? 'pilots' : intent };
  // Where there are none at all, there is neither a first nor a last.
  const what = describeRecords(records.linked === undefined ? { ...records, pick: 'all' } : records, view);
  const text = t(found.query.ask === 'whether' ? 'answers:none.found-no' : 'answers:none.found', { what });
  const standing = asksForStatus(found.query) ? recordsOf(view.programme.pilots, found.optional) : [];
  return [
    { kind: 'text', text },
    ...(standing.length > 0
      ? [{ kind: 'text', text: statusTally(standing, view) } as const]
      : optionalLine(found, view)),
    ...plannedBehind(found, view),
  ];
}

/** Pilots of another status than the one asked for are no wider answer, but where they stand is worth saying. */
function asksForStatus(query: Query): boolean {
  return statusesAsked(query).length > 0;
}

/** The same question without its dates, or else what its first city has. */
function wider(query: Query, view: View): Choice[] {
  const choices =
    query.intent === 'partners' ? [...theNamed(query, view), ...partnersInPilots(query, view)] : [];
  if (query.dates.length > 0 && query.clauses.length > 0) {
    choices.push(choiceOf({ ...query, ask: 'list', dates: [], pick: 'all' }, view));
  }
  const pilot = pilotNamed(query, view);
  if (pilot !== undefined) choices.push(aboutPilot(pilot, view));
  const [city] = citiesOf(query, 'any', 'host', 'traveller');
  if (city !== undefined) choices.push(...ofCity('missions', city, view), ...ofCity('pilots', city, view));
  if (choices.length > 0) return choices.slice(0, 3);
  return [choiceOf(queryFor(asksForStatus(query) ? 'status' : query.intent, 'list'), view)];
}

/** The one partner that was asked about. */
function theNamed(query: Query, view: View): Choice[] {
  const [only, ...others] = query.linked === undefined ? partnersNamed(query, view) : [];
  if (only === undefined || others.length > 0) return [];
  return [choiceOf(queryFor('partners', 'what', { kind: 'organisation', id: only.id }), view)];
}

/** Cities have partners that are based there, and others that work with them in pilots. */
function partnersInPilots(query: Query, view: View): Choice[] {
  const [city] = query.linked === undefined ? citiesOf(query, 'any') : [];
  if (city === undefined) return [];
  const pilots = [...view.programme.pilots.values()].filter(({ cities }) => cities.includes(city));
  return pilots.some(({ partners }) => partners.length > 0)
    ? [choiceOf(partnersThrough(cityTerm(city)), view)]
    : [];
}
