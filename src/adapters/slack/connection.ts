import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { ComponentHealth } from '../../bot/channel.js';
import type { Log } from '../../bot/log.js';
import type { Translate } from '../../i18n/languages.js';
import { features } from './features.js';
import { Freshness } from './freshness.js';
import type { Installations } from './installations.js';
import type { Kit } from './kit.js';
import { boltLogger } from './log.js';
import { scopesOf } from './manifest.js';
import { SocketConnection } from './socket-connection.js';
import { checkBotToken, unusable } from './start-check.js';
import { reasonOf } from './tasks.js';
import type { WebClients } from './web-clients.js';
import { installedWorkspaces, singleWorkspace, type Workspaces } from './workspaces.js';

/** How the bot reaches Slack, and Slack the bot. */
export type SlackAccess =
  | { mode: 'http'; botToken: string; signingSecret: string }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'oauth'; signingSecret: string; clientId: string; clientSecret: string; stateSecret: string };

/** Bolt at work. */
export interface Connection {
  workspaces: Workspaces;
  /** Present where Slack comes by HTTP. */
  listener?: RequestListener;
  health(): ComponentHealth;
  close(): void;
}

export interface ConnectionParts {
  clients: WebClients;
  kit: Kit;
  installations: Installations;
  log: Log;
  /** In the operator's language. */
  t: Translate;
  onRefused(sentence: string): void;
}

/**
 * Starts Bolt for the kind of access that is configured.
 * @throws SlackUnusable with a sentence for people when Slack refuses, PlatformAway when it can't be reached
 */
export async function connect(access: SlackAccess, parts: ConnectionParts): Promise<Connection> {
  switch (access.mode) {
    case 'http':
      return connectHttp(access, parts);
    case 'socket':
      return connectSocket(access, parts);
    case 'oauth':
      return connectOAuth(access, parts);
  }
}

type Access<M extends SlackAccess['mode']> = Extract<SlackAccess, { mode: M }>;
const up = (): ComponentHealth => ({ state: 'up' });

async function connectHttp(access: Access<'http'>, parts: ConnectionParts): Promise<Connection> {
  const authorize = await identify(access.botToken, parts);
  const { receiver, listener } = httpReceiver(parts, { signingSecret: access.signingSecret });
  createApp(parts, { receiver, authorize });
  return { workspaces: singleWorkspace(parts.clients.of(access.botToken)), listener, health: up, close() {} };
}

async function connectSocket(access: Access<'socket'>, parts: ConnectionParts): Promise<Connection> {
  const { clients, log, t } = parts;
  const authorize = await identify(access.botToken, parts);
  const receiver = new SocketModeReceiver({
    appToken: access.appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clients.options() },
  });
  createApp(parts, { receiver, authorize });
  const sentence = (error: unknown) => unusable(error, 'SLACK_APP_TOKEN', t);
  const socket = new SocketConnection(receiver.client, log, (error) =>
    parts.onRefused(sentence(error).message),
  );
  await socket.open().catch((error: unknown) => {
    throw sentence(error);
  });
  const workspaces = singleWorkspace(clients.of(access.botToken));
  return { workspaces, health: () => socket.health, close: () => socket.close() };
}

async function connectOAuth(access: Access<'oauth'>, parts: ConnectionParts): Promise<Connection> {
  const { clients, installations } = parts;
  const { mode: _, ...secrets } = access;
  const { receiver, listener } = httpReceiver(parts, {
    ...secrets,
    scopes: scopesOf(features),
    installationStore: installations,
    installerOptions: { clientOptions: clients.options() },
  });
  createApp(parts, { receiver });
  const workspaces = installedWorkspaces(installations, (token) => clients.of(token));
  return { workspaces, listener, health: up, close() {} };
}

/** Who the bot is, asked once; every event then has the same answer. */
async function identify(botToken: string, { clients, log, t }: ConnectionParts) {
  const { botId, botUserId, missing } = await checkBotToken(clients.of(botToken), scopesOf(features), t);
  if (missing.length > 0) log.warn({ missing }, 'Slack: the bot token lacks scopes');
  return async () => ({ botToken, botId, botUserId });
}

/** Bolt's receiver behind a check of what it lets pass. */
function httpReceiver({ log }: ConnectionParts, options: ConstructorParameters<typeof HTTPReceiver>[0]) {
  const freshness = new Freshness();
  const receiver = new HTTPReceiver({
    logger: boltLogger(log),
    customPropertiesExtractor: (req) => ({ replayed: !freshness.remember(req) }),
    ...options,
  });
  const listener = (req: IncomingMessage, res: ServerResponse) => {
    if (!freshness.admits(req)) return void res.writeHead(401).end();
    try {
      receiver.requestListener(req, res);
    } catch {
      // Bolt throws for a path or method that is none of its own.
      res.writeHead(404).end();
    }
  };
  return { receiver, listener };
}

function createApp(
  { clients, kit, log }: ConnectionParts,
  options: ConstructorParameters<typeof App>[0],
): void {
  const app = new App({
    logger: boltLogger(log),
    clientOptions: clients.options(),
    convoStore: false,
    ...options,
  });
  app.use(async ({ context, next }) => {
    if (context.replayed !== true) await next();
  });
  app.error(async (error) => log.error({ err: reasonOf(error) }, 'Slack: an event could not be handled'));
  for (const feature of features) feature.register(app, kit);
}
