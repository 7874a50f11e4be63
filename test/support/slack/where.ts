import type { User, Workspace } from './workspace.js';

/** Who acts, and in which channel. */
export interface Where {
  world: Workspace;
  user: User;
  channel: string;
}

export const teamOf = (world: Workspace, user: User) => {
  const team = world.teams.get(user.team);
  return {
    id: user.team,
    domain: user.team.toLowerCase(),
    ...(team?.enterprise ? { enterprise_id: team.enterprise } : {}),
  };
};
export const enterpriseOf = (world: Workspace, user: User) => {
  const enterprise = world.teams.get(user.team)?.enterprise;
  return enterprise === undefined ? null : { id: enterprise, name: enterprise };
};
export const orgWide = (world: Workspace, user: User) =>
  [...world.tokens.values()].some(
    (bot) => bot.enterpriseInstall && bot.team.enterprise === world.teams.get(user.team)?.enterprise,
  );
