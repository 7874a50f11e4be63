import type { Log } from '../../src/bot/log.js';

/** Hears everything and keeps nothing. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
