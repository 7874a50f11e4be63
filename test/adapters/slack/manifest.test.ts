import { expect, test } from 'vitest';
import { features } from '../../../src/adapters/slack/features.js';
import { manifest, scopesOf } from '../../../src/adapters/slack/manifest.js';
import { botScopes } from '../../support/slack/bot-scopes.js';
import { languages } from './rig.js';

const made = manifest(
  { mode: 'http', root: 'https://bot.example', oauth: true },
  'missions yantai',
  languages.en,
);

test('the manifest asks for what the features need, and for nothing else', () => {
  expect(made).toMatchObject({
    oauth_config: {
      redirect_urls: ['https://bot.example/slack/oauth_redirect'],
      scopes: {
        bot: botScopes,
      },
    },
    settings: {
      event_subscriptions: {
        request_url: 'https://bot.example/slack/events',
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
    },
    features: { slash_commands: [{ command: '/ucap', usage_hint: 'missions yantai' }] },
  });
});

test('over a socket it names no address', () => {
  const socket = JSON.stringify(manifest({ mode: 'socket' }, 'help', languages.zh));
  expect(socket).toContain('"socket_mode_enabled":true');
  expect(socket).not.toContain('http');
});

test('a new feature brings its scopes along', () => {
  const extra = { scopes: ['files:write'], register() {} };
  expect(scopesOf([...features, extra])).toContain('files:write');
});

test('what Slack shows of the app fits into its own limits', () => {
  for (const language of [languages.en, languages.zh]) {
    const { display_information: shown, features: parts } = manifest(
      { mode: 'socket' },
      'help',
      language,
    ) as {
      display_information: { name: string; description: string; long_description: string };
      features: { shortcuts: { name: string }[]; agent_view: { suggested_prompts: unknown[] } };
    };
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
    for (const { name } of parts.shortcuts) expect(name.length).toBeLessThanOrEqual(24);
    expect(parts.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  }
});
