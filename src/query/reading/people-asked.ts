import { DEEDS } from '../lexicon/word-groups.js';
import { isA, type Token } from '../text/tokens.js';
import type { Scene } from './scene.js';

/** People as such are not held: neither how many they were nor who they were. */
export function personAsked(scene: Scene): Token | undefined {
  if (!scene.has('people', 'delegation')) return undefined;
  const { tokens } = scene;
  const asked = tokens.find((one, at) => isA(one, 'people') && isA(tokens[at - 1], 'count', 'which', 'who'));
  const named = tokens.find(
    (one, at) =>
      isA(one, 'people', 'delegation') &&
      tokens.slice(Math.max(0, at - 3), at).some((word) => isA(word, 'name-of')),
  );
  if (asked !== undefined || named !== undefined) return asked ?? named;
  if (scene.ask === 'who' && scene.has('lead') && scene.has('delegation'))
    return tokens.find((one) => isA(one, 'lead'));
  const deed = scene.has(...DEEDS, 'mission', 'meeting') || scene.dates.length > 0;
  return scene.ask === 'who' && !deed
    ? tokens.find((one) => isA(one, 'people') && isA(one, 'delegation'))
    : undefined;
}

/** "Who organised the forum?": who took part is known, and where it was, but not who ran it. */
export function organiserAsked({ tokens, has, names }: Scene): Token | undefined {
  if (
    !has('who') ||
    !has('organise') ||
    !(names('mission') || has('mission', 'meeting', 'workshop', 'webinar'))
  )
    return undefined;
  const ran = (token: Token | undefined) => isA(token, 'organise') && !isA(token, 'host', 'meet');
  return tokens.find(
    (token, at) =>
      ran(token) && isA(tokens[at - 1], 'who') && !tokens.slice(0, at).some((one) => isA(one, 'with')),
  );
}
