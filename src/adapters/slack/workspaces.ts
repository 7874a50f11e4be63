import type { Installation, webApi } from '@slack/bolt';
import type { Installations } from './installations.js';

/** The Web API on behalf of one workspace. */
export interface Workspaces {
  /** The client for a workspace; `undefined` when the app is not installed there. */
  of(team: string): Promise<webApi.WebClient | undefined>;
}

/** One workspace, by the bot token of the environment. */
export function singleWorkspace(client: webApi.WebClient): Workspaces {
  return { of: async () => client };
}

/** All workspaces where the app was installed, each with its own token. */
export function installedWorkspaces(
  installations: Installations,
  clientFor: (token: string) => webApi.WebClient,
): Workspaces {
  /** Workspaces of organisation-wide installations: Slack tells them by auth.teams.list alone. */
  const organisationOf = new Map<string, string>();

  async function organisation(team: string): Promise<Installation | undefined> {
    const known = installations
      .organisations()
      .find((one) => one.enterprise?.id === organisationOf.get(team));
    if (known !== undefined) return known;
    for (const one of installations.organisations()) {
      const { teams } = await clientFor(one.bot?.token ?? '').auth.teams.list();
      for (const { id } of teams ?? []) organisationOf.set(id ?? '', one.enterprise?.id ?? '');
      if (organisationOf.get(team) === one.enterprise?.id) return one;
    }
    return undefined;
  }

  return {
    async of(team) {
      const token = (installations.ofTeam(team) ?? (await organisation(team)))?.bot?.token;
      return token === undefined ? undefined : clientFor(token);
    },
  };
}
