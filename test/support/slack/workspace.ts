/** What a Slack installation knows: teams, people, channels, messages and tokens. Plain data, mutated by the methods. */
export interface Team {
  id: string;
  name: string;
  enterprise?: string;
}

export interface User {
  id: string;
  team: string;
  name: string;
  locale: string;
  tz: string;
  tzOffset: number;
  bot?: boolean;
}

export type ChannelKind = 'channel' | 'group' | 'im' | 'mpim';

export interface Channel {
  id: string;
  team: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  archived: boolean;
}

export interface Metadata {
  event_type: string;
  event_payload: Record<string, unknown>;
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: unknown[];
  botId?: string;
  threadTs?: string;
  metadata?: Metadata;
  /** Set for a message that only this person sees; such a message is in no history. */
  onlyFor?: string;
  edited?: boolean;
  deleted?: boolean;
  /** How the message came to be: a Web API method, a response_url or a person. */
  via: 'chat.postMessage' | 'chat.postEphemeral' | 'response_url' | 'person';
}

export interface BotToken {
  token: string;
  team: Team;
  botUser: string;
  botId: string;
  scopes: Set<string>;
  enterpriseInstall: boolean;
  revoked: boolean;
}

export interface PublishedView {
  id: string;
  hash: string;
  kind: 'modal' | 'home';
  user: string;
  team: string;
  view: Record<string, unknown>;
}

/** One world of data; `now` is Slack's clock, which a test may move on. */
export class Workspace {
  readonly teams = new Map<string, Team>();
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  readonly tokens = new Map<string, BotToken>();
  readonly appTokens = new Set<string>();
  readonly views: PublishedView[] = [];
  readonly reactions: { channel: string; ts: string; name: string; user: string }[] = [];
  #skew = 0;
  #lastMicros = 0;
  #serial = 0;

  now(): number {
    return Date.now() + this.#skew;
  }

  /** Lets `ms` milliseconds pass on Slack's side, without waiting. */
  advance(ms: number): void {
    this.#skew += ms;
  }

  /** A message timestamp: seconds and microseconds, never the same twice. */
  nextTs(): string {
    const micros = Math.max(this.now() * 1000, this.#lastMicros + 1);
    this.#lastMicros = micros;
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
  }

  nextId(prefix: string): string {
    this.#serial += 1;
    return `${prefix}${String(this.#serial).padStart(8, '0')}`;
  }

  addTeam(id: string, name = id, enterprise?: string): Team {
    const team: Team = enterprise === undefined ? { id, name } : { id, name, enterprise };
    this.teams.set(id, team);
    return team;
  }

  addUser(id: string, fields: Partial<Omit<User, 'id'>> = {}): User {
    const user: User = {
      id,
      team: 'T1',
      name: id,
      locale: 'en-US',
      tz: 'Europe/Rome',
      tzOffset: 3600,
      ...fields,
    };
    this.users.set(id, user);
    return user;
  }

  addChannel(id: string, kind: ChannelKind, members: string[], team = 'T1'): Channel {
    const channel: Channel = {
      id,
      team,
      name: id.toLowerCase(),
      kind,
      members: new Set(members),
      archived: false,
    };
    this.channels.set(id, channel);
    return channel;
  }

  addBot(token: string, team: Team, scopes: readonly string[], enterpriseInstall = false): BotToken {
    const botUser = `UBOT${team.id}`;
    const bot: BotToken = {
      token,
      team,
      botUser,
      botId: `B${team.id}`,
      scopes: new Set(scopes),
      enterpriseInstall,
      revoked: false,
    };
    this.tokens.set(token, bot);
    this.addUser(botUser, { team: team.id, bot: true });
    return bot;
  }

  /** The direct message channel between a person and the team's bot, opened when there is none. */
  directChannel(user: string, bot: BotToken): Channel {
    const found = [...this.channels.values()].find(
      (channel) => channel.kind === 'im' && channel.members.has(user) && channel.members.has(bot.botUser),
    );
    return found ?? this.addChannel(this.nextId('D'), 'im', [user, bot.botUser], bot.team.id);
  }

  message(channel: string, ts: string): Message | undefined {
    return this.messages.find(
      (message) => message.channel === channel && message.ts === ts && !message.deleted,
    );
  }
}
