import { PARTNERS } from '../lexicon/word-groups.js';
import type { Intent } from '../query.js';
import { asksWhereElse, asksWhoCooperates, asksWhoTakesPart } from './city-conditions.js';
import {
  asksFor,
  asksForCommonWork,
  asksForExchange,
  asksForPilotsWithKind,
  asksForPortrait,
  asksForWorkOfPartners,
  asksOfEachOthersPartners,
  asksOfPlace,
  asksOfWorkWithPlace,
  asksWhatIsOpen,
  asksWhatIsPlanned,
  asksWhatIsProposed,
  asksWhen,
  asksWhereBeen,
  asksWhereIsPartner,
  asksWhereSeveralAre,
  asksWhoDidNot,
  asksWhoIsInPilot,
  asksWhomTheyMet,
  asksWhoProposed,
  countsWork,
  type Evidence,
  isDated,
  isNamed,
  isOfThemeOrTopicInPilots,
  isOfTopicInMissions,
  isOfTopicInPilotsOnly,
  isPlannedWithPartner,
  namesGroup,
  namesPlace,
  namesPlacesOfMission,
  says,
  travels,
  workTogether,
} from './evidence.js';
import type { Scene } from './scene.js';

/** What speaks for a kind of record, how much, and when. */
interface Row {
  for: Intent;
  /** A negative one speaks against it. */
  weight: number;
  when: Evidence;
}

/** What is said of whomever it may be. */
const WORDS: readonly Row[] = [
  { for: 'missions', weight: 4, when: travels },
  { for: 'missions', weight: 2.5, when: says('mission', 'meeting', 'workshop', 'webinar', 'delegation') },
  { for: 'missions', weight: 2, when: says('exchange') },
  { for: 'missions', weight: 2, when: says('virtual', 'in-person') },
  { for: 'missions', weight: 2, when: says('mou-signed', 'follow-up', 'pilots-identified') },
  {
    for: 'missions',
    weight: 1,
    when: says('meet', 'attend', 'hold', 'mission-cancelled', 'mission-planned', 'mission-held'),
  },
  { for: 'missions', weight: 1, when: says('first', 'last', 'next', 'upcoming', 'times') },
  { for: 'pilots', weight: 3, when: says('pilot') },
  { for: 'pilots', weight: 1.5, when: says('exchange') },
  { for: 'pilots', weight: 1, when: says('propose') },
  { for: 'partners', weight: 3.5, when: says(...PARTNERS) },
  { for: 'city', weight: 2, when: says('city', 'country') },
];

/** What is named: records, topics, times and places. */
const NAMES: readonly Row[] = [
  { for: 'missions', weight: 3, when: isNamed('mission') },
  { for: 'missions', weight: 3, when: isDated },
  { for: 'missions', weight: 2.5, when: isOfTopicInMissions },
  { for: 'missions', weight: -3, when: isOfTopicInPilotsOnly },
  // Students who go abroad are in a pilot.
  { for: 'missions', weight: -3, when: (scene) => isOfTopicInPilotsOnly(scene) && travels(scene) },
  { for: 'missions', weight: 2.5, when: namesPlacesOfMission },
  // A group without cities of its own is in missions at most.
  { for: 'missions', weight: 0.7, when: namesGroup },
  { for: 'pilots', weight: 3, when: isNamed('pilot') },
  { for: 'pilots', weight: 2.5, when: isOfThemeOrTopicInPilots },
  { for: 'partners', weight: 2, when: isNamed('organisation') },
  { for: 'city', weight: 1, when: namesPlace },
];

/** What the question says of those that it names. */
const RELATIONS: readonly Row[] = [
  { for: 'pilots', weight: 2.5, when: isPlannedWithPartner },
  { for: 'pilots', weight: 1.5, when: workTogether },
  { for: 'pilots', weight: 3, when: asksForCommonWork },
  { for: 'pilots', weight: 3, when: countsWork },
  { for: 'pilots', weight: 6, when: asksWhatIsPlanned },
  { for: 'pilots', weight: 3, when: asksForWorkOfPartners },
  { for: 'pilots', weight: 20, when: asksOfWorkWithPlace },
  { for: 'pilots', weight: 20, when: asksOfEachOthersPartners },
  { for: 'pilots', weight: 10, when: asksWhatIsOpen },
  { for: 'pilots', weight: 3, when: asksWhatIsProposed },
];

/** What is asked for: with who, where and when, or with a noun. */
const ASKED: readonly Row[] = [
  { for: 'missions', weight: 1, when: asksWhen },
  { for: 'missions', weight: 2.5, when: asksWhereBeen },
  { for: 'missions', weight: 14, when: asksWhomTheyMet },
  { for: 'partners', weight: 3.5, when: asksWhoIsInPilot },
  { for: 'partners', weight: 3, when: asksWhoProposed },
  { for: 'partners', weight: 13, when: asksWhereIsPartner },
  { for: 'partners', weight: 3, when: asksWhereSeveralAre },
  { for: 'city', weight: 6, when: asksOfPlace },
  { for: 'city', weight: 14, when: asksWhoDidNot },
  { for: 'city', weight: 28, when: asksWhereElse },
  { for: 'city', weight: 6, when: (scene) => asksWhoCooperates(scene) || asksWhoTakesPart(scene) },
  { for: 'city', weight: 4, when: asksForPortrait },
  { for: 'missions', weight: 12, when: asksFor('missions') },
  { for: 'pilots', weight: 12, when: asksFor('pilots') },
  { for: 'pilots', weight: 12, when: asksForExchange },
  { for: 'pilots', weight: 12, when: asksForPilotsWithKind },
  { for: 'partners', weight: 12, when: asksFor('partners') },
  { for: 'city', weight: 12, when: asksFor('city') },
];

const EVIDENCE = [...WORDS, ...NAMES, ...RELATIONS, ...ASKED];

/** How much speaks for each kind of record. */
export function weigh(scene: Scene): Map<Intent, number> {
  const weights = new Map<Intent, number>([
    ['missions', 0],
    ['pilots', 0],
    ['partners', 0],
    ['city', 0],
  ]);
  for (const row of EVIDENCE)
    if (row.when(scene)) weights.set(row.for, (weights.get(row.for) ?? 0) + row.weight);
  return weights;
}
