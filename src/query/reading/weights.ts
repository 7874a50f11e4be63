import { JOURNEYS, VISITS } from '../lexicon/word-groups.js';
import type { Intent } from '../query.js';
import { isA } from '../text/tokens.js';
import { asksWhereElse, asksWhoCooperates, asksWhoTakesPart } from './city-conditions.js';
import type { Scene } from './scene.js';

/** "Is Turin in France?" */
function asksOfPlace(scene: Scene): boolean {
  const [one, other] = scene.parties;
  if (scene.ask !== 'whether' || one === undefined || other === undefined || scene.parties.length > 2)
    return false;
  const kinds = [one.kind, other.kind];
  const isBare =
    scene.dates.length === 0 &&
    !scene.has(
      ...VISITS,
      'delegation',
      'exchange',
      'pilot',
      'partner',
      'meet',
      'cooperate',
      'attend',
      'virtual',
    );
  return isBare && kinds.includes('city') && kinds.some((kind) => kind !== 'city');
}

/** "Can Oslo …", 奥斯陆能…: in "can you tell …" it is the listener who can. */
const isAbleHere = ({ tokens, parties }: Scene) =>
  parties.some(({ at }) => isA(tokens[at - 1], 'able') || isA(tokens[at + 1], 'able'));

/** "What can Oslo join?", 奥斯陆能参加什么: the missions are past, and what is open are the pilots. */
function asksWhatIsOpen(scene: Scene): boolean {
  return (
    scene.has('able') &&
    isAbleHere(scene) &&
    (scene.has('what', 'which')
      ? scene.has('attend', 'involve')
      : scene.ask === 'whether' && scene.has('attend')) &&
    scene.parties.length > 0 &&
    scene.subjects.length + scene.dates.length === 0 &&
    !scene.has(...VISITS, 'exchange', 'virtual', 'in-person', 'past', 'programme')
  );
}

/** How much speaks for each kind of record. */
export function weigh(scene: Scene): Map<Intent, number> {
  const { has, names, focus } = scene;
  const weights = new Map<Intent, number>([
    ['missions', 0],
    ['pilots', 0],
    ['partners', 0],
    ['city', 0],
  ]);
  const add = (intent: Intent, weight: number, holds: boolean) => {
    if (holds) weights.set(intent, (weights.get(intent) ?? 0) + weight);
  };
  const deed = has(...JOURNEYS);
  // "Is the lab in Oslo?"
  const asksWhereBased =
    scene.ask === 'whether' &&
    names('organisation') &&
    !deed &&
    !has('mission', 'meeting', 'exchange', 'hold');
  // Students who go abroad are in a pilot when no mission is about them.
  add('missions', scene.topics.inPilots && !scene.topics.inMissions ? 1 : 4, deed);
  add('missions', 3, names('mission'));
  add('missions', 3, scene.dates.length > 0);
  add('missions', 2.5, has('mission', 'meeting', 'workshop', 'webinar', 'delegation'));
  add('missions', 2, has('exchange'));
  add('pilots', 1.5, has('exchange'));
  add('missions', 2, has('virtual', 'in-person'));
  add('missions', 2, has('mou-signed', 'follow-up', 'pilots-identified'));
  add('missions', 1, has('meet', 'attend', 'hold', 'mission-cancelled', 'mission-planned', 'mission-held'));
  add('missions', 1, has('first', 'last', 'next', 'upcoming', 'times'));
  add('missions', 1, scene.ask === 'when');
  add('pilots', 3, names('pilot'));
  add('pilots', 3, has('pilot'));
  add('pilots', 2.5, scene.topics.inPilots || names('theme'));
  add('missions', 2.5, scene.topics.inMissions);
  // What only pilots are about, no mission is about.
  add('missions', -3, scene.topics.inPilots && !scene.topics.inMissions);
  add('pilots', 1, has('propose'));
  add('pilots', 10, asksWhatIsOpen(scene));
  // What is planned with a partner is a pilot.
  add('pilots', 2.5, names('organisation') && has('mission-planned') && !has('mission', 'meeting'));
  add('pilots', 1.5, has('cooperate') && scene.parties.length > 1);
  const asksForWork = scene.ask === 'what' || scene.ask === 'whether' || has('what', 'exists');
  add(
    'pilots',
    3,
    asksForWork &&
      has('cooperate') &&
      scene.parties.length > 1 &&
      !deed &&
      !has('mission', 'meeting', 'meet', 'virtual', 'in-person') &&
      scene.dates.length === 0,
  );
  const isOrganisation = ({ names }: Scene['subjects'][number]) =>
    names.some(({ kind }) => kind === 'organisation');
  const areSeveral = scene.subjects.filter(isOrganisation).length > 1;
  add('pilots', 3, areSeveral && has('cooperate', 'both', 'what', 'pilot'));
  // Whether two partners are each other's is told by a pilot of both.
  const areEachOthers = scene.ask === 'whether' && has('partner') && !has('or', 'which', 'count', 'exists');
  add('pilots', 20, areSeveral && areEachOthers);
  add('partners', 3.5, has('partner', 'university', 'company', 'lab', 'bureau'));
  add('partners', 2, names('organisation'));
  add('partners', 3.5, scene.ask === 'who' && (names('pilot', 'organisation') || scene.topics.inPilots));
  add(
    'partners',
    3,
    scene.ask === 'who' && has('propose', 'involve') && (names('pilot') || scene.topics.inPilots),
  );
  add(
    'missions',
    2.5,
    !asksOfPlace(scene) &&
      (scene.parties.length > 1 || scene.parties.some(({ role }) => role === 'host')) &&
      !asksWhereBased,
  );
  add(
    'missions',
    2.5,
    scene.ask === 'where' && scene.parties.length > 0 && scene.tokens.some((token) => token.text === 'been'),
  );
  add('city', 6, asksOfPlace(scene));
  // "Who has never been there?" asks for cities: missions without one tell nothing.
  add('city', 14, scene.ask === 'who' && scene.parties.some(({ byVerb }) => byVerb));
  add('city', 14, asksWhereElse(scene));
  add('city', 6, asksWhoCooperates(scene) || asksWhoTakesPart(scene));
  add('city', 14, asksWhereElse(scene));
  // "Introduce Oslo and Porto" asks for the cities, not for what they did together.
  add(
    'city',
    4,
    has('summary') && scene.subjects.length === 0 && scene.parties.some(({ kind }) => kind === 'city'),
  );
  add('city', 2, has('city', 'country'));
  add('city', 1, scene.parties.length > 0);
  // A group without cities of its own is in missions at most.
  add(
    'missions',
    0.7,
    scene.parties.some(({ kind }) => kind === 'group'),
  );
  // "Have any cities come?" asks whether, not which.
  const isWhether = deed && scene.ask === 'whether';
  const isVenue = names('mission') || (has('hold', 'host') && (names('pilot') || scene.topics.inPilots));
  const asksWhich = focus !== undefined && !(focus.head === 'city' && (isWhether || isVenue));
  if (asksWhich && focus.head !== 'people') add(focus.head, 12, true);
  // "In which city is the university?" asks where a partner is.
  add(
    'partners',
    13,
    focus?.head === 'city' &&
      names('organisation') &&
      (has('in') || !has('with', 'involve', 'participant', 'pilot', 'both')) &&
      !deed &&
      !scene.tokens.some((token) => isA(token, 'cooperate') && !isA(token, 'partner')) &&
      scene.parties.length === 0,
  );
  // An exchange is asked for; its subject tells whether it is a visit or a pilot.
  add('pilots', 12, asksWhich && isA(scene.tokens[focus.at], 'exchange'));
  return weights;
}
