import type { NameKind } from '../lexicon/names.js';
import type { WordClass } from '../lexicon/word-class.js';
import { JOURNEYS, PARTNER_KINDS, VISITS } from '../lexicon/word-groups.js';
import { isAttributive } from '../text/han.js';
import { isA } from '../text/tokens.js';
import { type Head, headsOf } from './focus.js';
import type { Scene } from './scene.js';

/** Something that may hold of a question. */
export type Evidence = (scene: Scene) => boolean;

/** A word of one of these classes. */
export const says =
  (...classes: readonly WordClass[]): Evidence =>
  ({ has }) =>
    has(...classes);

/** A record of one of these kinds by its name. */
export const isNamed =
  (...kinds: readonly NameKind[]): Evidence =>
  ({ names }) =>
    names(...kinds);

export const travels = says(...JOURNEYS);

export const isDated: Evidence = ({ dates }) => dates.length > 0;

export const isOfTopicInMissions: Evidence = ({ topics }) => topics.inMissions;

/** What only pilots are about, no mission is about. */
export const isOfTopicInPilotsOnly: Evidence = ({ topics }) => topics.inPilots && !topics.inMissions;

const isOfTopicInPilots: Evidence = ({ topics }) => topics.inPilots;

export const isOfThemeOrTopicInPilots: Evidence = (scene) => isOfTopicInPilots(scene) || scene.names('theme');

const isOfPilot: Evidence = (scene) => scene.names('pilot') || isOfTopicInPilots(scene);

export const namesPlace: Evidence = ({ parties }) => parties.length > 0;

export const namesGroup: Evidence = ({ parties }) => parties.some(({ kind }) => kind === 'group');

export const asksWhen: Evidence = ({ ask }) => ask === 'when';

/** "Is Turin in France?", "in France or in Italy?" */
export function asksOfPlace(scene: Scene): boolean {
  const kinds = scene.parties.map(({ kind }) => kind);
  const isOfOne = kinds.length === 2 || (kinds.length > 2 && scene.has('or'));
  if (!isOfOne || (scene.ask !== 'whether' && !scene.has('or'))) return false;
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
      'people',
    );
  return isBare && kinds.filter((kind) => kind === 'city').length === 1;
}

/** "How many things do they do with Oslo?", 跟奥斯陆合作的有几项 */
export const countsWork: Evidence = (scene) =>
  scene.ask === 'count' &&
  scene.has('cooperate') &&
  namesPlace(scene) &&
  !travels(scene) &&
  scene.focus === undefined;

/** "What is planned between Oslo and Porto?": what the cities propose to do, unless visits are asked for. */
export const asksWhatIsPlanned: Evidence = (scene) =>
  scene.ask === 'what' &&
  scene.has('mission-planned') &&
  scene.parties.length > 1 &&
  !travels(scene) &&
  !scene.has('mission', 'meeting', 'meet', 'virtual', 'in-person');

const namesPartners: Evidence = ({ subjects }) =>
  subjects.length > 1 &&
  subjects.filter(({ names }) => names.some(({ kind }) => kind === 'organisation')).length > 1;

/** "Is the lab in Oslo?" */
const asksWhereBased: Evidence = (scene) =>
  scene.ask === 'whether' &&
  scene.names('organisation') &&
  !travels(scene) &&
  !scene.has('mission', 'meeting', 'exchange', 'hold');

/** "Are the lab and the company both in Oslo?" */
export const asksWhereSeveralAre: Evidence = (scene) =>
  asksWhereBased(scene) &&
  namesPartners(scene) &&
  namesPlace(scene) &&
  scene.has('in') &&
  !scene.has('cooperate');

/** "Oslo and Porto", "in Oslo": places of a mission, and not where something lies. */
export const namesPlacesOfMission: Evidence = (scene) =>
  !asksOfPlace(scene) &&
  (scene.parties.length > 1 || scene.parties.some(({ role }) => role === 'host')) &&
  !asksWhereBased(scene);

/** "Where has Oslo been?" */
export const asksWhereBeen: Evidence = (scene) =>
  scene.ask === 'where' && namesPlace(scene) && scene.has('been');

/** "Who has never been there?" asks for cities: missions without one tell nothing. */
export const asksWhoDidNot: Evidence = ({ ask, parties }) =>
  ask === 'who' && parties.some(({ byVerb }) => byVerb);

/** "Introduce Oslo and Porto" asks for the cities, not for what they did together. */
export const asksForPortrait: Evidence = (scene) =>
  scene.has('summary') && scene.subjects.length === 0 && scene.parties.some(({ kind }) => kind === 'city');

/** "Can Oslo …", 奥斯陆能…: in "can you tell …" it is the listener who can. */
const isAbleHere = ({ tokens, parties }: Scene) =>
  parties.some(({ at }) => isA(tokens[at - 1], 'able') || isA(tokens[at + 1], 'able'));

/** "What can Oslo join?", 奥斯陆能参加什么: the missions are past, and what is open are the pilots. */
export const asksWhatIsOpen: Evidence = (scene) =>
  scene.has('able') &&
  isAbleHere(scene) &&
  (scene.has('what', 'which')
    ? scene.has('attend', 'involve')
    : scene.ask === 'whether' && scene.has('attend')) &&
  namesPlace(scene) &&
  scene.subjects.length + scene.dates.length === 0 &&
  !scene.has(...VISITS, 'exchange', 'virtual', 'in-person', 'past', 'programme');

