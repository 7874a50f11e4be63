import type { Pilot } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Query, Term } from '../../query/query.js';
import type { Block } from '../reply.js';
import { partnersNamed, whetherOfKind } from './partner-kind.js';
import { positiveTerms } from './queries.js';
import { recordsOf } from './records.js';
import { sentence } from './sentence.js';
import { denial, statusesAsked } from './standing.js';
import { termNames } from './term-name.js';
import { tidied } from './tidy-query.js';
import { timeOfAny } from './time-phrase.js';
import type { View } from './view.js';
import { countryName, organisationName, partyName, quoted, told } from './words.js';

/** What says better than "no record" why there is none: where the partner is instead, how far the pilot is. */
export function plainDenial(found: Found, view: View): Block | undefined {
  const query = tidied(found.query, view.programme);
  if (query.linked !== undefined) return undefined;
  if (query.dates.length > 0) return notThen(query, view);
  return (
    whetherOfOtherKind(query, view) ??
    (query.ask === 'whether' ? (noMember(query, view) ?? elsewhere(query, view)) : undefined) ??
    otherStatus(query, view) ??
    noCommonPilot(query, view) ??
    notInRecord(query, view) ??
    noneBasedIn(query, view)
  );
}

/** The one pilot that a query about pilots names. */
export function pilotNamed(query: Query, view: View): Pilot | undefined {
  if (query.intent !== 'pilots' && query.intent !== 'status') return undefined;
  const ids = new Set(positiveTerms(query).flatMap((term) => (term.kind === 'pilot' ? [term.id] : [])));
  const [pilot] = ids.size === 1 ? recordsOf(view.programme.pilots, ids) : [];
  return pilot;
}

const isPlace = ({ kind }: Term) => kind === 'city' || kind === 'country' || kind === 'group';

/** "No – it is a company.", unless it is of that kind and only somewhere else. */
function whetherOfOtherKind(query: Query, view: View): Block | undefined {
  const [only] = partnersNamed(query, view);
  const isOfKind = positiveTerms(query).some(
    (term) => term.kind === 'organisation-kind' && term.is === only?.kind,
  );
  return isOfKind ? undefined : whetherOfKind(query, view);
}

/** A city that only hosts, asked about as one of the groups of members. */
function noMember(query: Query, view: View): Block | undefined {
  const terms = positiveTerms(query);
  const groups = terms.filter(({ kind }) => kind === 'group');
  const [place, ...others] = terms.flatMap((term) => (term.kind === 'city' ? [term.id] : []));
  const city = view.programme.cities.get(place ?? '');
  if (query.intent !== 'city' || city === undefined || city.participant || others.length > 0)
    return undefined;
  if (groups.length === 0 || groups.length + 1 !== terms.length) return undefined;
  const name = told(city.name, view);
  return { kind: 'text', text: view.language.t('answers:city.no-member', { name }) };
}

/** "No – Changyu Winery is in Yantai." */
function elsewhere(query: Query, view: View): Block | undefined {
  const { t } = view.language;
  const { cities, organisations } = view.programme;
  const isKind = ({ kind }: Term) => kind === 'organisation-kind';
  const terms = positiveTerms(query).filter((term) => !isKind(term));
  const clauses = query.clauses.filter(({ any }) => !any.every(isKind));
  if (terms.length !== 2 || terms.length !== clauses.length) return undefined;
  if (query.intent === 'partners') {
    const [id] = terms.flatMap((term) => (term.kind === 'organisation' ? [term.id] : []));
    const place = organisations.get(id ?? '')?.city;
    if (id === undefined || place === undefined || !terms.some(isPlace)) return undefined;
    const name = organisationName(id, view);
    return place === null
      ? { kind: 'text', text: t('answers:none.no-one-city', { name }) }
      : { kind: 'text', text: t('answers:none.elsewhere', { name, place: partyName(place, view) }) };
  }
  const [city] = terms.flatMap((term) => (term.kind === 'city' ? (cities.get(term.id) ?? []) : []));
  if (query.intent !== 'city' || city === undefined || !terms.every(isPlace)) return undefined;
  const values = { name: told(city.name, view), place: countryName(city.country, view) };
  return { kind: 'text', text: t('answers:none.elsewhere', values) };
}

