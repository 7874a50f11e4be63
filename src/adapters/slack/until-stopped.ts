/** Resolves with `work`, or with `undefined` as soon as `stopped` is aborted; the work itself goes on. */
export function untilStopped<T>(work: Promise<T>, stopped: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(undefined);
    stopped.addEventListener('abort', stop, { once: true });
    // Signals live as long as the bot: a listener that stayed would never be freed.
    work.then(resolve, reject).finally(() => stopped.removeEventListener('abort', stop));
  });
}
