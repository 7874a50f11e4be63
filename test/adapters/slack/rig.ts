import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack, type SlackAccess, type SlackChannel } from '../../../src/adapters/slack/adapter.js';
import type { Surfaces } from '../../../src/adapters/slack/surfaces.js';
import type { Handle, UnsentAnswer } from '../../../src/bot/channel.js';
import type { Inbound } from '../../../src/bot/inbound.js';
import type { Reply } from '../../../src/bot/reply.js';
import type { Reader, Store } from '../../../src/bot/store.js';
import { createLanguages } from '../../../src/i18n/languages.js';
import { Member } from '../../support/slack/person.js';
import { Signing } from '../../support/slack/signing.js';
import type { Slack } from '../../support/slack/slack.js';
import { startTeam } from '../../support/slack/team.js';
import { overHttp, overSocket } from '../../support/slack/transport.js';
import type { Message } from '../../support/slack/workspace.js';

export const languages = createLanguages();
const secret = 'signing-secret';

/** A reply of one paragraph. */
export function says(text: string, fields: Partial<Reply> = {}): Reply {
  return { locale: 'en', blocks: [{ kind: 'text', text }], audience: 'conversation', ...fields };
}

/** A kernel as far as the adapter can tell: it answers each event once, by `answer`, and remembers what it heard. */
class Kernel {
  readonly heard: Inbound[] = [];
  readonly #seen = new Set<string>();
  answer: (inbound: Inbound) => Promise<Reply | undefined> | Reply | undefined = (inbound) =>
    says(
      `You said: ${inbound.content.kind === 'words' ? inbound.content.text : JSON.stringify(inbound.content.invocation)}`,
    );

  readonly handle: Handle = async (inbound) => {
    if (this.#seen.has(inbound.id)) return undefined;
    this.#seen.add(inbound.id);
    this.heard.push(inbound);
    return this.answer(inbound);
  };
}

/** A store of installations alone; `hang` makes every write wait for ever, as a stuck disk does. */
export class MemoryRows {
  readonly rows = new Map<string, { id: string; data: unknown }>();
  readonly store: Pick<Store, 'view' | 'transact'>;
  constructor() {
    const reader = {
      get: (_: string, id: string) => this.rows.get(id),
      all: () => [...this.rows.values()],
    } as unknown as Reader;
    const tx = {
      ...reader,
      put: (_: string, row: { id: string; data: unknown }) => this.rows.set(row.id, row),
      remove: (_: string, id: string) => this.rows.delete(id),
    };
    this.store = {
      view: () => reader,
      transact: async (transaction) => transaction(tx as unknown as Parameters<typeof transaction>[0]),
    };
  }

  /** As an admin's browser leaves it. */
  install(team: string, token: string): void {
    const id = `team:${team}`;
    this.rows.set(id, { id, data: { team: { id: team }, bot: { token, id: 'B1', userId: 'UBOTT1' } } });
  }
}

export const noSurfaces: Surfaces = {
  language: ({ hint }) => hint?.locale ?? 'en',
  forms: () => [],
  options: () => ({ pilotStatuses: [], missionStatuses: [], modes: [], themes: [] }),
  suggest: () => [],
};

export interface Rig {
  slack: Slack;
  kernel: Kernel;
  channel: SlackChannel;
  signing: Signing;
  rows: MemoryRows;
  /** Answers that were handed to the outbox. */
  kept: UnsentAnswer[];
  ann: Member;
  ben: Member;
  refused: string[];
  logged: string[];
  stop(): Promise<void>;
  /** The bot's messages once there are `count` of them; rejects when that takes too long. */
  messages(count: number, channel?: string): Promise<Message[]>;
}

/** Slack's stand-in and the real adapter on it: team T1 with Ann and Ben, channel C1 with the bot in it, C2 without. */
export async function startRig(
  mode: SlackAccess['mode'] = 'http',
  surfaces: Surfaces = noSurfaces,
  prepare: (slack: Slack) => void = () => {},
): Promise<Rig> {
  const slack = await startTeam();
  prepare(slack);

  const kernel = new Kernel();
  const rows = new MemoryRows();
  const kept: UnsentAnswer[] = [];
  const refused: string[] = [];
  const logged: string[] = [];
  const write = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const channel = createSlack({
    access: accessFor(mode, slack),
    apiUrl: slack.apiUrl,
    surfaces,
    languages,
    operator: languages.en,
    store: rows.store,
    keep: async (answer) => void kept.push(answer),
    log: { info: write, warn: write, error: write },
    onRefused: (sentence) => refused.push(sentence),
  });
  const server = createServer((req, res) => channel.request(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const signing = new Signing(
    () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    secret,
  );
  const stop = async () => {
    await channel.stop();
    server.closeAllConnections();
    server.close();
    await slack.stop();
  };
  try {
    await channel.start(kernel.handle);
  } catch (error) {
    await stop();
    throw error;
  }

  const transport = mode === 'socket' ? overSocket(slack) : overHttp(signing);
  const member = (id: string) => {
    const user = slack.world.users.get(id);
    if (user === undefined) throw new Error(`nobody is ${id}`);
    return new Member(slack, user, transport);
  };
  return {
    slack,
    kernel,
    channel,
    signing,
    rows,
    kept,
    refused,
    logged,
    ann: member('U1'),
    ben: member('U2'),
    stop,
    async messages(count, at) {
      await until(() => slack.botMessages(at).length >= count);
      return slack.botMessages(at);
    },
  };
}

function accessFor(mode: SlackAccess['mode'], slack: Slack): SlackAccess {
  if (mode === 'http') return { mode, botToken: 'xoxb-1', signingSecret: secret };
  if (mode === 'socket') return { mode, botToken: 'xoxb-1', appToken: 'xapp-1' };
  const { id, secret: clientSecret } = slack.oauth;
  return { mode, signingSecret: secret, clientId: id, clientSecret, stateSecret: 'state-secret' };
}

/** Waits until something holds; rejects after five seconds. */
export async function until(holds: () => boolean, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits long enough for anything that should not happen to have happened. */
export const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));
