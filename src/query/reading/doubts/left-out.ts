import type { Query } from '../../query.js';
import type { Token } from '../../text/tokens.js';
import { uncountedMissions } from '../ranks.js';
import type { Scene } from '../scene.js';
import { unusedWords } from '../use.js';
import { deniedInVain, exceptedDeeds, onlyOnes } from './denied.js';
import { allOfThem, countedOfEach, howLong, numbersOfParties, repeatedBy } from './uncounted.js';
import { betweenEvents, followedBy, lengths, undated } from './undated.js';
import { aboutNothing, placeUntold, pointingNowhere, timeUntold, tooBroad } from './vague.js';

/** Words of one sort that a reading leaves out. */
type Doubt = (scene: Scene, query: Query) => readonly Token[];

const DOUBTS: readonly Doubt[] = [
  unusedWords,
  // Times that were not read.
  undated,
  betweenEvents,
  lengths,
  followedBy,
  // What no reading counts.
  uncountedMissions,
  numbersOfParties,
  countedOfEach,
  repeatedBy,
  allOfThem,
  howLong,
  // Words that point nowhere.
  pointingNowhere,
  placeUntold,
  timeUntold,
  tooBroad,
  aboutNothing,
  // Denials that no condition took up.
  deniedInVain,
  exceptedDeeds,
  onlyOnes,
];

/** Words of the question that a reading leaves out, and without which its answer would be another question's. */
export const leftOut = (scene: Scene, query: Query): Token[] =>
  DOUBTS.flatMap((doubt) => doubt(scene, query));
