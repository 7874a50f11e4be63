import { type Method, optionalString, Refused, stringArg } from './method.js';
import type { BotToken } from './workspace.js';

/** A code that Slack gave to the browser after "Allow", and what it is exchanged for. */
interface Grant {
  bot: BotToken;
  user: string;
  redirectUri?: string;
}

export interface OAuthClient {
  id: string;
  secret: string;
  /** Unused codes. */
  codes: Map<string, Grant>;
}

/** oauth.v2.access: a code is exchanged once, by the right client. */
export function oauthMethods(client: OAuthClient): Record<string, Method> {
  return {
    'oauth.v2.access': {
      auth: 'none',
      run({ args }) {
        if (stringArg(args, 'client_id') !== client.id) throw new Refused('invalid_client_id');
        if (stringArg(args, 'client_secret') !== client.secret) throw new Refused('bad_client_secret');
        const code = stringArg(args, 'code');
        const grant = client.codes.get(code);
        client.codes.delete(code);
        if (grant === undefined) throw new Refused('invalid_code');
        if (optionalString(args, 'redirect_uri') !== grant.redirectUri) throw new Refused('bad_redirect_uri');
        const { bot, user } = grant;
        const enterprise = bot.team.enterprise;
        return {
          access_token: bot.token,
          token_type: 'bot',
          scope: [...bot.scopes].join(','),
          bot_user_id: bot.botUser,
          app_id: 'A1',
          team: bot.enterpriseInstall ? null : { id: bot.team.id, name: bot.team.name },
          enterprise: enterprise === undefined ? null : { id: enterprise, name: enterprise },
          is_enterprise_install: bot.enterpriseInstall,
          authed_user: { id: user },
        };
      },
    },
  };
}

/** apps.connections.open: a WebSocket address for an app-level token. */
export function socketMethods(open: () => string): Record<string, Method> {
  return { 'apps.connections.open': { auth: 'app', run: () => ({ url: open() }) } };
}
