import type { ChannelPort, ComponentState, Sent } from '../../src/bot/channel.js';
import type { ConversationId, Platform } from '../../src/bot/identity.js';
import type { Reply } from '../../src/bot/reply.js';
import type { Timers } from '../../src/timing/timers.js';

/** How the platform takes the next message of a conversation. `posted` says whether it shows there in spite of the answer. */
export type Behaviour = (Sent | { outcome: 'hangs' }) & { posted?: boolean };

export interface Post {
  conversation: ConversationId;
  key: string;
  reply: Reply;
  inReplyTo?: string | undefined;
  at: number;
}

/** A chat platform in memory that answers as it is told to, and remembers what really shows in its conversations. */
export class FakeChannel implements ChannelPort {
  readonly posts: Post[] = [];
  readonly tries: Omit<Post, 'reply'>[] = [];
  state: ComponentState = 'up';
  /** Slack can look a message up, WeChat can't. */
  canFind = true;
  readonly #next = new Map<string, Behaviour[]>();

  constructor(
    readonly platform: Platform,
    private readonly timers: Timers,
  ) {}

  /** What happens to the next messages of a conversation; after these, all are sent. */
  script(conversation: string, ...behaviours: Behaviour[]): void {
    this.#next.set(conversation, behaviours);
  }

  keys(): string[] {
    return this.posts.map(({ key }) => key);
  }

  async send(conversation: ConversationId, reply: Reply, key: string, inReplyTo?: string): Promise<Sent> {
    const at = this.timers.now().getTime();
    this.tries.push({ conversation, key, at });
    const behaviour = this.#next.get(conversation)?.shift() ?? { outcome: 'sent' };
    await this.timers.sleep(50);
    const { posted = behaviour.outcome === 'sent', ...answer } = behaviour;
    if (posted) this.posts.push({ conversation, key, reply, inReplyTo, at });
    return answer.outcome === 'hangs' ? new Promise(() => {}) : answer;
  }

  async find(_: ConversationId, key: string, inReplyTo?: string): Promise<boolean | undefined> {
    if (!this.canFind) return undefined;
    return this.posts.some((post) => post.key === key && post.inReplyTo === inReplyTo);
  }

  health() {
    return { state: this.state };
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
