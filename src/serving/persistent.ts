import { PlatformAway } from '../bot/channel.js';
import { wordsOf } from '../bot/error-words.js';
import type { Log } from '../bot/log.js';
import { reconnecting, waitAfter } from '../timing/back-off.js';
import { systemTimers, type Timers } from '../timing/timers.js';
import type { OnHopeless, PlatformService } from './platform-service.js';

interface PersistentParts {
  log: Log;
  onHopeless: OnHopeless;
  /** Hears a sentence for those who operate the bot. */
  complain(sentence: string): void;
  timers?: Timers;
}

/**
 * A platform that works beside another one. When it can't be reached at the start it complains once and is tried again, with
 * growing waits, so that the other one can work.
 */
export function persistent(
  platform: PlatformService,
  { log, onHopeless, complain, timers = systemTimers }: PersistentParts,
): PlatformService {
  const stopping = new AbortController();
  let away: PlatformAway | undefined;

  const tryOnce = async (attempt: number) => {
    try {
      await platform.start();
      if (away !== undefined) log.info({ platform: platform.name, attempt }, 'the platform is reached again');
      away = undefined;
    } catch (error) {
      if (!(error instanceof PlatformAway)) throw error;
      if (away === undefined) complain(error.message);
      log.warn({ platform: platform.name, attempt, reason: error.reason }, 'the platform can’t be reached');
      away = error;
    }
  };
  const keepTrying = async () => {
    for (let attempt = 1; away !== undefined; attempt += 1) {
      await timers.sleep(waitAfter(attempt - 1, reconnecting), stopping.signal);
      if (stopping.signal.aborted) return;
      await tryOnce(attempt);
    }
    // It came up while everything else ended.
    if (stopping.signal.aborted) await platform.stop();
  };

  return {
    ...platform,
    health: () =>
      away === undefined
        ? platform.health()
        : { state: 'down', reason: `it can’t be reached (${away.reason})` },
    async start() {
      await tryOnce(0);
      void keepTrying().catch((error: unknown) => onHopeless(wordsOf(error)));
    },
    async stop() {
      stopping.abort();
      await platform.stop();
    },
  };
}
