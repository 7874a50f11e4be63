import type { RequestOptions, Signing } from './signing.js';
import type { Slack } from './slack.js';

/** What Slack got back for one delivery to the bot: over HTTP a status and body, over a socket the acknowledgement. */
export interface Delivered {
  status: number;
  body: unknown;
  ms: number;
}

/** How deliveries reach the bot. */
export interface Transport {
  event(payload: unknown, options?: RequestOptions): Promise<Delivered>;
  command(payload: Record<string, string>, options?: RequestOptions): Promise<Delivered>;
  interaction(payload: unknown, options?: RequestOptions): Promise<Delivered>;
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

export function overHttp(signing: Signing): Transport {
  const told = async (answer: ReturnType<Signing['send']>) => {
    const { status, body, ms } = await answer;
    return { status, body: parsed(body), ms };
  };
  return {
    event: (payload, options) => told(signing.event(payload, options)),
    command: (payload, options) => told(signing.command(payload, options)),
    interaction: (payload, options) => told(signing.interaction(payload, options)),
  };
}

export function overSocket({ socket }: Slack): Transport {
  const told = async (ack: ReturnType<Slack['socket']['deliver']>) => {
    const { payload, ms } = await ack;
    return { status: 200, body: payload, ms };
  };
  return {
    event: (payload, options) => told(socket.deliver('events_api', payload, options?.retry?.num)),
    command: (payload) => told(socket.deliver('slash_commands', payload)),
    interaction: (payload) => told(socket.deliver('interactive', payload)),
  };
}
