import { JOURNEYS, OUTCOMES, OVERVIEW, PARTNERS, VISITS } from '../lexicon/word-groups.js';
import type { Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { isElliptic } from './ellipsis.js';
import type { Scene } from './scene.js';

const HEADS = [
  ...VISITS,
  ...PARTNERS,
  ...OVERVIEW,
  'delegation',
  'exchange',
  'pilot',
  'city',
  'country',
  'status',
  'contact',
  'help',
  'population',
  'size',
  'province',
  'running',
  'agreed',
  'completed',
] as const;

/** Whether the words pick from what was shown: "which of them …", 其中…, "only companies". */
export function narrows(scene: Scene): boolean {
  const opening = scene.tokens.filter((token) => token.kind === 'phrase').slice(0, 3);
  if (opening.some((token) => isA(token, 'among'))) return true;
  return isA(opening[0], 'only') && scene.parties.length + scene.dates.length === 0 && !scene.has('list');
}

/**
 * What came of missions is asked of them, whatever was shown before: "who signed the memoranda?" after the partners. A pilot or
 * a partner that was named may be meant itself.
 */
function isOfMissions(scene: Scene, { intent, clauses, linked }: Query): boolean {
  const isOther = intent !== 'missions' && intent !== 'pilots' && intent !== 'status' && linked === undefined;
  const isOfPlaces = clauses.every(({ any }) =>
    any.every((term) => 'role' in term || term.kind === 'organisation-kind'),
  );
  return isOther && isOfPlaces && scene.has(...OUTCOMES) && !scene.has('it', 'among');
}

const isOfKind = ({ any }: Query['clauses'][number]) => any.every(({ kind }) => kind === 'organisation-kind');

const isUnknownName = (token: Token) =>
  token.kind === 'unknown' || (isA(token, 'elsewhere') && token.names.length === 0);

/** "Without Oslo", 不含奥斯陆的: a limit, and nothing that it is of. */
const onlyExcepts = ({ tokens, parties, subjects, dates, focus, has }: Scene) =>
  parties.length > 0 &&
  parties.every(({ negated }) => negated) &&
  subjects.length + dates.length === 0 &&
  focus === undefined &&
  !has(...HEADS) &&
  tokens.filter(({ kind }) => kind === 'phrase').length < 5;

/** Whether the words lean on what was said before: "and in 2020?", 那里昂呢, "who was there?", "when?". */
export function leansBack(scene: Scene, previous: Query, isCommand: boolean): boolean {
  const words = scene.tokens.filter((token) => token.kind === 'phrase');
  const [first] = words;
  if (isA(first, 'follow-up-start') || scene.has('particle', 'there', 'it')) return true;
  if (isCommand) return false;
  if (narrows(scene)) return true;
  if (isOfMissions(scene, previous) && previous.clauses.every(isOfKind)) return false;
  if (onlyExcepts(scene)) return true;
  const isBare = scene.parties.length === 0 && scene.subjects.length === 0;
  // A name that is not known is what the question is about.
  if (!isBare || words.length > 7 || scene.tokens.some(isUnknownName)) return false;
  // "What happened in 2017?" and "who travelled in 2017?" are whole.
  const deed = scene.ask === 'what' || scene.has(...JOURNEYS, 'meet', 'hold');
  if (scene.dates.length > 0 && deed) return false;
  if (isElliptic(scene, previous)) return true;
  const asksRecords = scene.has(
    'mission',
    'pilot',
    'partner',
    'city',
    'country',
    'programme',
    'status',
    'contact',
    'help',
    'greeting',
    'polite',
    'themes',
  );
  return (
    !asksRecords &&
    (scene.dates.length > 0 ||
      scene.ask !== 'list' ||
      scene.has('virtual', 'in-person', 'go', 'come', 'host'))
  );
}

/** "What came of them?" of missions is no question for a status. */
export const asksForStatus = (scene: Scene, { intent }: Query) =>
  scene.has('status') && !(intent === 'missions' && scene.has('result'));

/** Whether the words name what is asked for, or ask with "who" for the partners of pilots or of what was named. */
export function asksAnew(scene: Scene, previous: Query): boolean {
  if (scene.focus !== undefined || isOfMissions(scene, previous)) return true;
  if (HEADS.some((head) => (head === 'status' ? asksForStatus(scene, previous) : scene.has(head))))
    return true;
  const isOfPartners = previous.intent === 'pilots' || previous.intent === 'status' || scene.has('cooperate');
  return scene.ask === 'who' && isOfPartners;
}
