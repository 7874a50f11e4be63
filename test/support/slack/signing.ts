import { createHmac } from 'node:crypto';
import { stringify } from 'node:querystring';

/** What came back for one request, and how long it took in milliseconds. */
export interface Answered {
  status: number;
  body: string;
  ms: number;
}

export interface RequestOptions {
  /** Seconds added to the request's timestamp. */
  skew?: number;
  retry?: { num: number; reason: string };
  /** Sign with another secret. */
  secret?: string;
}

/** The body and headers of one signed request, so that it can be sent twice, as a replay. */
export interface Prepared {
  body: string;
  headers: Record<string, string>;
}

/** Slack's own HTTP client: signs requests and sends them to the bot's endpoint. */
export class Signing {
  constructor(
    readonly endpoint: () => string,
    readonly secret: string,
  ) {}

  event(payload: unknown, options: RequestOptions = {}): Promise<Answered> {
    return this.send(this.prepare(JSON.stringify(payload), 'application/json', options));
  }

  command(payload: Record<string, string>, options: RequestOptions = {}): Promise<Answered> {
    return this.send(this.prepare(stringify(payload), 'application/x-www-form-urlencoded', options));
  }

  interaction(payload: unknown, options: RequestOptions = {}): Promise<Answered> {
    return this.command({ payload: JSON.stringify(payload) }, options);
  }

  prepare(body: string, type: string, options: RequestOptions = {}): Prepared {
    const timestamp = String(Math.floor(Date.now() / 1000) + (options.skew ?? 0));
    const signature = createHmac('sha256', options.secret ?? this.secret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    const headers: Record<string, string> = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    if (options.retry !== undefined) {
      headers['x-slack-retry-num'] = String(options.retry.num);
      headers['x-slack-retry-reason'] = options.retry.reason;
    }
    return { body, headers };
  }

  async send({ body, headers }: Prepared): Promise<Answered> {
    const started = performance.now();
    const response = await fetch(this.endpoint(), { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text, ms: performance.now() - started };
  }
}
