type Awaitable<T> = T | Promise<T>;

/** Waits until `look` finds something. Rejects after `ms` with what was waited for. */
export async function until<T>(
  what: string,
  look: () => Awaitable<T | undefined | false>,
  ms = 5000,
): Promise<T> {
  for (
    const end = Date.now() + ms;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 10))
  ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`waited ${ms} ms in vain for ${what}`);
}
