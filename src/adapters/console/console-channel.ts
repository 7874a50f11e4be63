import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Handle } from '../../bot/channel.js';
import { ConversationId, type PersonId } from '../../bot/identity.js';
import type { Inbound } from '../../bot/inbound.js';
import type { Reply } from '../../bot/reply.js';
import type { Languages } from '../../i18n/languages.js';
import type { Locale } from '../../programme/localized.js';
import { renderPlain } from './render.js';

/** The console's only conversation. */
const conversation = ConversationId.parse('console:local:chat');

export interface ConsoleOptions {
  person: PersonId;
  personName: string;
  output: Writable;
  colour: boolean;
  /** `--lang` */
  locale?: Locale;
  languages: Languages;
  now(): Date;
}

function inboundOf(text: string, { person, personName, now, locale }: ConsoleOptions): Inbound {
  return {
    id: `console:${randomUUID()}`,
    platform: 'console',
    conversation,
    person,
    personName,
    content: { kind: 'words', text },
    direct: true,
    at: now(),
    ...(locale === undefined ? {} : { fixedLocale: locale }),
  };
}

async function answer(text: string, handle: Handle, options: ConsoleOptions): Promise<void> {
  const reply: Reply | undefined = await handle(inboundOf(text, options));
  if (reply !== undefined)
    options.output.write(
      `${renderPlain(reply, { colour: options.colour, language: options.languages[reply.locale] })}\n\n`,
    );
}

/** Answers each line as one message, in order, each reply followed by one empty line; ends with the input or when `signal` aborts. */
export async function answerLines(
  lines: AsyncIterable<string>,
  handle: Handle,
  options: ConsoleOptions,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const line of lines) {
      await answer(line, handle, options);
      if (signal.aborted) return;
    }
  } catch (error) {
    // Whoever aborts also destroys the input, which ends the loop with an error of its own.
    if (!signal.aborted) throw error;
  }
}

/** A chat at a terminal with a prompt and the history of this session; ends with Ctrl-D, Ctrl-C or when `signal` aborts. */
export async function chat(
  input: Readable,
  handle: Handle,
  options: ConsoleOptions,
  signal: AbortSignal,
): Promise<void> {
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
