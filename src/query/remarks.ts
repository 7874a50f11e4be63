import type { Remark } from './answer.js';
import { rangesOf } from './reading/asked-days.js';
import type { Knowledge, Reading } from './reading/read.js';

/** What the reader must be told of how the words were taken: repaired names, and days that a vague phrase stands for. */
export function remarksOf(reading: Reading, knowledge: Knowledge): Remark[] {
  const repaired = reading.scene.tokens.flatMap((token): Remark[] =>
    token.meant === undefined || token.names.length === 0
      ? []
      : [{ kind: 'repaired', typed: token.typed, meant: properName(token.meant, knowledge) }],
  );
  const dated = reading.scene.dates.flatMap((date): Remark[] => {
    const [range] = rangesOf([date]);
    const [first, last] = [date.tokens[0], date.tokens.at(-1)];
    if (
      !date.vague ||
      date.ranges.length !== 1 ||
      range === undefined ||
      first === undefined ||
      last === undefined
    )
      return [];
    const { source } = reading.words;
    const typed = source.typed.slice(source.at[first.from] ?? 0, (source.at[last.to - 1] ?? 0) + 1);
    return [{ kind: 'dated', typed, range }];
  });
  const carried: Remark[] = reading.carried.length === 0 ? [] : [{ kind: 'carried', words: reading.carried }];
  return [...repaired, ...dated, ...carried];
}

/** A name as the programme writes it: lower-case words become the record's own spelling. */
function properName(name: string, knowledge: Knowledge): string {
  const { programme } = knowledge;
  const spellings = [
    programme.cities,
    programme.countries,
    programme.groups,
    programme.organisations,
    programme.themes,
    programme.topics,
  ];
  for (const table of spellings) {
    for (const { name: own, aliases } of table.values()) {
      for (const written of [own.en, own.zh, ...aliases.en, ...aliases.zh])
        if (written?.toLowerCase() === name) return written;
    }
  }
  return name;
}
