import { EventEmitter } from 'node:events';
import { log, type Wechaty, WechatyBuilder } from 'wechaty';
import { helpers, type impls } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';
import type { Session, SessionListener } from './supervisor.js';
import { troubleOf } from './trouble.js';

export type Puppet = impls.PuppetInterface;

/** A puppet's npm name, with its options from Wechaty's own environment variables; or how to make one. */
export type PuppetSource = string | (() => Puppet);

export interface WechatySession extends Session {
  bot: Wechaty;
}

/** Wechaty's own watchdog reconnects behind the supervisor's back; a day is as good as never. */
const wechatyWatchdogSeconds = 86_400;
const longestHangUp = 3000;

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
  const puppet = typeof source === 'string' ? await makePuppet(source) : source();
  const bot = WechatyBuilder.build({ puppet, ...memoryName() });
  bot.on('heartbeat', listener.alive);
  bot.on('dong', listener.alive);
  bot.on('message', listener.alive);
  bot.on('scan', listener.scan);
  bot.on('login', listener.login);
  bot.on('error', (error) => {
    const trouble = troubleOf(error);
    if (trouble !== undefined) listener.failed(trouble);
  });
  // Wechaty's own event fails when it can't load the contact that left.
  puppet.on('logout', listener.logout);
  puppet.on('login', () => hearLockedFolder(puppet, () => listener.failed('folderInUse')));
  prepare(bot, puppet);
  bot.start().then(
    // A puppet that was logged in before it was started tells of no login.
    () => puppet.isLoggedIn && listener.login(),
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
      closeConnection(puppet);
      await Promise.race([
        bot.stop().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, longestHangUp)),
      ]);
    },
  };
}

async function makePuppet(name: string): Promise<Puppet> {
  return helpers.resolvePuppet({
    // The type lists the puppets of Wechaty's authors; any puppet's npm name is allowed.
    puppet: name as 'wechaty-puppet-service',
    puppetOptions: { timeoutSeconds: wechatyWatchdogSeconds },
  });
}

/** Wechaty's own variable for the file that keeps a login; without it nothing is written. */
function memoryName(): { name?: string } {
  const name = process.env.WECHATY_NAME;
  return name === undefined || name === '' ? {} : { name };
}

/**
 * Cuts the line to a gateway before Wechaty can tell the gateway to stop the account: another client of the same token, or
 * this bot after a restart, should find it logged in.
 */
function closeConnection(puppet: Puppet): void {
  if (!(puppet instanceof PuppetService)) return;
  try {
    puppet.grpcManager.eventStream?.cancel();
    puppet.grpcManager.client.close();
  } catch {
    // It throws when there is no connection, and then nothing is to be closed.
  }
}

/**
 * wechaty-puppet-service keeps a LevelDB under HOME and does not listen to its errors, so that a second process on the
 * same folder would crash. Its stores are made, and not yet open, when the puppet tells of the login.
 */
function hearLockedFolder(puppet: Puppet, onLocked: () => void): void {
  const stores: unknown = Reflect.get(puppet, '_payloadStore');
  if (typeof stores !== 'object' || stores === null) return;
  for (const name of ['contact', 'room', 'roomMember']) {
    const store: unknown = Reflect.get(stores, name);
    const database: unknown =
      typeof store === 'object' && store !== null ? Reflect.get(store, 'levelDb') : undefined;
    if (database instanceof EventEmitter) database.on('error', onLocked);
  }
}
