import { type Logger, LogLevel } from '@slack/bolt';

/** A logger for tests that provoke errors on purpose. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
