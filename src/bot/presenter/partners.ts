import type { Organisation, Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Choice, Fact, ListItem } from '../reply.js';
import type { Body } from './body.js';
import { historyChoice } from './history-choice.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { asking, queryFor } from './queries.js';
import { recordsOf, shownPartner } from './records.js';
import type { View } from './view.js';
import { choiceOf, ofCity } from './ways-on.js';
import { capitalised, partyName, quoted, told, withAside } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Partner organisations: the answer to what was asked of them, then the card of the one or the list of them. */
export function partnersBody(found: Found, view: View): Body {
  const partners = recordsOf(view.programme.organisations, found.items);
  const [only] = partners;
  const optional = optionalLine(found, view);
  if (partners.length === 1 && only !== undefined) {
    return {
      blocks: [...lead(partners, found, view), ...card(only, view), ...optional],
      choices: choices(only, view),
      shown: [shownPartner(only, view)],
    };
  }
  const page = pageOf(partners, found, view);
  const list = numbered(page.records.map((partner) => item(partner, view)));
  return {
    blocks: [
      ...lead(partners, found, view),
      listHeading('partners', found, view),
      list,
      ...page.blocks,
      ...optional,
    ],
    choices: page.choices,
    shown: page.records.map((partner) => shownPartner(partner, view)),
  };
}

function lead(partners: readonly Organisation[], found: Found, view: View): Block[] {
  const { t, formats } = view.language;
  const say = (text: string): Block[] => [
    { kind: 'text', text: t('answers:sentence', { text: capitalised(text) }) },
  ];
  switch (found.query.ask) {
    case 'who':
      return partners.length > NAMED ? [] : say(formats.list(partners.map(({ name }) => told(name, view))));
    case 'where': {
      const cities = [...new Set(partners.flatMap(({ city }) => city ?? []))];
      return say(
        cities.length === 0
          ? t('answers:partner.no-city')
          : formats.list(cities.map((id) => partyName(id, view))),
      );
    }
    case 'when':
      return say(t('answers:partner.when'));
    case 'whether':
      return yesOrNo(found, view);
    default:
      return [];
  }
}

/** As many names as one sentence holds. */
const NAMED = 3;

function item(partner: Organisation, view: View): ListItem {
  const aside = partner.city === null ? [] : [partyName(partner.city, view)];
  return {
    text: withAside(told(partner.name, view), aside, view),
    invocation: asking(queryFor('partners', 'what', { kind: 'organisation', id: partner.id })),
  };
}

function card(partner: Organisation, view: View): Block[] {
  const { t, formats } = view.language;
  const facts: Fact[] = [
    {
      label: t('answers:label.kind'),
      value: t(`answers:organisation-kind.${partner.kind}`, { count: 1 }),
    },
  ];
  if (partner.city !== null)
    facts.push({ label: t('answers:label.city'), value: partyName(partner.city, view) });
  const titles = pilotsOf(partner, view).map((pilot) => quoted(told(pilot.title, view), view));
  if (titles.length > 0) facts.push({ label: t('answers:label.pilots'), value: formats.list(titles) });
  return [
    { kind: 'heading', text: told(partner.name, view) },
    ...(partner.about === undefined ? [] : [{ kind: 'text', text: told(partner.about, view) } as const]),
    { kind: 'facts', facts },
  ];
}

function choices(partner: Organisation, view: View): Choice[] {
  const [pilot, ...others] = pilotsOf(partner, view);
  const term = { kind: 'organisation', id: partner.id } as const;
  return [
    ...historyChoice(`partner:${partner.id}`, view),
    ...(pilot === undefined
      ? []
      : [
          others.length === 0
            ? choiceOf(queryFor('pilots', 'what', { kind: 'pilot', id: pilot.id }), view)
            : choiceOf(queryFor('pilots', 'list', term), view),
        ]),
    ...(partner.city === null ? [] : [ofCity('partners', partner.city, view)]),
  ];
}

function pilotsOf(partner: Organisation, { programme }: View): Pilot[] {
  return [...programme.pilots.values()].filter(({ partners }) => partners.includes(partner.id));
}
