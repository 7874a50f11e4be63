import { randomUUID } from 'node:crypto';
import { renderPlain } from '../../src/adapters/console/render.js';
import { type App, openApp } from '../../src/app.js';
import { ConversationId, PersonId, partsOf } from '../../src/bot/identity.js';
import type { Content } from '../../src/bot/inbound.js';
import { type Limiter, noLimit } from '../../src/bot/limiter.js';
import type { Log } from '../../src/bot/log.js';
import type { Config } from '../../src/config.js';
import { createLanguages } from '../../src/i18n/languages.js';
import { loadKnowledge } from '../../src/knowledge.js';
import { shippedDataset } from '../../src/shipped-dataset.js';
import { silentLog } from './silent-log.js';
import { temporaryFolder } from './temporary-folder.js';

/** A person in one conversation. What they say gets the reply as the console shows it; an empty string is no reply. */
export interface Speaker {
  says(text: string): Promise<string>;
  does(content: Content, event?: string): Promise<string>;
}

/** A running bot without platforms, on a store of its own and with a clock that tests set. */
export interface ChatBot {
  app: App;
  /** Somebody who speaks; in a direct chat unless a conversation is named. */
  person(id: string, where?: { conversation?: string; name?: string }): Speaker;
  /** Moves the clock. */
  passes(milliseconds: number): void;
  /** Closes the bot and opens it anew on the same state, as after a restart. */
  restarts(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a bot on the shipped programme (or `dataset`) at a moment, by default noon (UTC) of 15 November 2020. */
export async function openChat(
  options: {
    now?: string;
    admins?: readonly string[];
    dataset?: string;
    log?: Log;
    limiter?: Limiter;
    /** PostgreSQL instead of a folder. */
    databaseUrl?: string;
  } = {},
): Promise<ChatBot> {
  const { now = '2020-11-15T12:00:00Z', admins = [], dataset = shippedDataset, log = silentLog } = options;
  const limiter = options.limiter ?? noLimit;
  const knowledge = loadKnowledge(dataset);
  if ('faults' in knowledge) throw new Error(`${dataset} is not sound: ${JSON.stringify(knowledge.faults)}`);
  let time = Date.parse(now);
  const { folder, remove } = await temporaryFolder();
  const config: Config = {
    state: folder,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
    http: { host: '127.0.0.1', port: 0 },
    admins: new Set(admins),
    defaults: { locale: 'en', timezone: 'UTC' },
    logLevel: 'silent',
  };
  const languages = createLanguages();
  const open = () => openApp({ config, knowledge, languages, log, limiter, now: () => new Date(time) });
  let app = await open();

  const inboundOf = (
    id: string,
    where: { conversation?: string; name?: string },
    content: Content,
    event: string,
  ) => {
    const person = PersonId.parse(id);
    const direct = where.conversation === undefined;
    return {
      id: event,
      platform: partsOf(person).platform,
      conversation: ConversationId.parse(where.conversation ?? `${id}-direct`),
      person,
      personName: where.name ?? partsOf(person).id,
      content,
      direct,
      at: new Date(time),
    };
  };

  return {
    get app() {
      return app;
    },
    person(id, where = {}) {
      const does = async (content: Content, event: string = randomUUID()) => {
        const reply = await app.handle(inboundOf(id, where, content, event));
        if (reply === undefined) return '';
        return renderPlain(reply, { colour: false, language: app.languages[reply.locale] });
      };
      return { does, says: (text) => does({ kind: 'words', text }) };
    },
    passes(milliseconds) {
      time += milliseconds;
    },
    async restarts() {
      await app.close();
      app = await open();
    },
    async close() {
      await app.close();
      await remove();
    },
  };
}
