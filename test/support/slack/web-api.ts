import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { Faults, Trouble } from './faults.js';
import { type Args, type Method, optionalString, Refused } from './method.js';
import type { BotToken, Workspace } from './workspace.js';

/** One Web API call as it was received, and what was answered. */
export interface Received {
  method: string;
  args: Args;
  token: string | undefined;
  at: number;
  answer: Args;
  trouble?: Trouble['kind'];
}

/** Slack's Web API: every call is recorded, authorised, checked, run and answered as Slack answers. */
export class WebApi {
  readonly received: Received[] = [];
  /** Posts that one channel takes each second; without it, any number. */
  postsPerSecond: number | undefined;
  readonly #lastPost = new Map<string, number>();
  readonly #methods = new Map<string, Method>();

  constructor(
    readonly world: Workspace,
    readonly faults: Faults,
  ) {}

  register(methods: Record<string, Method>): void {
    for (const [name, method] of Object.entries(methods)) this.#methods.set(name, method);
  }

  async serve(name: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const args = await readArgs(req);
    const token = bearer(req) ?? optionalString(args, 'token');
    delete args.token;
    const entry: Received = { method: name, args, token, at: Date.now(), answer: {} };
    this.received.push(entry);
    if (req.method !== 'POST') return send(res, 200, { ok: false, error: 'insecure_request' });
    const trouble = this.faults.take(name, args) ?? this.#paced(name, args);
    if (trouble !== undefined) entry.trouble = trouble.kind;
    if (trouble?.kind === 'dropped') return void req.socket.destroy();
    if (trouble?.kind === 'hang') return;
    if (trouble?.kind === 'status') return send(res, trouble.status, { ok: false, error: 'internal_error' });
    if (trouble?.kind === 'ratelimited')
      return send(
        res,
        429,
        { ok: false, error: 'ratelimited' },
        { 'retry-after': String(trouble.retryAfter) },
      );
    if (trouble?.kind === 'error') return send(res, 200, { ok: false, error: trouble.error });
    if (trouble?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, trouble.ms));
    const headers: Record<string, string> = {};
    entry.answer = this.#answer(name, args, token, headers);
    if (trouble?.kind === 'lost') return void req.socket.destroy();
    if (trouble?.kind === 'hang-after') return;
    if (trouble?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, trouble.ms));
    send(res, 200, entry.answer, headers);
  }

  #paced(name: string, args: Args): Trouble | undefined {
    if (this.postsPerSecond === undefined || !name.startsWith('chat.post')) return undefined;
    const channel = String(args.channel);
    const gap = 1000 / this.postsPerSecond;
    const now = this.world.now();
    if (now - (this.#lastPost.get(channel) ?? 0) < gap) return { kind: 'ratelimited', retryAfter: 1 };
    this.#lastPost.set(channel, now);
    return undefined;
  }

  #answer(name: string, args: Args, token: string | undefined, headers: Record<string, string>): Args {
    try {
      const method = this.#methods.get(name);
      if (method === undefined) throw new Refused('unknown_method');
      const bot = this.#authorise(method, token);
      const call = { args, bot, world: this.world };
      if (method.auth === 'bot') {
        headers['x-oauth-scopes'] = [...bot.scopes].join(',');
        const needed = typeof method.scopes === 'function' ? method.scopes(call) : (method.scopes ?? []);
        headers['x-accepted-oauth-scopes'] = needed.join(',');
        if (needed.length > 0 && !needed.some((scope) => bot.scopes.has(scope)))
          throw new Refused('missing_scope', { needed: needed[0], provided: [...bot.scopes].join(',') });
      }
      return { ok: true, ...method.run(call) };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, error: error.error, ...error.extra };
      throw error;
    }
  }

  #authorise(method: Method, token: string | undefined): BotToken {
    // A method that needs no bot never looks at it.
    const nobody = undefined as unknown as BotToken;
    if (method.auth === 'none') return nobody;
    if (token === undefined) throw new Refused('not_authed');
    if (method.auth === 'app') {
      if (this.world.tokens.has(token)) throw new Refused('not_allowed_token_type');
      if (!this.world.appTokens.has(token)) throw new Refused('invalid_auth');
      return nobody;
    }
    if (this.world.appTokens.has(token)) throw new Refused('not_allowed_token_type');
    const bot = this.world.tokens.get(token);
    if (bot === undefined) throw new Refused('invalid_auth');
    if (bot.revoked) throw new Refused('token_revoked');
    return bot;
  }
}

function bearer(req: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
}

async function readArgs(req: IncomingMessage): Promise<Args> {
  const body = await readBody(req);
  const type = req.headers['content-type'] ?? '';
  return type.startsWith('application/json') ? (JSON.parse(body || '{}') as Args) : { ...parse(body) };
}

export async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function send(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  res.end(text);
}
