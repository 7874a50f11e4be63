import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.js';
import { SLACK } from './limits.js';
import { type Args, flag, Refused } from './method.js';
import { messageBody } from './methods-chat.js';
import { readBody, send } from './web-api.js';
import type { BotToken, Message, Workspace } from './workspace.js';

interface Issued {
  at: number;
  uses: number;
  user: string;
  channel: string;
  bot: BotToken;
  /** The message whose button was pressed, which `replace_original` and `delete_original` speak of. */
  original?: string;
}

export interface Responded {
  id: string;
  args: Args;
  status: number;
  error?: string;
  at: number;
}

/** response_urls: five uses within thirty minutes, by whoever holds the address. */
export class ResponseUrls {
  readonly received: Responded[] = [];
  readonly #issued = new Map<string, Issued>();

  constructor(
    readonly world: Workspace,
    readonly faults: Faults,
    readonly root: () => string,
  ) {}

  issue(user: string, channel: string, bot: BotToken, original?: string): string {
    const id = this.world.nextId('R');
    this.#issued.set(id, {
      at: this.world.now(),
      uses: 0,
      user,
      channel,
      bot,
      ...(original === undefined ? {} : { original }),
    });
    return `${this.root()}/response/${id}`;
  }

  async serve(id: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const args = JSON.parse((await readBody(req)) || '{}') as Args;
    const entry: Responded = { id, args, status: 200, at: Date.now() };
    this.received.push(entry);
    const trouble = this.faults.take('response_url', args);
    if (trouble?.kind === 'dropped') return void req.socket.destroy();
    if (trouble?.kind === 'hang') return;
    if (trouble?.kind === 'status') entry.status = trouble.status;
    if (trouble?.kind === 'ratelimited') entry.status = 429;
    if (trouble?.kind === 'status') return send(res, entry.status, 'error');
    if (trouble?.kind === 'ratelimited')
      return send(res, 429, 'ratelimited', { 'retry-after': String(trouble.retryAfter) });
    try {
      this.#use(id, args);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      entry.error = error.error;
      entry.status = ['used_url', 'expired_url', 'unknown_url'].includes(error.error) ? 404 : 500;
    }
    if (trouble?.kind === 'lost') return void req.socket.destroy();
    send(res, entry.status, entry.error === undefined ? 'ok' : { ok: false, error: entry.error });
  }

  #use(id: string, args: Args): void {
    const issued = this.#issued.get(id);
    if (issued === undefined) throw new Refused('unknown_url');
    if (this.world.now() - issued.at > SLACK.responseUrlMs) throw new Refused('expired_url');
    if (issued.uses >= SLACK.responseUrlUses) throw new Refused('used_url');
    issued.uses += 1;
    const original =
      issued.original === undefined ? undefined : this.world.message(issued.channel, issued.original);
    if (flag(args, 'delete_original')) {
      if (original !== undefined) original.deleted = true;
      return;
    }
    const body = messageBody(args);
    if (flag(args, 'replace_original') && original !== undefined) {
      Object.assign(original, body, { edited: true });
      return;
    }
    const message: Message = {
      ts: this.world.nextTs(),
      channel: issued.channel,
      user: issued.bot.botUser,
      botId: issued.bot.botId,
      via: 'response_url',
      ...body,
      ...(args.response_type === 'in_channel' ? {} : { onlyFor: issued.user }),
      ...(typeof args.thread_ts === 'string' ? { threadTs: args.thread_ts } : {}),
    };
    this.world.messages.push(message);
  }
}
