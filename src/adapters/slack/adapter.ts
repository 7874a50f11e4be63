import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { ChannelPort, ComponentHealth, Handle, Sent } from '../../bot/channel.js';
import type { ConversationId } from '../../bot/identity.js';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Store } from '../../bot/store.js';
import type { Language, Languages } from '../../i18n/languages.js';
import { Answers } from './answers.js';
import { outcomeOf } from './api-errors.js';
import { partsThere } from './delivery-mark.js';
import { features } from './features.js';
import { Freshness } from './freshness.js';
import { channelOf } from './identity.js';
import { Installations } from './installations.js';
import type { Kit } from './kit.js';
import { boltLogger } from './log.js';
import { scopesOf } from './manifest.js';
import { Poster } from './poster.js';
import { Profiles } from './profiles.js';
import { render } from './render.js';
import { Shares } from './shares.js';
import { SocketConnection } from './socket-connection.js';
import { checkBotToken, unusable } from './start-check.js';
import type { Surfaces } from './surfaces.js';
import { reasonOf, Tasks } from './tasks.js';
import { installedWorkspaces, singleWorkspace, type Workspaces } from './workspaces.js';

/** How the bot reaches Slack, and Slack the bot. */
export type SlackAccess =
  | { mode: 'http'; botToken: string; signingSecret: string }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'oauth'; signingSecret: string; clientId: string; clientSecret: string; stateSecret: string };

export interface SlackOptions {
  access: SlackAccess;
  /** Another Web API root than Slack's own. */
  apiUrl?: string | undefined;
  surfaces: Surfaces;
  languages: Languages;
  /** The language of sentences for the operator. */
  operator: Language;
  store: Pick<Store, 'view' | 'transact'>;
  log: Log;
  /** Slack will never take the connection again; the sentence says why and what to do. The process is to end with exit code 1. */
  onRefused: (sentence: string) => void;
}

/** Slack as a channel. Over HTTP the requests of `/slack/…` are to be handed to `request`. */
export interface SlackChannel extends ChannelPort {
  platform: 'slack';
  /** Answers a request whose path begins with `/slack/`. */
  request(req: IncomingMessage, res: ServerResponse): void;
}

const patienceMs = 10_000;
const stopMs = 7_500;

/** The Slack adapter. Nothing is contacted before `start`. */
export function createSlack(options: SlackOptions): SlackChannel {
  const { access, log, languages, operator } = options;
  const clientOptions: webApi.WebClientOptions = {
    logger: boltLogger(log),
    // With the client's own retries three lost replies make four posts; who sends decides when to try again.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patienceMs,
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
  };
  const clients = new Map<string, webApi.WebClient>();
  const clientFor = (token: string) => {
    const client = clients.get(token) ?? new webApi.WebClient(token, { ...clientOptions });
    clients.set(token, client);
    return client;
  };

  const poster = new Poster();
  const tasks = new Tasks(log);
  const freshness = new Freshness();
  const installations = access.mode === 'oauth' ? new Installations(options.store) : undefined;
  const answers = new Answers(poster, new Shares(), languages, log);
  let workspaces: Workspaces = { of: async () => undefined };
  let receiver: HTTPReceiver | undefined;
  let socket: SocketConnection | undefined;
  let health: ComponentHealth = { state: 'starting' };

  const httpReceiver = (signingSecret: string, oauth: object = {}) =>
    new HTTPReceiver({
      signingSecret,
      logger: boltLogger(log),
      customPropertiesExtractor: (req) => ({ replayed: !freshness.remember(req) }),
      ...oauth,
    });

  function appFor(handle: Handle, parts: ConstructorParameters<typeof App>[0]): App {
    const app = new App({
      logger: boltLogger(log),
      clientOptions: { ...clientOptions },
      convoStore: false,
      ...parts,
    });
    app.use(async ({ context, next }) => {
      if (context.replayed !== true) await next();
    });
    app.error(async (error) => log.error({ err: reasonOf(error) }, 'Slack: an event could not be handled'));
    const { surfaces } = options;
    const kit: Kit = {
      handle,
      answers,
      profiles: new Profiles(),
      surfaces,
      languages,
      tasks,
      log,
      installations,
    };
    for (const feature of features) feature.register(app, kit);
    return app;
  }

  async function identify(botToken: string) {
    const wanted = scopesOf(features);
    const identity = await checkBotToken(clientFor(botToken), wanted, operator.t);
    if (identity.missing.length > 0)
      log.warn({ missing: identity.missing }, 'Slack: the bot token lacks scopes');
    workspaces = singleWorkspace(clientFor(botToken));
    const { botId, botUserId } = identity;
    const authorize = async () => ({ botToken, botId, botUserId });
    return authorize;
  }

  async function start(handle: Handle): Promise<void> {
    if (access.mode === 'oauth' && installations !== undefined) {
      workspaces = installedWorkspaces(installations, clientFor);
      const { clientId, clientSecret, stateSecret, signingSecret } = access;
      receiver = httpReceiver(signingSecret, {
        clientId,
        clientSecret,
        stateSecret,
        scopes: scopesOf(features),
        installationStore: installations,
        installerOptions: { clientOptions: { ...clientOptions } },
      });
      appFor(handle, { receiver });
    } else if (access.mode === 'http') {
      const authorize = await identify(access.botToken);
      receiver = httpReceiver(access.signingSecret);
      appFor(handle, { receiver, authorize });
    } else if (access.mode === 'socket') {
      const authorize = await identify(access.botToken);
      const socketReceiver = new SocketModeReceiver({
        appToken: access.appToken,
        logger: boltLogger(log),
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: { ...clientOptions } },
      });
      appFor(handle, { receiver: socketReceiver, authorize });
      socket = new SocketConnection(socketReceiver.client, log, (error) =>
        options.onRefused(unusable(error, 'SLACK_APP_TOKEN', operator.t).message),
      );
      await socket.open().catch((error: unknown) => {
        throw unusable(error, 'SLACK_APP_TOKEN', operator.t);
      });
    }
    health = { state: 'up' };
  }

  return {
    platform: 'slack',
    start,
    request(req, res) {
      if (receiver === undefined || health.state !== 'up') return void res.writeHead(503).end();
      if (!freshness.admits(req)) return void res.writeHead(401).end();
      try {
        receiver.requestListener(req, res);
      } catch {
        // Bolt throws for a path or method that is none of its own.
        res.writeHead(404).end();
      }
    },
    async send(to: ConversationId, reply: Reply, key: string): Promise<Sent> {
      const { team, channel } = channelOf(to);
      const client = await workspaces.of(team).catch(() => undefined);
      if (client === undefined) return { outcome: 'dead', reason: 'the app is not installed there' };
      return poster.once({ client, team, channel }, render(reply, answers.words(reply)), key);
    },
    async find(to: ConversationId, key: string): Promise<boolean | undefined> {
      const { team, channel } = channelOf(to);
      try {
        const client = await workspaces.of(team);
        return client === undefined ? undefined : (await partsThere(client, channel, key)).size > 0;
      } catch (error) {
        log.warn({ ...outcomeOf(error) }, 'Slack: a delivery could not be looked up');
        return undefined;
      }
    },
    health: () => (health.state === 'up' && socket !== undefined ? socket.health : health),
    async stop(): Promise<void> {
      health = { state: 'down', reason: 'stopping' };
      socket?.close();
      await tasks.settled(stopMs);
    },
  };
}
