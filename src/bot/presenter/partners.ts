import type { Organisation, Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block, Choice, Fact, ListItem } from '../reply.js';
import type { Body } from './body.js';
import { historyChoice } from './history-choice.js';
import { listHeading, numbered, pageOf } from './listing.js';
import { optionalLine } from './optional-line.js';
import { partnersNamed, whetherOfKind } from './partner-kind.js';
import { noteFact } from './provenance.js';
import { asking, queryFor } from './queries.js';
import { recordsOf, shownPartner } from './records.js';
import { namesAtMost, sentence } from './sentence.js';
import { universityCount } from './university-count.js';
import type { View } from './view.js';
import { choiceOf, ofCity } from './ways-on.js';
import { clauses, partyName, told } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** Partner organisations: the answer to what was asked of them, then the card of the one or the list of them. */
export function partnersBody(found: Found, view: View): Body {
  const partners = recordsOf(view.programme.organisations, found.items);
  const [only] = partners;
  const optional = optionalLine(found, view);
  if (partners.length === 1 && only !== undefined) {
    return {
      // The card's heading says who it is.
      blocks: [
        ...(found.query.ask === 'who' ? [] : lead(partners, found, view)),
        ...card(only, view),
        ...optional,
      ],
      choices: choices(only, view),
      shown: [shownPartner(only, view)],
    };
  }
  const page = pageOf(partners, 'partners', found, view);
  const leading = lead(partners, found, view);
  const isNamed = leading.length > 0 && (found.query.ask === 'who' || found.query.ask === 'where');
  return {
    blocks: [
      ...leading,
      ...(isNamed ? [] : [universityCount(partners, found, view) ?? listHeading('partners', found, view)]),
      numbered(page.records.map((partner) => item(partner, view))),
      ...page.blocks,
      ...optional,
    ],
    choices: page.choices,
    shown: page.records.map((partner) => shownPartner(partner, view)),
  };
}

/** A list of more names is itself the answer to "who". */
const NAMED = 5;

function lead(partners: readonly Organisation[], found: Found, view: View): Block[] {
  const { t } = view.language;
  switch (found.query.ask) {
    case 'who': {
      const names = partners.map(({ name }) => told(name, view));
      return names.length > NAMED ? [] : [sentence(namesAtMost(names, view), view)];
    }
    case 'where': {
      const cities = partners.flatMap(({ city }) => city ?? []);
      const names = namesAtMost(cities, view, (id) => partyName(id, view));
      return [sentence(cities.length === 0 ? t('answers:partner.no-city') : names, view)];
    }
    case 'when':
      return [sentence(t('answers:partner.when'), view)];
    case 'whether':
      return whether(partners, found, view);
    default:
      return [];
  }
}

/** Of several by name that are not all of a kind, the list says which are. */
function whether(partners: readonly Organisation[], found: Found, view: View): Block[] {
  const ofKind = whetherOfKind(found.query, view);
  if (ofKind !== undefined) return [ofKind];
  return partnersNamed(found.query, view).length > Math.max(partners.length, 1) ? [] : yesOrNo(found, view);
}

function item(partner: Organisation, view: View): ListItem {
  const name = told(partner.name, view);
  return {
    text:
      partner.city === null
        ? name
        : view.language.t('answers:partner.line', { name, city: partyName(partner.city, view) }),
    invocation: asking(queryFor('partners', 'what', { kind: 'organisation', id: partner.id }), view),
  };
}

function card(partner: Organisation, view: View): Block[] {
  const { t } = view.language;
  const kind = t(`answers:organisation-kind.${partner.kind}`, { count: 1 });
  const facts: Fact[] = [{ label: t('answers:label.kind'), value: kind }];
  if (partner.city !== null) {
    facts.push({ label: t('answers:label.city'), value: partyName(partner.city, view) });
  }
  const titles = pilotsOf(partner, view).map((pilot) => told(pilot.title, view));
  if (titles.length > 0) facts.push({ label: t('answers:label.pilots'), value: clauses(titles, view) });
  facts.push(...noteFact(`partner:${partner.id}`, view));
  return [
    { kind: 'heading', text: told(partner.name, view) },
    ...(partner.about === undefined ? [] : [{ kind: 'text', text: told(partner.about, view) } as const]),
    { kind: 'facts', facts },
  ];
}

/** The ways on from a partner: its story, its pilots, the other partners of its city. */
function choices(partner: Organisation, view: View): Choice[] {
  const [pilot, ...others] = pilotsOf(partner, view);
  const pilots =
    others.length === 0
      ? pilot && queryFor('pilots', 'what', { kind: 'pilot', id: pilot.id })
      : queryFor('pilots', 'list', { kind: 'organisation', id: partner.id });
  return [
    ...historyChoice(`partner:${partner.id}`, view),
    ...(pilots === undefined ? [] : [choiceOf(pilots, view)]),
    ...(partner.city === null ? [] : ofCity('partners', partner.city, view)),
  ];
}

function pilotsOf(partner: Organisation, { programme }: View): Pilot[] {
  return [...programme.pilots.values()].filter(({ partners }) => partners.includes(partner.id));
}
