import type { Language } from '../../i18n/languages.js';
import { promptNames } from './agent.js';
import { features } from './features.js';
import type { Feature } from './kit.js';

const unique = (values: readonly string[]) => [...new Set(values)].sort();

/**
 * Reading back the own messages of a conversation: a delivery whose outcome is unknown is looked up before it is sent again.
 * (`im:history` comes with the direct messages.)
 */
const lookUpScopes = ['channels:history', 'groups:history', 'mpim:history'];

/** The bot scopes that the features need. */
export function scopesOf(all: readonly Feature[]): string[] {
  return unique([...all.flatMap(({ scopes }) => scopes), ...lookUpScopes]);
}

/** How Slack is to reach the bot: over a socket that the bot opens, or at the bot's public address. */
export type Reach = { mode: 'socket' } | { mode: 'http'; root: string; oauth: boolean };

/**
 * The app manifest for this very build, to be pasted at api.slack.com/apps: all of it follows from the features that the app
 * registers. `usage` is what Slack shows beside the slash command. Names and descriptions are in `language`.
 */
export function manifest(reach: Reach, usage: string, { t }: Language): object {
  const address = reach.mode === 'http' ? { url: `${reach.root}/slack/events` } : undefined;
  const request = address === undefined ? {} : { request_url: address.url };
  const oauth = reach.mode === 'http' && reach.oauth;
  return {
    display_information: {
      name: t('slack:app.name'),
      description: t('slack:app.description'),
      long_description: t('slack:app.long_description'),
      background_color: '#1f4e79',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: t('slack:app.name'), always_online: true },
      slash_commands: features.flatMap(({ commands = [] }) =>
        commands.map((command) => ({
          command,
          description: t('slack:app.command'),
          usage_hint: usage,
          // People come as <@U1|ann>, so that `grant @ann coordinator` names one person and no display name.
          should_escape: true,
          ...(address ?? {}),
        })),
      ),
      shortcuts: features.flatMap(({ shortcuts = [] }) =>
        shortcuts.map(({ type, callbackId, name, description }) => ({
          name: t(name),
          type,
          callback_id: callbackId,
          description: t(description),
        })),
      ),
      agent_view: {
        agent_description: t('slack:app.description'),
        suggested_prompts: promptNames.map((name) => ({
          title: t(`slack:prompt.${name}`),
          message: t(`slack:prompt.${name}`),
        })),
      },
    },
    oauth_config: {
      ...(oauth ? { redirect_urls: [`${reach.root}/slack/oauth_redirect`] } : {}),
      scopes: { bot: scopesOf(features) },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: unique(features.flatMap(({ events = [] }) => events)) },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(address === undefined ? {} : { message_menu_options_url: address.url }),
      },
      org_deploy_enabled: oauth,
      socket_mode_enabled: reach.mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}
