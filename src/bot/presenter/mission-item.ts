import type { Mission } from '../../programme/schema.js';
import type { Invocation } from '../invocation.js';
import type { ListItem } from '../reply.js';
import { missionLine } from './mission-account.js';
import { asking, queryFor } from './queries.js';
import type { View } from './view.js';

/** A mission's line in a list; it opens the mission. */
export function missionItem(mission: Mission, view: View): ListItem {
  return { text: missionLine(mission, view), invocation: openingOf(mission, view) };
}

/** What opens a mission's card. */
export function openingOf({ id }: Mission, view: View): Invocation {
  return asking(queryFor('missions', 'what', { kind: 'mission', id }), view);
}