/** What is planned with a partner is a pilot. */
export const isPlannedWithPartner: Evidence = (scene) =>
  scene.names('organisation') && scene.has('mission-planned') && !scene.has('mission', 'meeting');

/** "Oslo works with Porto." */
export const workTogether: Evidence = (scene) => scene.parties.length > 1 && scene.has('cooperate');

/** "What do Oslo and Porto work on?", "do they work together?" */
export const asksForCommonWork: Evidence = (scene) =>
  workTogether(scene) &&
  (scene.ask === 'what' || scene.ask === 'whether' || scene.has('what', 'exists')) &&
  !travels(scene) &&
  !scene.has('mission', 'meeting', 'meet', 'virtual', 'in-person') &&
  !isDated(scene);

/** "What do the university and the lab do together?" */
export const asksForWorkOfPartners: Evidence = (scene) =>
  namesPartners(scene) &&
  (scene.has('cooperate', 'both', 'what', 'pilot') ||
    (scene.ask === 'whether' && scene.has('with') && !scene.has('and')));

/** "Is it a partner of Oslo?", 是奥斯陆的伙伴吗; a partner in Oslo is one that is there. */
function isPartnerOf({ tokens, parties, has }: Scene): boolean {
  if (has('exists', 'have')) return false;
  return parties.some(({ at }) => {
    let of = at - 1;
    while (isA(tokens[of], 'article', 'city')) of--;
    if (isA(tokens[of], 'of') && isA(tokens[of - 1], 'city')) of -= 2;
    while (isA(tokens[of], 'article')) of--;
    if (isA(tokens[of], 'of', 'with') && isA(tokens[of - 1], 'partner')) return true;
    const [owns, noun] = tokens.slice(at + 1, at + 3);
    return owns !== undefined && isAttributive(owns.text) && isA(noun, 'partner');
  });
}

/** "Does the university work with Oslo?": a pilot of both tells, and not where the partner is. */
export const asksOfWorkWithPlace: Evidence = (scene) =>
  scene.ask === 'whether' &&
  scene.names('organisation') &&
  (isPartnerOf(scene) ||
    (namesPlace(scene) && scene.focus === undefined && scene.has('cooperate') && !scene.has('partner'))) &&
  !travels(scene) &&
  !isDated(scene) &&
  !scene.has('mission', 'meeting', 'meet', 'virtual', 'in-person', ...PARTNER_KINDS);

/** Whether two partners are each other's is told by a pilot of both. */
export const asksOfEachOthersPartners: Evidence = (scene) =>
  scene.ask === 'whether' &&
  namesPartners(scene) &&
  scene.has('partner') &&
  !scene.has('or', 'which', 'count', 'exists');

const beforeKind = [
  'with',
  'involve',
  'have',
  'by',
  'not',
  'except',
  'both',
  'article',
  'function',
  'that',
] as const;

/** "Pilots with universities": the kind of partner is a condition on the pilots. */
export function asksForPilotsWithKind({ tokens, ask, focus }: Scene): boolean {
  const at = tokens.findIndex((token) => headsOf(token).length > 0);
  if (ask !== 'list' || focus !== undefined || at < 0 || !isA(tokens[at], 'pilot')) return false;
  const kind = tokens.findIndex((token, i) => i > at && !isA(token, ...beforeKind));
  const isPlain = isA(tokens[kind], ...PARTNER_KINDS) && tokens[kind]?.names.length === 0;
  return kind > at + 1 && isPlain;
}

/** "Who is in the pilot?" */
export const asksWhoIsInPilot: Evidence = (scene) =>
  scene.ask === 'who' && (isOfPilot(scene) || scene.names('organisation'));

/** "What did the university propose?" */
export const asksWhatIsProposed: Evidence = (scene) =>
  scene.ask === 'what' && scene.has('propose') && scene.names('organisation');

/** "Which partners did the delegates meet?": of partners it is told which there are, and of missions who met. */
export const asksWhomTheyMet: Evidence = (scene) =>
  scene.focus?.head === 'partners' && scene.has('meet') && scene.has('past', 'delegation');

/** "Who proposed the pilot?" */
export const asksWhoProposed: Evidence = (scene) =>
  scene.ask === 'who' && scene.has('propose', 'involve') && isOfPilot(scene);

/** "Have any cities come?" asks whether, not which; 在哪座城市举办 asks for the venue. */
const onlyMentionsCities: Evidence = (scene) =>
  scene.focus?.head === 'city' &&
  ((travels(scene) && scene.ask === 'whether') ||
    scene.names('mission') ||
    (scene.has('hold', 'host') && isOfPilot(scene)));

/** "Which pilots …": the noun that is asked for. */
export const asksFor =
  (head: Head): Evidence =>
  (scene) =>
    scene.focus?.head === head && !onlyMentionsCities(scene);

/** An exchange is asked for; its subject tells whether it is a visit or a pilot. */
export const asksForExchange: Evidence = (scene) =>
  scene.focus !== undefined && isA(scene.tokens[scene.focus.at], 'exchange') && !onlyMentionsCities(scene);

/** "In which city is the university?" asks where a partner is. */
export const asksWhereIsPartner: Evidence = (scene) =>
  scene.focus?.head === 'city' &&
  scene.names('organisation') &&
  (scene.has('in') || !scene.has('with', 'involve', 'participant', 'pilot', 'both')) &&
  !travels(scene) &&
  !scene.tokens.some((token) => isA(token, 'cooperate') && !isA(token, 'partner')) &&
  !namesPlace(scene);
