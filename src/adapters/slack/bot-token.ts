import type { webApi } from '@slack/bolt';
import * as z from 'zod';
import type { Log } from '../../bot/log.js';
import { refusesToken } from './api-errors.js';

type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;

const Answer = z.object({ ok: z.boolean(), error: z.string().optional() });
/** A token may be taken again: an account is activated anew, an address allowed. */
const askEveryMs = 30_000;

/** The bot token of one workspace, as Slack takes it: known by what Slack answers to any call. */
export class BotToken {
  readonly #authorization: string;
  readonly #ask: () => Promise<unknown>;
  readonly #log: Log;
  #refusal: string | undefined;
  #asking: NodeJS.Timeout | undefined;

  /** `ask` makes some call with the token, by way of `fetch`. */
  constructor(token: string, ask: () => Promise<unknown>, log: Log) {
    this.#authorization = `Bearer ${token}`;
    this.#ask = ask;
    this.#log = log;
  }

  /** Slack's word for why it does not take the token; `undefined` when it does. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** For clients of the Web API, whose answers are listened to. */
  readonly fetch: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (init?.headers?.Authorization !== this.#authorization) return response;
    const body = await response.text();
    this.#hear(body);
    // A body can be read once, and the client reads this one as text.
    return Object.assign(response, { text: async () => body });
  };

  close(): void {
    clearInterval(this.#asking);
  }

  #hear(body: string): void {
    const answer = answerIn(body);
    if (answer?.ok === true) this.#taken();
    else if (refusesToken(answer?.error)) this.#refused(answer?.error);
  }

  #refused(code: string | undefined): void {
    const known = this.#refusal !== undefined;
    this.#refusal = code;
    if (known) return;
    this.#log.error({ code }, 'Slack refuses the bot token');
    // Without an answer nothing is known, and it is asked again.
    this.#asking = setInterval(() => void this.#ask().catch(() => {}), askEveryMs).unref();
  }

  #taken(): void {
    if (this.#refusal === undefined) return;
    this.#refusal = undefined;
    clearInterval(this.#asking);
    this.#log.info({}, 'Slack takes the bot token again');
  }
}

/** `undefined` for what is no answer of the Web API, such as a proxy's page. */
function answerIn(body: string): z.infer<typeof Answer> | undefined {
  try {
    return Answer.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
