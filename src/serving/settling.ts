import type { Log } from '../bot/log.js';

/** Resolves when all are done; rejects with the first failure, but not before the others are done. */
export async function allDone(works: readonly (Promise<void> | undefined)[]): Promise<void> {
  const outcomes = await Promise.allSettled(works);
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
