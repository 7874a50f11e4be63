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
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();
    if (response.ok) return 'ok';
    return response.status === 404 || response.status === 410 ? 'spent' : 'failed';
  } catch {
    // The address is a secret of its own and is in the error's text: only the outcome leaves this function.
    return 'failed';
  }
}
