import { log, type Wechaty, WechatyBuilder } from 'wechaty';
import { helpers, type impls } from 'wechaty-puppet';
import { wordsOf } from '../../bot/error-words.js';
import { waitAtMost } from '../../timing/within-time.js';
import { GatewayPuppet } from './gateway-puppet.js';
import type { Session, SessionListener } from './supervisor.js';
import { troubleOf } from './trouble.js';

export type Puppet = impls.PuppetInterface;

/** A puppet's npm name, with its options from Wechaty's own environment variables; or how to make one. */
export type PuppetSource = string | (() => Puppet);

export interface WechatySession extends Session {
  bot: Wechaty;
}

/** The puppet that reaches a gateway. */
export const gatewayPuppet = 'wechaty-puppet-service';

/** Wechaty's own watchdog reconnects behind the supervisor's back; a day is as good as never. */
const wechatyWatchdogSeconds = 86_400;
const longestHangUp = 2000;

/**
 * Builds a fresh Wechaty around a fresh puppet and starts it, after `prepare` has listened to it. Wechaty's log is silenced: at its deeper levels it prints tokens,
 * QR codes and messages, and what matters arrives as events.
 */
export async function openSession(
  source: PuppetSource,
  listener: SessionListener,
  prepare: (bot: Wechaty, puppet: Puppet) => void,
): Promise<WechatySession> {
  log.level('silent');
  const puppet = typeof source === 'string' ? await makePuppet(source, listener) : source();
  const bot = WechatyBuilder.build({ puppet, ...memoryName() });
  let left = false;
  // Wechaty loads the contact before it tells of a login, and a quick logout overtakes it.
  const tellLogin = () => {
    if (puppet.isLoggedIn && !left) listener.login();
  };
  bot.on('heartbeat', listener.alive);
  bot.on('dong', listener.alive);
  bot.on('message', listener.alive);
  bot.on('scan', listener.scan);
  bot.on('login', tellLogin);
  bot.on('error', (error) => {
    const trouble = troubleOf(error);
    if (trouble !== undefined) listener.failed(trouble);
  });
  puppet.on('login', () => {
    left = false;
  });
  // Wechaty's own event fails when it can't load the contact that left.
  puppet.on('logout', () => {
    left = true;
    listener.logout();
  });
  prepare(bot, puppet);
  const started = bot.start().then(
    // A puppet that was logged in before it was started tells of no login.
    tellLogin,
    (error: unknown) => listener.failed(troubleOf(error) ?? 'puppetFailed'),
  );
  return {
    bot,
    ping: () => {
      try {
        bot.ding('ucap');
      } catch (error) {
        listener.failed(troubleOf(error) ?? 'puppetFailed');
      }
    },
    hangUp: async () => {
      if (puppet instanceof GatewayPuppet) puppet.hangUp();
      // Wechaty's stop and a start under way would each undo half of the other, and leave a timer running.
      const stopped = started.then(() => bot.stop()).catch(() => {});
      await waitAtMost(longestHangUp, stopped);
    },
  };
}

async function makePuppet(name: string, listener: SessionListener): Promise<Puppet> {
  const puppetOptions = { timeoutSeconds: wechatyWatchdogSeconds };
  if (name === gatewayPuppet) return new GatewayPuppet(puppetOptions, () => listener.failed('folderInUse'));
  // The type lists the puppets of Wechaty's authors; any puppet's npm name is allowed.
  return helpers.resolvePuppet({ puppet: name as typeof gatewayPuppet, puppetOptions });
}

/** Wechaty's own variable for the file that keeps a login; without it nothing is written. */
function memoryName(): { name?: string } {
  const name = process.env.WECHATY_NAME;
  return name === undefined || name === '' ? {} : { name };
}

/** An error's words; some of Wechaty's hold the token. */
export function withoutToken(error: unknown): string {
  const message = wordsOf(error);
  const token = process.env.WECHATY_PUPPET_SERVICE_TOKEN;
  return token ? message.replaceAll(token, '…') : message;
}
