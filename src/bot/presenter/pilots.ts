import type { Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import type { Body } from './body.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { pilotCard, pilotChoices } from './pilot-card.js';
import { asking, queryFor } from './queries.js';
import { recordsOf, shownPilot } from './records.js';
import type { View } from './view.js';
import { capitalised, organisationName, partyNames, quoted, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Pilots: the answer to what was asked of them, then the card of the one or the list of them. */
export function pilotsBody(found: Found, view: View): Body {
  const pilots = recordsOf(view.programme.pilots, found.items);
  const [only] = pilots;
  const optional = optionalLine(found, view);
  if (pilots.length === 1 && only !== undefined) {
    return {
      blocks: [...lead(pilots, found, view), ...pilotCard(only, view), ...optional],
      choices: pilotChoices(only, view),
      shown: [shownPilot(only, view)],
    };
  }
  const page = pageOf(pilots, found, view);
  const heading = listHeading('pilots', found, view);
  const list = numbered(page.records.map((pilot) => pilotItem(pilot, view)));
  return {
    blocks: [...lead(pilots, found, view), heading, list, ...page.blocks, ...optional],
    choices: page.choices,
    shown: page.records.map((pilot) => shownPilot(pilot, view)),
  };
}

/** A pilot's line in a list, with its status; it opens the pilot. */
export function pilotItem(pilot: Pilot, view: View) {
  const status = view.language.t(`answers:status.${pilot.status}`);
  return {
    text: withAside(told(pilot.title, view), [status], view),
    invocation: asking(queryFor('pilots', 'what', { kind: 'pilot', id: pilot.id })),
  };
}

function lead(pilots: readonly Pilot[], found: Found, view: View): Block[] {
  const { t, formats } = view.language;
  const say = (text: string): Block[] => [
    { kind: 'text', text: t('answers:sentence', { text: capitalised(text) }) },
  ];
  switch (found.query.ask) {
    case 'who': {
      const partners = new Set(pilots.flatMap((pilot) => pilot.partners));
      const cities = new Set(pilots.flatMap((pilot) => pilot.cities));
      if (partners.size > 0) return say(formats.list([...partners].map((id) => organisationName(id, view))));
      return say(cities.size > 0 ? partyNames(cities, view) : t('answers:pilot.nobody'));
    }
    case 'where': {
      const cities = new Set(pilots.flatMap((pilot) => pilot.cities));
      return say(cities.size > 0 ? partyNames(cities, view) : t('answers:pilot.nowhere'));
    }
    case 'when': {
      const [only, ...others] = pilots;
      if (only === undefined) return [];
      return say(
        others.length > 0
          ? t('answers:pilot.when-many')
          : t('answers:pilot.when', { title: quoted(told(only.title, view), view) }),
      );
    }
    case 'whether':
      return yesOrNo(found, view);
    default:
      return [];
  }
}
