import type { Log } from '../bot/log.js';

/** Resolves when all have ended; rejects with the first failure, but not before the others have ended. */
export async function allEnded(...ends: readonly (Promise<void> | undefined)[]): Promise<void> {
  const outcomes = await Promise.allSettled(ends);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** Ends one thing of several. Never rejects: what comes after it must end too. */
export async function end(what: string, how: () => Promise<void> | undefined, log: Log): Promise<void> {
  try {
    await how();
  } catch (err) {
    log.error({ err }, `${what} did not end as it should`);
  }
}
