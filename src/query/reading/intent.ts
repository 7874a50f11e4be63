import type { CityField } from '../../programme/schema.js';
import { JOURNEYS, RECORDS } from '../lexicon/word-groups.js';
import type { Facet, Intent } from '../query.js';
import { isA } from '../text/tokens.js';
import { organiserAsked, personAsked } from './people-asked.js';
import { asksOfProposer } from './proposers.js';
import type { Scene } from './scene.js';
import { type KindAsked, kindsAsked } from './second-kind.js';
import { asksForThemes } from './theme-words.js';
import { toolAsked, toolName } from './tool-asked.js';
import { weigh } from './weights.js';

/** What a question asks for, most likely first. */
export interface Purpose {
  intents: readonly Intent[];
  /** How much speaks for each intent, where it was weighed. */
  weights?: ReadonlyMap<Intent, number>;
  facet?: Facet;
  field?: CityField;
  /** The word for what no programme of this kind holds. */
  notHeld?: string;
  offTopic?: boolean;
  /** Of a question that asks for two kinds of record, both. */
  kinds?: readonly KindAsked[];
  /** The word that asks for a reason, which is not held; whether the thing is so at all may be. */
  why?: string;
}

const FIELDS: readonly CityField[] = ['population', 'size', 'province'];

const FACETS = ['sdgs', 'urban-agenda', 'challenges', 'objectives', 'focus'] as const;

/** Whether the question names a record, a kind of record or a time. */
function isAboutRecords(scene: Scene): boolean {
  return (
    scene.parties.length > 0 ||
    scene.dates.length > 0 ||
    scene.names('organisation', 'theme', 'topic', 'mission', 'pilot') ||
    scene.has(...RECORDS, 'exchange', 'delegation', 'city', 'country')
  );
}

const isNarrow = (scene: Scene) =>
  scene.names('pilot', 'mission', 'organisation', 'topic') || scene.parties.length > 0;

function readFacet(scene: Scene): Facet | undefined {
  if (scene.names('goal')) return 'sdgs';
  if (scene.names('urban-agenda') && !scene.has('pilot', 'mission', 'partner')) return 'urban-agenda';
  const narrow = scene.names('pilot', 'mission', 'organisation') || scene.parties.length > 0;
  for (const facet of FACETS) {
    if (!scene.has(facet)) continue;
    if (facet === 'sdgs' || facet === 'urban-agenda') return facet;
    if (!narrow && !scene.has('mission') && scene.focus?.head !== 'city' && scene.dates.length === 0)
      return facet;
  }
  return undefined;
}

/** Words that ask for what is not held, unless they are part of a name or of contact details. */
function readNotHeld(scene: Scene): string | undefined {
  const mayBe = scene.has('why', 'not-held', 'not-held-verb', 'off-topic');
  const token = !mayBe
    ? undefined
    : scene.tokens.find(
        (one) => one.names.length === 0 && isA(one, 'why', 'not-held', 'not-held-verb', 'off-topic'),
      );
  if (token !== undefined) return token.typed;
  const tool = toolAsked(scene);
  if (tool !== undefined) return toolName(tool);
  const defined = scene.has('define') ? scene.tokens.find((one) => isA(one, 'define')) : undefined;
  if (defined !== undefined && !scene.names('programme')) return defined.typed;
  return scene.has('population') ? undefined : (personAsked(scene) ?? organiserAsked(scene))?.typed;
}

function readField(scene: Scene): CityField | undefined {
  const field = FIELDS.find((name) => scene.has(name));
  if (field === undefined) return undefined;
  const aboutCities = scene.parties.length > 0 || scene.has('city');
  const others =
    scene.has(...RECORDS, 'themes', 'delegation') ||
    scene.names('pilot', 'mission', 'topic', 'theme', 'organisation');
  return aboutCities && !others ? field : undefined;
}

/** 会 is a meeting, but mostly "can". */
const namesMission = ({ tokens }: Scene) =>
  tokens.some((token) => isA(token, 'mission', 'meeting') && !isA(token, 'function'));

/** Whether the question is when the programme as a whole begins or ends. */
function asksForPeriod(scene: Scene): boolean {
  if (isNarrow(scene) || namesMission(scene)) return false;
  if (scene.dates.length > 0) {
    // "Did the cooperation begin in …?", 合作从…开始吗.
    const begins = scene.has('begin') || scene.dates.some(({ tokens }) => isA(tokens.at(-1), 'begin'));
    return scene.has('programme') && (scene.has('period') || (begins && scene.ask === 'whether'));
  }
  if (scene.has('period')) return true;
  if (scene.has('programme') && scene.has('running', 'completed') && !scene.has('pilot')) return true;
  // "Since when have the cities worked together?"
  if (scene.ask === 'when' && scene.has('cooperate') && scene.parties.length === 0) return true;
  // "Is the cooperation still running?"
  if (scene.has('programme') && scene.ask === 'whether' && scene.has('running', 'completed', 'begin'))
    return true;
  // "The last one" and "when was the last …" do not ask how long something lasts.
  const tells = scene.tokens.some(
    (token) => isA(token, 'begin') && (!isA(token, 'last') || scene.has('programme', 'how')),
  );
  return tells && (scene.ask === 'when' || scene.has('how', 'first', 'last'));
}

/** 项目背景: of the programme, which 项目 is as well as a pilot. */
function asksForBackground(scene: Scene): boolean {
  if (!scene.has('summary') || !scene.has('project') || isNarrow(scene) || scene.names('theme')) return false;
  const ofWhole = scene.tokens.every((token) => !isA(token, 'pilot') || isA(token, 'project'));
  return (
    ofWhole &&
    scene.dates.length === 0 &&
    scene.tokens.some((token) => isA(token, 'summary') && !isA(token, 'list'))
  );
}

