import type { QueryEngine } from './engine.js';
import type { Knowledge } from './reading/read.js';
import { readWords } from './reading/read-words.js';
import { phraseKeys } from './text/atoms.js';
import { normalise } from './text/normalise.js';

type Found = ReturnType<QueryEngine['find']>[number];

const KINDS = new Map<string, Found['kind']>([
  ['mission', 'mission'],
  ['pilot', 'pilot'],
  ['organisation', 'organisation'],
  ['city', 'city'],
]);

/** Records that the words name: those whose whole name they are first, then those whose name is among them. */
export function findRecords(words: string, knowledge: Knowledge): readonly Found[] {
  const { programme } = knowledge;
  const whole = phraseKeys(normalise(words).text).join(' ');
  const found = new Map<string, Found>();
  const add = (kind: string, id: string, exact: boolean) => {
    const known = KINDS.get(kind);
    if (known !== undefined && !found.has(`${known}:${id}`))
      found.set(`${known}:${id}`, { kind: known, id, exact });
  };
  for (const [table, kind] of [
    [programme.missions, 'mission'],
    [programme.pilots, 'pilot'],
    [programme.organisations, 'organisation'],
    [programme.cities, 'city'],
  ] as const) {
    const id = words.trim().toLowerCase();
    if (table.has(id)) add(kind, id, true);
  }
  const { tokens } = readWords(words, knowledge);
  for (const token of tokens) {
    const exact = phraseKeys(token.text).join(' ') === whole && token.meant === undefined;
    for (const { kind, id } of token.names) add(kind, id, exact);
  }
  for (const token of tokens) {
    for (const { kind, id } of token.names) {
      if (kind !== 'topic') continue;
      for (const pilot of programme.pilots.values())
        if (pilot.topics.includes(id)) add('pilot', pilot.id, false);
    }
  }
  return [...found.values()].sort((a, b) => Number(b.exact) - Number(a.exact));
}
