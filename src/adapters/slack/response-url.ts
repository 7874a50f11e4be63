import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { SlackMessage } from './render.js';

/** How a response_url took a message. `spent`: used up or expired, and so for every later message. */
export type Responded = 'ok' | 'spent' | 'failed';

const patienceMs = 10_000;

export interface ResponseOptions {
  /** Show it to the whole channel. */
  inChannel?: boolean;
  /** Put it in place of the message that the button belongs to. */
  replaceOriginal?: boolean;
  threadTs?: string | undefined;
}

/** Answers by response_url: five times within thirty minutes (https://docs.slack.dev/interactivity/handling-user-interaction). */
export async function respond(
  url: string,
  message: SlackMessage,
  options: ResponseOptions = {},
): Promise<Responded> {
  const { inChannel = false, replaceOriginal = false, threadTs } = options;
  const body = {
    ...message,
    response_type: inChannel ? 'in_channel' : 'ephemeral',
    replace_original: replaceOriginal,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
  try {
    const status = await post(new URL(url), JSON.stringify(body));
    if (status >= 200 && status < 300) return 'ok';
    return status === 404 || status === 410 ? 'spent' : 'failed';
  } catch {
    // The address is a secret of its own and is in the error's text: only the outcome leaves this function.
    return 'failed';
  }
}

const agents = {
  'http:': { request: httpRequest, agent: new HttpAgent({ keepAlive: true }) },
  'https:': { request: httpsRequest, agent: new HttpsAgent({ keepAlive: true }) },
};

/** Posts JSON and gives the status. `fetch` does the same for four times the processor time, which every answer would pay. */
function post(url: URL, body: string): Promise<number> {
  const { request, agent } = agents[url.protocol === 'http:' ? 'http:' : 'https:'];
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers, timeout: patienceMs }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    });
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.once('error', reject);
    sent.end(body);
  });
}
