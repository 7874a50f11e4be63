import { enterpriseOf, orgWide, teamOf, type Where } from './where.js';
import type { Message, PublishedView, User } from './workspace.js';

const actor = (user: User) => ({
  id: user.id,
  username: user.name.toLowerCase(),
  name: user.name,
  team_id: user.team,
});
const base = ({ world, user }: Where) => ({
  user: actor(user),
  api_app_id: 'A1',
  token: 'verification',
  team: teamOf(world, user),
  enterprise: enterpriseOf(world, user),
  is_enterprise_install: orgWide(world, user),
});

/** A button or select used in a message. The message is told only when it is not an ephemeral one, as in Slack. */
export function blockActions(
  where: Where,
  message: Message,
  action: Record<string, unknown>,
  triggerId: string,
  responseUrl: string,
) {
  const ephemeral = message.onlyFor !== undefined;
  return {
    type: 'block_actions',
    ...base(where),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: triggerId,
    channel: { id: message.channel, name: message.channel.toLowerCase() },
    ...(ephemeral
      ? {}
      : {
          message: {
            type: 'message',
            ts: message.ts,
            user: message.user,
            bot_id: message.botId,
            text: message.text,
            blocks: message.blocks,
            ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
          },
        }),
    response_url: responseUrl,
    actions: [{ ...action, action_ts: where.world.nextTs() }],
  };
}

const viewOf = (view: PublishedView, values: unknown) => ({
  id: view.id,
  team_id: view.team,
  app_id: 'A1',
  bot_id: `B${view.team}`,
  hash: view.hash,
  root_view_id: view.id,
  previous_view_id: null,
  private_metadata: '',
  callback_id: '',
  ...view.view,
  state: { values },
});

/** A button in a view. */
export function viewAction(
  where: Where,
  view: PublishedView,
  action: Record<string, unknown>,
  triggerId: string,
  values: unknown = {},
) {
  return {
    type: 'block_actions',
    ...base(where),
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerId,
    view: viewOf(view, values),
    actions: [{ ...action, action_ts: where.world.nextTs() }],
  };
}

export function viewSubmission(where: Where, view: PublishedView, values: unknown, triggerId: string) {
  return {
    type: 'view_submission',
    ...base(where),
    trigger_id: triggerId,
    view: viewOf(view, values),
    response_urls: [],
  };
}

export function blockSuggestion(
  where: Where,
  view: PublishedView,
  blockId: string,
  actionId: string,
  value: string,
) {
  return {
    type: 'block_suggestion',
    ...base(where),
    container: { type: 'view', view_id: view.id },
    view: viewOf(view, {}),
    action_id: actionId,
    block_id: blockId,
    value,
  };
}

export function messageShortcut(
  where: Where,
  message: Message,
  callbackId: string,
  triggerId: string,
  responseUrl: string,
) {
  return {
    type: 'message_action',
    ...base(where),
    callback_id: callbackId,
    trigger_id: triggerId,
    response_url: responseUrl,
    action_ts: where.world.nextTs(),
    message_ts: message.ts,
    channel: { id: message.channel, name: message.channel.toLowerCase() },
    message: {
      type: 'message',
      user: message.user,
      ts: message.ts,
      text: message.text,
      blocks: message.blocks,
    },
  };
}

export function globalShortcut(where: Where, callbackId: string, triggerId: string) {
  return {
    type: 'shortcut',
    ...base(where),
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: where.world.nextTs(),
  };
}
