// What both store benches measure: acknowledged updates of records as they are kept.

const SECONDS = Number(process.env.BENCH_SECONDS ?? 1.5);

/** A change as the store keeps it; `number` counts from 0. */
export const record = (number, text) => ({
  kind: 'announce',
  id: String(number + 1),
  at: '2021-03-12T08:00:00.000Z',
  by: 'wechat:default:wxid_li',
  byName: '李伟 (Yantai)',
  text: {
    en: `${text}: the forum on renewable energy in the Val d’Elsa, with six universities`.padEnd(150, '.'),
  },
});

/** An open store with `size` records in it, as a peer: how to update one of them, and how to close. */
export async function filled(store, size) {
  await store.transact((tx) => {
    for (let number = 0; number < size; number += 1)
      tx.put('changes', record(tx.nextChangeNumber() - 1, 'first'));
  });
  const update = (number, text) => store.transact((tx) => tx.put('changes', record(number, text)));
  return { update, close: () => store.close() };
}

/** Acknowledged updates a second of `callers` that each wait for their own before the next. Closes the peer. */
export async function updatesPerSecond({ update, close }, size, callers) {
  const begun = performance.now();
  const end = begun + SECONDS * 1000;
  let acknowledged = 0;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let round = 0; performance.now() < end; round += 1) {
        await update((caller + round * callers) % size, `update ${round}`);
        acknowledged += 1;
      }
    }),
  );
  const rate = acknowledged / ((performance.now() - begun) / 1000);
  await close();
  return rate;
}
