import type { BotToken, Channel, Workspace } from './workspace.js';

/** Slack's refusal: `{ ok: false, error }`. */
export class Refused extends Error {
  readonly error: string;
  readonly extra: Record<string, unknown>;
  constructor(error: string, extra: Record<string, unknown> = {}) {
    super(error);
    this.error = error;
    this.extra = extra;
  }
}

export type Args = Record<string, unknown>;

/** What a method runs with. `bot` is the caller; app-level methods have none. */
export interface Call {
  args: Args;
  bot: BotToken;
  world: Workspace;
}

/** A Web API method: who may call it, and what it does. */
export interface Method {
  auth: 'bot' | 'app' | 'none';
  /** One of these scopes is needed; a function when it depends on the channel. */
  scopes?: readonly string[] | ((call: Call) => readonly string[]);
  run(call: Call): Args;
}

export function stringArg(args: Args, name: string): string {
  const value = args[name];
  if (typeof value !== 'string' || value === '')
    throw new Refused('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return value;
}

export function optionalString(args: Args, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A JSON argument, which form-encoded calls carry as text. */
export function jsonArg(args: Args, name: string, error = 'invalid_arguments'): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Refused(error);
  }
}

export function flag(args: Args, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

/** The channel, as far as this bot may know of it. */
export function visibleChannel({ world, bot }: Call, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Refused('channel_not_found');
  const ours = bot.enterpriseInstall
    ? world.teams.get(channel.team)?.enterprise === bot.team.enterprise
    : channel.team === bot.team.id;
  if (!ours || (channel.kind !== 'channel' && !channel.members.has(bot.botUser)))
    throw new Refused('channel_not_found');
  return channel;
}

/** The scope family of a channel: `channels`, `groups`, `im` or `mpim`. */
export function family(channel: Channel | undefined): string {
  if (channel === undefined) return 'channels';
  return { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' }[channel.kind];
}
