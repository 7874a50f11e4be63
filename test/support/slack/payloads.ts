import { orgWide, type Where } from './where.js';
import type { Message, Workspace } from './workspace.js';

/** A slash command as Slack posts it, with every field a form value. */
export function slashCommand(where: Where, text: string, triggerId: string, responseUrl: string) {
  const { world, user, channel } = where;
  const enterprise = world.teams.get(user.team)?.enterprise;
  return {
    token: 'verification',
    team_id: user.team,
    team_domain: user.team.toLowerCase(),
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise, enterprise_name: enterprise }),
    channel_id: channel,
    channel_name: world.channels.get(channel)?.kind === 'im' ? 'directmessage' : channel.toLowerCase(),
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command: '/ucap',
    text,
    api_app_id: 'A1',
    is_enterprise_install: String(orgWide(world, user)),
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** The wrapper of an event. `team` is the workspace it is delivered for. */
export function eventCallback(
  world: Workspace,
  team: string,
  event: Record<string, unknown>,
  eventId: string,
) {
  const enterprise = world.teams.get(team)?.enterprise;
  const bot = [...world.tokens.values()].find((known) => known.team.id === team);
  return {
    token: 'verification',
    team_id: team,
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise ?? null,
        team_id: team,
        user_id: bot?.botUser ?? 'UBOT',
        is_bot: true,
        is_enterprise_install: bot?.enterpriseInstall ?? false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

export function messageEvent(message: Message, kind: string, team: string) {
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team,
    channel: message.channel,
    channel_type: kind,
    event_ts: message.ts,
    client_msg_id: `client-${message.ts}`,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  };
}
