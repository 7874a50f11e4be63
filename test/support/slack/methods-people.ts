import { flag, type Method, Refused, stringArg } from './method.js';

export const peopleMethods: Record<string, Method> = {
  'auth.test': {
    auth: 'bot',
    run: ({ bot }) => ({
      url: `https://${bot.team.id.toLowerCase()}.slack.com/`,
      team: bot.team.name,
      team_id: bot.enterpriseInstall ? bot.team.enterprise : bot.team.id,
      ...(bot.team.enterprise === undefined ? {} : { enterprise_id: bot.team.enterprise }),
      user: 'u-cap',
      user_id: bot.botUser,
      bot_id: bot.botId,
      is_enterprise_install: bot.enterpriseInstall,
    }),
  },
  'auth.teams.list': {
    auth: 'bot',
    run: ({ world, bot }) => ({
      teams: [...world.teams.values()]
        .filter((team) =>
          bot.enterpriseInstall ? team.enterprise === bot.team.enterprise : team.id === bot.team.id,
        )
        .map(({ id, name }) => ({ id, name })),
      response_metadata: { next_cursor: '' },
    }),
  },
  'auth.revoke': {
    auth: 'bot',
    run({ bot }) {
      bot.revoked = true;
      return { revoked: true };
    },
  },
  'users.info': {
    auth: 'bot',
    scopes: ['users:read'],
    run({ args, world }) {
      const user = world.users.get(stringArg(args, 'user'));
      if (user === undefined) throw new Refused('user_not_found');
      return {
        user: {
          id: user.id,
          team_id: user.team,
          name: user.name.toLowerCase(),
          real_name: user.name,
          profile: { real_name: user.name, display_name: user.name },
          is_bot: user.bot ?? false,
          tz: user.tz,
          tz_offset: user.tzOffset,
          ...(flag(args, 'include_locale') ? { locale: user.locale } : {}),
        },
      };
    },
  },
  'reactions.add': {
    auth: 'bot',
    scopes: ['reactions:write'],
    run({ args, world, bot }) {
      const reaction = {
        channel: stringArg(args, 'channel'),
        ts: stringArg(args, 'timestamp'),
        name: stringArg(args, 'name'),
        user: bot.botUser,
      };
      if (world.message(reaction.channel, reaction.ts) === undefined) throw new Refused('message_not_found');
      const there = world.reactions.some((known) => JSON.stringify(known) === JSON.stringify(reaction));
      if (there) throw new Refused('already_reacted');
      world.reactions.push(reaction);
      return {};
    },
  },
};
