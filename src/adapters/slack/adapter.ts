import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelPort, ComponentHealth, Handle, KeepAnswer, Sent } from '../../bot/channel.js';
import type { ConversationId } from '../../bot/identity.js';
import type { Log } from '../../bot/log.js';
import type { Reply } from '../../bot/reply.js';
import type { Store } from '../../bot/store.js';
import type { Language, Languages } from '../../i18n/languages.js';
import { Answers } from './answers.js';
import { isPassing, outcomeOf } from './api-errors.js';
import { BotToken } from './bot-token.js';
import { type Connection, connect, type SlackAccess } from './connection.js';
import { deliveredParts } from './delivery-mark.js';
import { channelOf } from './identity.js';
import { Installations } from './installations.js';
import { Poster } from './poster.js';
import { Profiles } from './profiles.js';
import { render } from './render.js';
import { Shares } from './shares.js';
import type { Surfaces } from './surfaces.js';
import { Tasks } from './tasks.js';
import { WebClients } from './web-clients.js';

export type { SlackAccess } from './connection.js';

export interface SlackOptions {
  access: SlackAccess;
  /** Another Web API root than Slack's own. */
  apiUrl?: string | undefined;
  surfaces: Surfaces;
  languages: Languages;
  /** The language of sentences for the operator. */
  operator: Language;
  store: Pick<Store, 'view' | 'transact'>;
  /** Takes answers that have to wait longer than the bot runs. */
  keep: KeepAnswer;
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

/** What is acknowledged is answered within this time; what is not by then is kept, and that is given some time too. */
const answerMs = 6_000;
const stopMs = 7_500;

/** The Slack adapter. Nothing is contacted before `start`. */
export function createSlack(options: SlackOptions): SlackChannel {
  const { access, log, languages, surfaces, operator, keep, onRefused } = options;
  const token =
    access.mode === 'oauth'
      ? undefined
      : new BotToken(access.botToken, () => clients.of(access.botToken).auth.test(), log);
  const clients: WebClients = new WebClients(log, options.apiUrl, token?.fetch);
  const installations = new Installations(options.store);
  const ending = new AbortController();
  const stopped = ending.signal;
  // Every answer that is being brought listens for the end.
  setMaxListeners(0, stopped);
  const poster = new Poster(stopped);
  const tasks = new Tasks(log);
  const answers = new Answers({ poster, shares: new Shares(), languages, keep, stopped, log });
  let connection: Connection | undefined;
  let stopping = false;

  const health = (): ComponentHealth => {
    if (stopping) return { state: 'down', reason: 'stopping' };
    if (connection === undefined) return { state: 'starting' };
    if (token?.refusal === undefined) return connection.health();
    const refused = { variable: 'SLACK_BOT_TOKEN', code: token.refusal };
    return { ...connection.health(), state: 'down', reason: languages.en.t('slack:start.refused', refused) };
  };

  return {
    platform: 'slack',
    health,
    async start(handle: Handle) {
      const profiles = new Profiles();
      const kit = { handle, answers, profiles, surfaces, languages, tasks, log, installations };
      connection = await connect(access, { clients, kit, installations, log, t: operator.t, onRefused });
    },
    request(req, res) {
      // Slack delivers again what is turned away before the bot is ready or while it stops.
      if (connection?.listener === undefined || stopping) res.writeHead(503).end();
      else connection.listener(req, res);
    },
    async send(to: ConversationId, reply: Reply, key: string, inReplyTo?: string): Promise<Sent> {
      const { team, channel } = channelOf(to);
      try {
        const client = await connection?.workspaces.of(team);
        if (client === undefined) return { outcome: 'dead', reason: 'the app is not installed there' };
        const target = { client, team, channel, threadTs: inReplyTo };
        return await poster.once(target, render(reply, answers.words(reply)), key);
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async find(to: ConversationId, key: string, inReplyTo?: string): Promise<boolean | undefined> {
      const { team, channel } = channelOf(to);
      try {
        const client = await connection?.workspaces.of(team);
        return client && (await deliveredParts(client, channel, key, inReplyTo)).complete;
      } catch (error) {
        log.warn({ ...outcomeOf(error) }, 'Slack: a delivery could not be looked up');
        // Slack may answer later; taking its silence for a no would send the message twice.
        if (isPassing(error)) throw error;
        return undefined;
      }
    },
    async stop(): Promise<void> {
      stopping = true;
      connection?.close();
      token?.close();
      const end = setTimeout(() => ending.abort(), answerMs);
      await tasks.settled(stopMs);
      clearTimeout(end);
    },
  };
}