function asksForStatus(scene: Scene): boolean {
  // "Has the exchange with Oslo started?"
  const isExchange = scene.has('exchange') && scene.dates.length === 0 && !scene.has('virtual', 'in-person');
  const aboutPilots = scene.names('pilot', 'topic', 'theme') || scene.has('pilot') || isExchange;
  if (scene.focus !== undefined && scene.focus.head !== 'pilots') return false;
  if (scene.has('status') && (aboutPilots || !isAboutRecords(scene))) return true;
  if (scene.has('news') && aboutPilots) return true;
  // When a pilot takes place, nothing tells but its status.
  const inPilotsOnly = scene.names('pilot') || (scene.topics.inPilots && !scene.topics.inMissions);
  const deed = scene.has('go', 'come', 'send', 'mission', 'meeting', 'delegation', 'exchange');
  if (inPilotsOnly && scene.ask === 'when' && scene.dates.length === 0 && !deed) return true;
  if (
    scene.names('pilot') &&
    scene.ask === 'whether' &&
    scene.has('hold', 'mission-held') &&
    scene.focus === undefined
  )
    return true;
  if (
    scene.names('pilot') &&
    scene.has('proposed') &&
    !asksOfProposer(scene) &&
    (scene.ask === 'whether' || scene.has('or'))
  )
    return true;
  return (
    aboutPilots &&
    (scene.has('running', 'completed', 'paused', 'agreed', 'cancelled') ||
      (scene.has('begin') && (scene.names('pilot', 'topic') || isExchange))) &&
    !scene.has('mission-planned') &&
    scene.dates.length === 0
  );
}

/** Whom to write to is known of the programme only, not of its cities and partners. */
function contactOfOther(scene: Scene): string | undefined {
  if (!scene.has('contact') || scene.dates.length > 0 || scene.has('programme', 'pilot')) return undefined;
  const meets = scene.tokens.some((token) => isA(token, 'mission') && !isA(token, 'contact'));
  if (meets) return undefined;
  const isCity =
    scene.parties.length === 1 &&
    scene.parties[0]?.kind === 'city' &&
    scene.subjects.length === 0 &&
    !scene.has('partner') &&
    // "The contacts of Oslo" are its missions; "how do I contact Oslo" asks for an address.
    (scene.has('how') || !scene.has('mission'));
  const isPartner =
    scene.subjects.length > 0 &&
    scene.subjects.every(({ names }) => names.some(({ kind }) => kind === 'organisation'));
  return isCity || isPartner ? scene.tokens.find((token) => isA(token, 'contact'))?.typed : undefined;
}

const REASONED = [...JOURNEYS, 'cancelled', 'paused', 'completed', 'running', 'agreed'] as const;

/** "Why was it cancelled?" as the question whether it was; nothing when it names no deed and no status. */
export function withoutReason(scene: Scene): { scene: Scene; why: string } | undefined {
  const why = scene.has('why') ? scene.tokens.find((token) => isA(token, 'why')) : undefined;
  if (why === undefined || scene.parties.length + scene.subjects.length === 0) return undefined;
  if (!scene.has(...REASONED)) return undefined;
  const tokens = scene.tokens.filter((token) => token !== why);
  return { scene: { ...scene, tokens, ask: 'whether' }, why: why.typed };
}

const intentsOf = (kinds: readonly KindAsked[]): Intent[] =>
  kinds.flatMap(({ head }) => (head === 'people' ? [] : [head]));

/** Decides what a question asks for. Nothing at all: no intents. */
export function readPurpose(scene: Scene): Purpose {
  const offTopic = scene.has('off-topic') && !isAboutRecords(scene);
  const notHeld = readNotHeld(scene) ?? contactOfOther(scene);
  const field = readField(scene);
  if (field !== undefined && (notHeld === undefined || field === 'population'))
    return { intents: ['city'], field };
  if (notHeld !== undefined) return { intents: [], notHeld, offTopic };
  if (scene.has('usage') && scene.parties.length + scene.subjects.length + scene.dates.length === 0)
    return { intents: ['help'] };
  if (
    scene.has('help') &&
    !isAboutRecords({ ...scene, parties: scene.parties.filter(({ kind }) => kind === 'city') })
  )
    return { intents: ['help'] };
  if (
    (scene.has('contact') || (scene.names('contact') && !scene.has('mission', 'meeting', 'meet'))) &&
    !scene.names('organisation', 'mission', 'pilot') &&
    scene.parties.length === 0
  ) {
    return { intents: ['contact'] };
  }
  const facet = readFacet(scene);
  if (facet !== undefined) return { intents: ['themes'], facet };
  if (asksForPeriod(scene)) return { intents: ['overview'], facet: 'period' };
  // "Is farming a theme?"
  const asksOfTheme = scene.ask === 'whether' && scene.parties.length === 0 && !scene.has('exists');
  if (asksForThemes(scene) && (!isNarrow(scene) || asksOfTheme) && !scene.has('pilot', 'mission'))
    return { intents: ['themes'], facet: 'themes' };
  if (asksForBackground(scene)) return { intents: ['overview'], facet: 'summary' };
  const weights = weigh(scene);
  const ranked = [...weights]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([intent]) => intent);
  const kinds = kindsAsked(scene);
  if (kinds.length > 1) return { intents: [...new Set([...intentsOf(kinds), ...ranked])], kinds };
  if (asksForStatus(scene)) return { intents: ['status', ...ranked] };
  if (ranked.length === 0 && (scene.has('programme', 'summary') || scene.names('programme')))
    return { intents: ['overview'], facet: 'summary' };
  return { intents: ranked, weights };
}
