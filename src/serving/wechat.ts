import type { RoomBook } from '../adapters/wechat/rooms.js';
import { WechatChannel } from '../adapters/wechat/wechat-channel.js';
import type { App } from '../app.js';
import type { OwnReason } from '../bot/delivery-reason.js';
import { wordsOf } from '../bot/error-words.js';
import type { ConversationId } from '../bot/identity.js';
import type { Log } from '../bot/log.js';
import type { Config } from '../config.js';
import { restDigest } from '../delivery/unreachable.js';
import type { DeliveryWorker } from '../delivery/worker.js';
import type { Language } from '../i18n/languages.js';
import { type KeptLease, keepLease } from '../store/keep-lease.js';
import { LEASE_MS, type Outbox, processName } from './outbox.js';
import type { OnHopeless, PlatformService } from './platform-service.js';
import { allDone } from './settling.js';

interface WechatServiceParts {
  app: App;
  wechat: NonNullable<Config['wechat']>;
  outbox: Outbox;
  /** The language of sentences for those who operate the bot. */
  operator: Language;
  log: Log;
  onHopeless: OnHopeless;
}

/**
 * WeChat over the app's kernel, in one process of several: an account has one session. It runs where the lease is held, and in
 * another process soon after its holder is gone.
 */
export function wechatService(parts: WechatServiceParts): PlatformService {
  let running: { channel: WechatChannel; worker: DeliveryWorker } | undefined;
  let lease: KeptLease | undefined;
  let turn: Promise<void> = Promise.resolve();

  const begin = async () => {
    const channel = openChannel(parts);
    await channel.start(parts.app.handle);
    running = { channel, worker: parts.outbox.deliverThrough(channel) };
  };
  const end = async () => {
    const { channel, worker } = running ?? {};
    running = undefined;
    await allDone([worker?.stop(), channel?.stop()]);
  };
  const hopeless = (error: unknown) => parts.onHopeless(wordsOf(error));

  return {
    name: 'wechat',
    health() {
      if (running !== undefined) return running.channel.health();
      // The process that holds WeChat reports on it.
      return lease?.held() === false
        ? { state: 'up', reason: 'another process runs WeChat' }
        : { state: 'starting' };
    },
    async start() {
      lease = keepLease(parts.app.store, 'wechat', processName, LEASE_MS, (held) => {
        turn = turn.then(held ? begin : end).catch(hopeless);
      });
    },
    async stop() {
      await turn;
      try {
        await end();
      } finally {
        await lease?.stop();
      }
    },
  };
}

/** Login codes go to the terminal and complaints to stderr, neither to the log. */
function openChannel({ app, wechat, outbox, operator, log }: WechatServiceParts): WechatChannel {
  return new WechatChannel({
    puppet: wechat.puppet,
    languages: app.languages,
    locale: operator.locale,
    gap: wechat.minGapMs,
    friendKeyword: wechat.friendKeyword,
    rooms: roomBook(app, operator),
    keep: outbox.keep,
    log,
    terminal: process.stdout,
    complain: (sentence) => process.stderr.write(`${sentence}\n`),
  });
}

function roomBook({ store }: App, { locale }: Language): RoomBook {
  return {
    all: () =>
      store
        .view()
        .all('conversations')
        .filter(({ id, direct }) => id.startsWith('wechat:') && !direct),
    async retitle(id: ConversationId, title: string) {
      await store.transact((tx) => {
        const room = tx.get('conversations', id);
        if (room !== undefined) tx.put('conversations', { ...room, title });
      });
    },
    left: (id) => restDigest(store, { conversation: id }, 'removed' satisfies OwnReason, new Date(), locale),
  };
}
