import type { webApi } from '@slack/bolt';
import { originOf } from './form-names.js';
import { personId } from './identity.js';
import type { Profiles } from './profiles.js';
import type { Visitor } from './surfaces.js';

/** Who asked, and where. */
export interface Asker {
  client: webApi.WebClient;
  team: string;
  user: string;
  channel: string;
}

/** The part of an interaction's payload that tells who acted, and where. */
interface Acted {
  user: { id: string; team_id?: string | undefined };
  team?: { id: string } | null | undefined;
  channel?: { id: string } | undefined;
  view?: { private_metadata?: string | undefined } | undefined;
}

/** Who pressed or submitted something: in its channel, in that which its view was opened from, or alone with the bot. */
export function askerOf(
  { user, team, channel, view }: Acted,
  client: webApi.WebClient,
  contextTeam: string | undefined,
): Asker {
  return {
    client,
    team: contextTeam ?? team?.id ?? user.team_id ?? '',
    user: user.id,
    channel: channel?.id ?? originOf(view?.private_metadata) ?? user.id,
  };
}

/** The asker as the surfaces know them. */
export async function visitorOf(
  profiles: Profiles,
  { client, team, user }: Pick<Asker, 'client' | 'team' | 'user'>,
): Promise<Visitor> {
  const profile = await profiles.of(client, team, user);
  return { person: personId(team, user), ...(profile === undefined ? {} : { hint: profile.hint }) };
}
