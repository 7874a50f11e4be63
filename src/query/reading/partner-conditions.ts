import type { Programme } from '../../programme/programme.js';
import { PARTNER_KINDS } from '../lexicon/word-groups.js';
import type { Clause, Term } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { kindClauses } from './attributes.js';
import { clause, partyClauses, subjectClauses, tokenOf } from './clauses.js';
import type { Conditions } from './conditions.js';
import { isHan } from './deeds.js';
import { type Party, partyOf } from './party.js';
import type { Scene } from './scene.js';

/** "Universities in Lyon" stand for each university there as well as for themselves. */
export function withMembers(clauses: Clause[], programme: Programme): Clause[] {
  return clauses.map((one) => {
    const more = one.any.flatMap((term): Term[] => {
      const group = term.kind === 'organisation' ? programme.organisations.get(term.id) : undefined;
      if (group?.kind !== 'university-group') return [];
      const places = new Set<string>(group.city === null ? [] : [group.city]);
      if (group.city === null) {
        for (const pilot of programme.pilots.values()) {
          if (pilot.partners.includes(group.id))
            for (const id of pilot.cities)
              for (const city of programme.groups.get(id)?.cities ?? []) places.add(city);
        }
      }
      return [...programme.organisations.values()]
        .filter(
          (other) => other.kind.startsWith('university') && other.city !== null && places.has(other.city),
        )
        .map((other): Term => ({ kind: 'organisation', id: other.id }));
    });
    return more.length === 0 ? one : { ...one, any: [...one.any, ...more] };
  });
}

/** A verb such as "works with", and not the noun "partner" alone. */
const worksWith = (scene: Scene) =>
  scene.tokens.some((token) => isA(token, 'cooperate') && !isA(token, 'partner'));

/** "With", and 和 unless it only joins two organisations. */
function isWithOne({ tokens, subjects }: Scene): boolean {
  const isNamed = (at: number) => subjects.some((subject) => subject.at === at);
  return tokens.some(
    (token, i) => isA(token, 'with') && !(isA(token, 'and') && isNamed(i - 1) && isNamed(i + 1)),
  );
}

/** Whether it is asked whom an organisation works with: the partners of its pilots. */
function asksForCompanions(scene: Scene): boolean {
  if (hasPartners(scene)) return true;
  if (scene.ask === 'whether') return false;
  const asksPartners = scene.focus?.head === 'partners' || scene.ask === 'who' || scene.has(...PARTNER_KINDS);
  if (asksPartners && (isWithOne(scene) || worksWith(scene))) return true;
  // "And the companies?" after a partner: those that it works with, and not what it is itself.
  const isOfLast = scene.subjects.some(({ at }) => at < 0) && !scene.has('it');
  if (isOfLast && scene.has('follow-up-start', 'particle') && scene.has(...PARTNER_KINDS)) return true;
  // "The partners of …", "…'s partners", …的合作伙伴, …的外方对口学校.
  return scene.subjects.some(({ at }) => {
    const of = isA(scene.tokens[at - 1], 'article') ? at - 2 : at - 1;
    if (isA(scene.tokens[of], 'of') && isA(scene.tokens[of - 1], 'partner')) return true;
    const noun = scene.tokens.findIndex((token, i) => i > at && !isBetween(token));
    const isOther = noun > at && scene.tokens.slice(at + 1, noun).some((token) => isA(token, 'other'));
    return noun > at && isA(scene.tokens[noun], 'partner', ...(isOther ? PARTNER_KINDS : []));
  });
}

/** "Which partners does … have?", …有哪些伙伴: those that one partner has are others. */
function hasPartners({ tokens, subjects }: Scene): boolean {
  const noun = tokens.findIndex((token) => isA(token, 'partner') && token.names.length === 0);
  if (noun < 0) return false;
  return subjects.some(({ at, names }) => {
    if (!names.some(({ kind }) => kind === 'organisation')) return false;
    const next = tokens[at + 1];
    return next !== undefined && (isA(next, 'have') || (isHan(next) && isA(next, 'exists')));
  });
}

/** What may stand between an organisation and its partners: 's, 的, 中方, 在中国, 外方. */
function isBetween(token: Token): boolean {
  return isA(token, 'genitive', 'of', 'article', 'in', 'other') || partyOf(token) !== undefined;
}

/** "The companies of the university": those that work with it, as it is none itself. */
function areOfOtherKind(
  scene: Scene,
  kinds: readonly Clause[],
  organisations: readonly Clause[],
  programme: Programme,
): boolean {
  if (scene.ask === 'whether') return false;
  const asked = kinds.flatMap(({ any, negated }) => (negated ? [] : any));
  const isAsked = (id: string) =>
    asked.some(
      (term) => term.kind === 'organisation-kind' && term.is === programme.organisations.get(id)?.kind,
    );
  const named = organisations.flatMap(({ any, negated }) => (negated ? [] : any));
  return (
    asked.length > 0 &&
    named.length > 0 &&
    !named.some((term) => term.kind === 'organisation' && isAsked(term.id))
  );
}

