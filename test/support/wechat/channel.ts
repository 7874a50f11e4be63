import type { RoomBook } from '../../../src/adapters/wechat/rooms.js';
import { WechatChannel, type WechatOptions } from '../../../src/adapters/wechat/wechat-channel.js';
import type { Handle, UnsentAnswer } from '../../../src/bot/channel.js';
import type { Inbound } from '../../../src/bot/inbound.js';
import { createLanguages } from '../../../src/i18n/languages.js';
import { until } from '../until.js';

const languages = createLanguages();

export interface TestChannel {
  channel: WechatChannel;
  /** What the kernel was asked. */
  asked: Inbound[];
  /** What the operator was told on stderr, and what the terminal showed. */
  complaints: string[];
  shown: string[];
  logged: string[];
  /** Answers that were handed to the outbox. */
  kept: UnsentAnswer[];
  book: {
    rows: { id: ReturnType<RoomBook['all']>[number]['id']; title?: string | undefined }[];
    left: string[];
  };
  start(): Promise<void>;
}

const choices = ['one', 'two'].map((label) => ({ label, invocation: { command: 'open', args: label } }));

/** A channel whose kernel repeats what it is told and offers two things on `offer`, or answers as `handle` does. */
export function testChannel(
  options: Partial<WechatOptions> & Pick<WechatOptions, 'puppet'>,
  handle?: Handle,
): TestChannel {
  const asked: Inbound[] = [];
  const complaints: string[] = [];
  const shown: string[] = [];
  const logged: string[] = [];
  const kept: UnsentAnswer[] = [];
  const book: TestChannel['book'] = { rows: [], left: [] };
  const log = (fields: object, event: string) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const channel = new WechatChannel({
    languages,
    locale: 'en',
    gap: 0,
    rooms: {
      all: () => book.rows,
      retitle: async (id, title) => {
        book.rows = book.rows.map((row) => (row.id === id ? { ...row, title } : row));
      },
      left: async (id, title) => void book.left.push(`${id} ${title}`),
    },
    keep: async (answer) => void kept.push(answer),
    log: { info: log, warn: log, error: log },
    terminal: { write: (text) => shown.push(text) },
    complain: (sentence) => complaints.push(sentence),
    ...options,
  });
  const repeat: Handle = async ({ content }) => ({
    locale: 'en',
    audience: 'conversation',
    blocks: [
      { kind: 'text', text: content.kind === 'words' ? `You said: ${content.text}` : 'Welcome' },
      ...(content.kind === 'words' && content.text === 'offer'
        ? [{ kind: 'choices', choices } as const]
        : []),
    ],
  });
  return {
    channel,
    asked,
    complaints,
    shown,
    logged,
    kept,
    book,
    start: () =>
      channel.start(async (inbound) => {
        asked.push(inbound);
        return (handle ?? repeat)(inbound);
      }),
  };
}

/** Waits until the channel is logged in. */
export async function online({ channel }: TestChannel, ms?: number): Promise<void> {
  await until('the login', () => channel.health().state === 'up', ms);
}
