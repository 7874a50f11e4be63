import type { Fault } from './fault.js';
import type { Salvaged } from './salvage.js';

/** Finds ids given twice. Cities and groups share one namespace. */
export function* duplicateIds({ ids: { groups, cities, ...others } }: Salvaged): Iterable<Fault> {
  yield* duplicatesIn({ cities, groups });
  for (const [collection, ids] of Object.entries(others)) yield* duplicatesIn({ [collection]: ids });
}

function* duplicatesIn(
  namespace: Readonly<Record<string, readonly (string | undefined)[]>>,
): Iterable<Fault> {
  const first = new Map<string, string>();
  for (const [collection, ids] of Object.entries(namespace)) {
    const field = collection === 'countries' ? 'code' : 'id';
    for (const [index, id] of ids.entries()) {
      if (id === undefined) continue;
      const path = `${collection}[${index}]`;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, path);
      else yield { path: `${path}.${field}`, key: 'duplicate-id', values: { id, first: earlier } };
    }
  }
}