/** "Is … a university?", 是大学吗: nothing but small words, places and other kinds stand between the partner and the kind. */
function isPredicate(tokens: readonly Token[], organisation: number): boolean {
  const next = tokens[organisation + 1];
  if (next === undefined || isA(next, 'genitive') || (isA(next, 'article') && isHan(next))) return false;
  const noun = tokens.findIndex(
    (token, i) => i > organisation && token.names.length === 0 && isA(token, ...PARTNER_KINDS),
  );
  const after = tokens[noun + 1];
  // 大学的伙伴, "a university partner" are something else than a university.
  if (noun < 0 || isA(after, 'partner') || (after !== undefined && isA(after, 'article') && isHan(after)))
    return false;
  return tokens.slice(organisation + 1, noun).every(isSmall);
}

/** "A partner of a university" is none, but "one of the universities" is. */
const isSmall = (token: Token, at: number, all: readonly Token[]) =>
  partyOf(token) !== undefined ||
  (isA(token, 'of') && !isA(all[at - 1], 'partner')) ||
  (isA(token, 'article', 'function', 'auxiliary', 'whether', 'not', 'or', 'partner') &&
    !isA(token, 'with', 'of', 'by', 'in', 'cooperate')) ||
  isA(token, 'one');

/** The kinds of partner that are asked for; of a partner by name, those that it is asked to be. */
function kindsAsked(scene: Scene): Clause[] {
  const kinds = kindClauses(scene);
  if (scene.ask !== 'whether' || !scene.names('organisation')) return kinds;
  const organisations = scene.subjects.filter(({ names }) =>
    names.some(({ kind }) => kind === 'organisation'),
  );
  if (!organisations.some(({ at }) => isPredicate(scene.tokens, at))) return [];
  // "Isn't it a university?" asks the same.
  return kinds.map((one) => ({ ...one, negated: false }));
}

/** Who works with a city is not of that city; who works with several may be of one of them. */
function elsewhere(places: readonly Clause[]): Clause[] {
  const [place] = places.length === 1 ? places : [];
  const [only, ...others] = place?.any ?? [];
  if (place?.negated !== false || only?.kind !== 'city' || others.length > 0) return [];
  return [{ ...place, negated: true }];
}

/** The places that the partners are of: "Roman universities", "universities in Oslo", 奥斯陆有哪些高校. */
function ofPlace({ tokens, focus }: Scene, { at }: Party): boolean {
  if (isA(tokens[at - 1], 'in', 'of', 'from') && !isA(tokens[at - 1], 'with')) return true;
  if (focus?.head !== 'partners' || at > focus.at) return false;
  return tokens
    .slice(at + 1, focus.at)
    .every(
      (token) =>
        partyOf(token) !== undefined ||
        (!isA(token, 'with') &&
          isA(token, 'article', 'of', 'genitive', 'other', 'exists', 'which', 'count', 'list')),
    );
}

/** The places that partners work with: those of their pilots. */
function worksWithPlaces(scene: Scene): readonly Party[] {
  if (scene.focus?.head === 'partners')
    return worksWith(scene) ? scene.parties.filter((party) => !ofPlace(scene, party)) : [];
  const isWith = scene.parties.some(({ at }) => {
    const before = scene.tokens[at - 1];
    return isA(before, 'with', 'cooperate') && !isA(before, 'partner');
  });
  return scene.ask === 'who' && isWith && worksWith(scene) ? scene.parties : [];
}

export function forPartners(scene: Scene, programme: Programme): Conditions {
  const unused: Token[] = [];
  const kinds = kindsAsked(scene);
  // "Universities that work with Oslo" are those of its pilots.
  const worked = worksWithPlaces(scene);
  const inPilots = partyClauses(scene, worked, () => 'any');
  const own = scene.parties.filter((party) => !worked.includes(party));
  const places = [...partyClauses(scene, own, () => 'any'), ...elsewhere(inPilots), ...kinds];
  const pilots = subjectClauses(scene, ['pilot', 'topic', 'theme'], []);
  const organisations = withMembers(subjectClauses(scene, ['organisation'], []), programme);
  for (const subject of scene.subjects) {
    const usable = subject.names.some(
      ({ kind }) => kind !== 'mission' && kind !== 'goal' && kind !== 'urban-agenda',
    );
    if (!usable) unused.push(...tokenOf(scene, subject));
  }
  const companions =
    organisations.length > 0 &&
    (asksForCompanions(scene) || areOfOtherKind(scene, kinds, organisations, programme));
  const through = [...pilots, ...inPilots, ...(companions ? organisations : [])];
  // Several organisations by name are asked for side by side; none is another one as well.
  const named = organisations.filter(({ negated }) => !negated);
  const denied = organisations.filter(({ negated }) => negated);
  const listed = [...(named.length < 2 ? named : [clause(named.flatMap((one) => one.any))]), ...denied];
  const clauses = companions ? places : [...places, ...listed];
  if (through.length === 0) return { clauses, unused };
  // "Not in …" denies each pilot of theirs, and not only one of several.
  const negated = through.every((one) => one.negated);
  const links = negated ? through.map((one) => ({ ...one, negated: false })) : through;
  return { clauses, linked: { by: 'pilots', role: 'any', negated, clauses: links }, unused };
}
