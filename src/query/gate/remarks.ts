import type { Programme } from '../../programme/programme.js';
import type { NamedRecord, Remark } from '../answer.js';
import type { NameKind, NameSense } from '../lexicon/names.js';
import { rangesOf } from '../reading/asked-days.js';
import { asksOfProposer } from '../reading/proposers.js';
import type { Knowledge, Reading } from '../reading/read.js';

/** What the reader must be told of how the words were taken: repaired names, and days that a vague phrase stands for. */
export function remarksOf(reading: Reading, knowledge: Knowledge): Remark[] {
  const repaired = reading.scene.tokens.flatMap((token): Remark[] =>
    token.meant === undefined || token.names.length === 0
      ? []
      : [{ kind: 'repaired', typed: token.typed, ...properName(token.meant, token.names, knowledge) }],
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
  const proposer: Remark[] =
    tellsOfPilots(reading) && asksOfProposer(reading.scene) ? [{ kind: 'proposer' }] : [];
  return [...repaired, ...proposer, ...dated, ...carried];
}

const tellsOfPilots = ({ best }: Reading) =>
  best !== undefined && ['pilots', 'status', 'partners'].includes(best.query.intent);

const SPELT = {
  city: 'cities',
  country: 'countries',
  group: 'groups',
  organisation: 'organisations',
  theme: 'themes',
  topic: 'topics',
} as const satisfies Partial<Record<NameKind, keyof Programme>>;
const isSpelt = (kind: NameKind): kind is keyof typeof SPELT => Object.hasOwn(SPELT, kind);

/** A name as the programme writes it: lower-case words become the record's own spelling; and whose name it is. */
function properName(
  name: string,
  senses: readonly NameSense[],
  { programme }: Knowledge,
): { meant: string; record?: NamedRecord } {
  for (const { kind, id } of senses) {
    if (!isSpelt(kind)) continue;
    const record = programme[SPELT[kind]].get(id);
    if (record === undefined) continue;
    const { name: own, aliases } = record;
    const spellings = [own.en, own.zh, ...aliases.en, ...aliases.zh];
    const written = spellings.find((spelling) => spelling?.toLowerCase() === name);
    if (written !== undefined) return { meant: written, record: { kind, id } };
  }
  return { meant: name };
}
