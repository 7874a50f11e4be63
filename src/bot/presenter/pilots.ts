import type { Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Ask } from '../../query/query.js';
import type { Block, Choice, ListItem } from '../reply.js';
import type { Body } from './body.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { pilotCard, pilotChoices } from './pilot-card.js';
import { asking, queryFor } from './queries.js';
import { recordsOf, shownPilot } from './records.js';
import { namesAtMost, sentence } from './sentence.js';
import { whetherOne } from './standing.js';
import type { View } from './view.js';
import { organisationName, partyName, quoted, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Pilots: the answer to what was asked of them, then the one or the list of them. */
export function pilotsBody(found: Found, view: View): Body {
  const pilots = recordsOf(view.programme.pilots, found.items);
  const [only] = pilots;
  if (pilots.length === 1 && only !== undefined) return onePilot(only, found, view);
  const page = pageOf(pilots, 'pilots', found, view);
  return {
    blocks: [
      ...lead(pilots, found, view),
      listHeading('pilots', found, view),
      numbered(page.records.map((pilot) => pilotItem(pilot, view))),
      ...page.blocks,
      ...optionalLine(found, view),
    ],
    choices: page.choices,
    shown: page.records.map((pilot) => shownPilot(pilot, view)),
  };
}

/** A pilot's line in a list, with its status; it opens the pilot. */
export function pilotItem(pilot: Pilot, view: View): ListItem {
  return { text: lineOf(pilot, view), invocation: opening(pilot, view) };
}

/** The choice that opens a pilot's card. */
export function aboutPilot(pilot: Pilot, view: View): Choice {
  return { label: view.language.t('answers:choice.about-pilot'), invocation: opening(pilot, view) };
}

/** What is answered in one sentence, with the card one step away. */
const inOneSentence = new Set<Ask>(['who', 'where', 'when']);

function onePilot(pilot: Pilot, found: Found, view: View): Body {
  const short = inOneSentence.has(found.query.ask);
  const line: Block = { kind: 'text', text: lineOf(pilot, view) };
  const choices = pilotChoices(pilot, view);
  return {
    blocks: [
      ...lead([pilot], found, view),
      ...(short ? [line] : pilotCard(pilot, view)),
      ...optionalLine(found, view),
    ],
    choices: short ? [aboutPilot(pilot, view), ...choices].slice(0, 3) : choices,
    shown: [shownPilot(pilot, view)],
  };
}

function lead(pilots: readonly Pilot[], found: Found, view: View): Block[] {
  switch (found.query.ask) {
    case 'who':
      return [sentence(whoTheyAre(pilots, view), view)];
    case 'where':
      return [sentence(citiesOf(pilots, view) ?? view.language.t('answers:pilot.nowhere'), view)];
    case 'when':
      return [sentence(noDate(pilots, view), view)];
    case 'whether': {
      const [only] = pilots.length === 1 ? pilots : [];
      return only === undefined ? yesOrNo(found, view) : whetherOne(only, found, view);
    }
    default:
      return [];
  }
}

/** The partners, or the cities when no partner is named. */
function whoTheyAre(pilots: readonly Pilot[], view: View): string {
  const partners = pilots.flatMap((pilot) => pilot.partners);
  return partners.length > 0
    ? namesAtMost(partners, view, (id) => organisationName(id, view))
    : (citiesOf(pilots, view) ?? view.language.t('answers:pilot.nobody'));
}

function citiesOf(pilots: readonly Pilot[], view: View): string | undefined {
  const cities = pilots.flatMap((pilot) => pilot.cities);
  return cities.length === 0 ? undefined : namesAtMost(cities, view, (id) => partyName(id, view));
}

function noDate(pilots: readonly Pilot[], view: View): string {
  const { t } = view.language;
  const [only] = pilots;
  return pilots.length === 1 && only !== undefined
    ? t('answers:pilot.when', { title: quoted(told(only.title, view), view) })
    : t('answers:pilot.when-many');
}

function lineOf(pilot: Pilot, view: View): string {
  return withAside(told(pilot.title, view), [view.language.t(`answers:status.${pilot.status}`)], view);
}

function opening(pilot: Pilot, view: View) {
  return asking(queryFor('pilots', 'what', { kind: 'pilot', id: pilot.id }), view);
}
