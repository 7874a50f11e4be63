import type { Fault } from './fault.js';
import type { Salvaged } from './salvage.js';

/** Finds names that two cities share: a question that holds one could mean either. */
export function* nameFaults({ records: { cities } }: Salvaged): Iterable<Fault> {
  const first = new Map<string, number>();
  for (const [index, city] of cities.entries()) {
    if (city === undefined) continue;
    for (const [place, name] of [...placed('name', city.name), ...placed('aliases', city.aliases)]) {
      const form = name.normalize('NFKC').toLowerCase();
      const earlier = first.get(form) ?? index;
      first.set(form, earlier);
      // A city that is given twice is told by its id.
      if (earlier !== index && cities[earlier]?.id !== city.id) {
        const values = { name, first: `cities[${earlier}]` };
        yield { path: `cities[${index}].${place}`, key: 'shared-name', values };
      }
    }
  }
}

function placed(
  field: string,
  names: Readonly<Record<string, string | readonly string[]>>,
): [string, string][] {
  return Object.entries(names).flatMap(([locale, words]): [string, string][] =>
    typeof words === 'string'
      ? [[`${field}.${locale}`, words]]
      : words.map((word, index) => [`${field}.${locale}[${index}]`, word]),
  );
}
