import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Handle } from '../../bot/channel.js';
import { ConversationId, type PersonId } from '../../bot/identity.js';
import type { Inbound } from '../../bot/inbound.js';
import type { Reply } from '../../bot/reply.js';
import { renderPlain } from './render.js';

/** The console's only conversation. */
const conversation = ConversationId.parse('console:local:chat');

export interface ConsoleOptions {
  person: PersonId;
  personName: string;
  output: Writable;
  colour: boolean;
  now(): Date;
}

function inboundOf(text: string, { person, personName, now }: ConsoleOptions): Inbound {
  return {
    id: `console:${randomUUID()}`,
    platform: 'console',
    conversation,
    person,
    personName,
    content: { kind: 'words', text },
    direct: true,
    at: now(),
  };
}

async function answer(text: string, handle: Handle, options: ConsoleOptions): Promise<void> {
  const reply: Reply | undefined = await handle(inboundOf(text, options));
  if (reply !== undefined) options.output.write(`${renderPlain(reply, { colour: options.colour })}\n\n`);
}

/** Answers each line as one message, in order, each reply followed by one empty line; ends with the input. */
export async function answerLines(lines: AsyncIterable<string>, handle: Handle, options: ConsoleOptions): Promise<void> {
  for await (const line of lines) await answer(line, handle, options);
}

/** A chat at a terminal with a prompt and the history of this session; ends with Ctrl-D, Ctrl-C or when `signal` aborts. */
export async function chat(input: Readable, handle: Handle, options: ConsoleOptions, signal: AbortSignal): Promise<void> {
  const terminal = createInterface({ input, output: options.output, prompt: '> ', historySize: 200 });
  const end = () => terminal.close();
  signal.addEventListener('abort', end, { once: true });
  terminal.on('SIGINT', end);
  terminal.prompt();
  for await (const line of terminal) {
    await answer(line, handle, options);
    if (signal.aborted) break;
    terminal.prompt();
  }
  signal.removeEventListener('abort', end);
}
