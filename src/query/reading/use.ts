import type { WordClass } from '../lexicon/word-class.js';
import type { Intent, Query } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import type { Scene } from './scene.js';

const MISSIONS = ['missions'] as const;
const MEETING_ALSO = ['missions', 'city', 'pilots', 'status'] as const;
const PARTNERS = ['partners', 'pilots', 'status'] as const;
const PILOTS = ['pilots', 'status', 'partners'] as const;
const PILOTS_OR_WHOLE = [...PILOTS, 'overview'] as const;
const DEEDS = ['missions', 'city'] as const;
const GOING = [...DEEDS, 'pilots'] as const;

/** Words that only some readings can use; every other class holds a sentence together and is used by all. */
const USED_BY: Partial<Record<WordClass, readonly Intent[]>> = {
  mission: MEETING_ALSO,
  'shared-mission': MEETING_ALSO,
  meeting: ['missions', 'city'],
  delegation: DEEDS,
  exchange: MEETING_ALSO,
  workshop: DEEDS,
  webinar: DEEDS,
  virtual: DEEDS,
  'in-person': DEEDS,
  'mou-signed': DEEDS,
  'follow-up': MISSIONS,
  'pilots-identified': MISSIONS,
  'mission-cancelled': MISSIONS,
  'mission-planned': ['missions', 'pilots', 'status'],
  upcoming: DEEDS,
  go: GOING,
  going: GOING,
  come: ['missions', 'city', 'contact'],
  host: DEEDS,
  send: ['missions', 'city', 'contact'],
  pilot: PILOTS,
  project: ['overview', 'themes', 'contact'],
  partner: PARTNERS,
  university: PARTNERS,
  company: PARTNERS,
  lab: PARTNERS,
  bureau: PARTNERS,
  status: ['status', 'pilots'],
  proposed: PILOTS,
  agreed: PILOTS,
  running: PILOTS_OR_WHOLE,
  paused: PILOTS,
  completed: PILOTS_OR_WHOLE,
  cancelled: PILOTS,
  themes: ['themes', 'pilots', 'status', 'partners', 'overview', 'missions'],
  sdgs: ['themes', 'overview'],
  'urban-agenda': ['themes', 'overview'],
  focus: ['themes', 'overview'],
  challenges: ['themes', 'overview'],
  objectives: ['themes', 'overview', 'missions', 'pilots'],
  period: ['overview'],
  contact: ['contact'],
  population: ['city'],
  size: ['city', 'overview'],
  province: ['city'],
  most: [],
  untold: [],
  omit: [],
  writing: [],
  // Pilots and partners have no dates.
  when: ['missions', 'status', 'overview', 'contact'],
  propose: PILOTS,
  'put-forward': PILOTS,
  news: ['status', 'pilots'],
  define: ['overview'],
};

const USERS: ReadonlyMap<string, readonly Intent[]> = new Map(Object.entries(USED_BY));

/** Words with a meaning that this reading leaves out: an answer without them would be another question's. */
export function unusedWords({ tokens }: Scene, query: Query): Token[] {
  if (query.intent === 'help') return [];
  return tokens.filter((token) => {
    if (token.kind !== 'phrase' || token.names.length > 0) return false;
    // Cities are asked for with "who" and pilots only by what they took part in.
    const isBare = query.intent === 'city' && query.linked === undefined;
    if (isBare && isA(token, 'who') && !tokens.some((other) => isA(other, 'city'))) return true;
    if (query.intent === 'city' && query.linked?.by === 'pilots' && isA(token, 'pilot')) return false;
    if (query.ask === 'standing' && isA(token, 'status')) return false;
    return token.words.every((sense) => {
      const users = USERS.get(sense.class);
      return users !== undefined && !users.includes(query.intent);
    });
  });
}