/** "No – it is only proposed", or of pilots in general "No pilot is running at present". */
function otherStatus(query: Query, view: View): Block | undefined {
  const asked = statusesAsked(query);
  if (asked.length === 0) return undefined;
  const pilot = pilotNamed(query, view);
  if (pilot !== undefined) return asked.includes(pilot.status) ? undefined : denial(pilot, asked, view);
  if (query.clauses.length > 1) return undefined;
  const { t, formats } = view.language;
  const status = termNames(positiveTerms(query), view);
  const all = [...view.programme.pilots.values()];
  const [present] = new Set(all.map((one) => one.status)).size === 1 ? all : [];
  // Without a "no", which would deny "Is it true that none was started?".
  const lead = t('answers:none.status', { status });
  if (present === undefined) return { kind: 'text', text: lead };
  const values = { number: formats.number(all.length), status: t(`answers:status.${present.status}`) };
  return { kind: 'text', text: `${lead}${t('answers:none.all-are', values)}` };
}

/** "No, there is no record of Changyu Winery working with Nice." */
function noCommonPilot({ intent, ask, clauses }: Query, view: View): Block | undefined {
  if (intent !== 'pilots' || ask !== 'whether' || clauses.length !== 2) return undefined;
  const positive = clauses.filter(({ negated }) => !negated).map(({ any }) => any);
  const partner = positive.find((any) => any.every(({ kind }) => kind === 'organisation'));
  const place = positive.find((any) => any.every(isPlace));
  if (partner === undefined || place === undefined) return undefined;
  const values = { partner: termNames(partner, view), place: termNames(place, view) };
  return { kind: 'text', text: view.language.t('answers:none.no-common-pilot', values) };
}

/** "“Nice Carnival in Haikou” does not name Rome." */
function notInRecord(query: Query, view: View): Block | undefined {
  const own = query.intent === 'missions' ? 'mission' : 'pilot';
  if (query.intent === 'partners' || query.intent === 'city') return undefined;
  const positive = query.clauses.filter(({ negated }) => !negated).map(({ any }) => any);
  const [record, ...records] = positive.filter((any) => any.every(({ kind }) => kind === own));
  const [parties, ...others] = positive.filter((any) => any.every(isPlace));
  if (record?.length !== 1 || records.length > 0 || parties === undefined || others.length > 0)
    return undefined;
  if (positive.length !== 2 || query.clauses.length !== 2) return undefined;
  const values = { title: quoted(termNames(record, view), view), names: termNames(parties, view) };
  const key = query.ask === 'whether' ? 'answers:none.not-named-no' : 'answers:none.not-named';
  return sentence(view.language.t(key, values), view);
}

/** "“Haikou visits Nice” was not in 2020." */
function notThen(query: Query, view: View): Block | undefined {
  const [mission, ...others] = positiveTerms(query);
  if (query.intent !== 'missions' || query.clauses.length !== 1) return undefined;
  if (mission?.kind !== 'mission' || others.length > 0) return undefined;
  const title = quoted(termNames([mission], view), view);
  return sentence(
    view.language.t('answers:none.not-then', { title, when: timeOfAny(query.dates, view) }),
    view,
  );
}

/** "No partner is based in Haikou." */
function noneBasedIn(query: Query, view: View): Block | undefined {
  const terms = positiveTerms(query);
  const isPlain = query.intent === 'partners' && query.clauses.length === 1 && terms.every(isPlace);
  if (!isPlain || terms.length === 0) return undefined;
  const key = query.ask === 'whether' ? 'answers:none.based-no' : 'answers:none.based';
  return { kind: 'text', text: view.language.t(key, { names: termNames(terms, view) }) };
}
