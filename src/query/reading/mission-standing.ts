import type { Scene } from './scene.js';

/** "What is the status of the mission to Oslo?": missions have one as well as pilots. */
export function asksHowMissionsStand({ ask, dates, has, names }: Scene): boolean {
  if (!has('status') || !['list', 'what', 'whether'].includes(ask) || dates.length > 0) return false;
  const ofOthers = has('pilot', 'partner') || names('pilot', 'topic', 'theme', 'organisation');
  return !ofOthers && (names('mission') || has('mission', 'delegation', 'go', 'come', 'send'));
}
