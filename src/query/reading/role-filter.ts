import { JOURNEYS } from '../lexicon/word-groups.js';
import type { Intent, PartyRole } from '../query.js';
import { isA, type Token } from '../text/tokens.js';
import { partyOf } from './party.js';
import type { Scene } from './scene.js';

const ROLES = { 'as-host': 'host', 'as-traveller': 'traveller' } as const;

function roleOf(token: Token | undefined): PartyRole | undefined {
  for (const name of ['as-host', 'as-traveller'] as const) if (isA(token, name)) return ROLES[name];
  return undefined;
}

/** Words of a filter only ("missions host Oslo 2019 online"), and no sentence; their dates are no tokens of the scene. */
function isTerse({ tokens }: Scene, command: Intent | undefined): boolean {
  const [first, ...others] = tokens;
  const rest = command === 'missions' ? tokens : others;
  const begins = isA(first, 'mission', 'meeting') && !isA(first, ...JOURNEYS);
  if (command !== 'missions' && !begins) return false;
  return rest.every(
    (token) =>
      partyOf(token) !== undefined ||
      roleOf(token) !== undefined ||
      token.kind === 'comma' ||
      token.kind === 'joint' ||
      isA(token, 'and', 'or', 'virtual', 'in-person'),
  );
}

/**
 * After a command, "host" or "traveller" beside a city is a filter on it, whichever comes first: "missions host Oslo"
 * is "missions Oslo host". All such words stand as the first one does. A question keeps what its verbs say.
 */
export function withRoleFilter(scene: Scene, command: Intent | undefined): Scene {
  const { tokens } = scene;
  if (!scene.has('as-host', 'as-traveller') || !isTerse(scene, command)) return scene;
  const lists = [...new Set(scene.parties.map(({ list }) => list))].map((list) => {
    const places = scene.parties.filter((party) => party.list === list).map(({ at }) => at);
    return { list, start: Math.min(...places), end: Math.max(...places) + 1 };
  });
  const leads = lists.some(({ start }, i) => i === 0 && roleOf(tokens[start - 1]) !== undefined);
  const roles = new Map<number, PartyRole>();
  for (const { list, start, end } of lists) {
    const role = roleOf(tokens[leads ? start - 1 : end]);
    if (role !== undefined) roles.set(list, role);
  }
  return {
    ...scene,
    parties: scene.parties.map((party) => ({ ...party, role: roles.get(party.list) ?? party.role })),
  };
}
