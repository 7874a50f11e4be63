import { duplicateIds } from './duplicate-ids.js';
import type { Fault } from './fault.js';
import { nameFaults } from './name-faults.js';
import { referenceFaults } from './references.js';
import { type Salvaged, salvage, wholeOf } from './salvage.js';
import { Dataset } from './schema.js';
import { shapeFaults } from './shape-faults.js';
import { textFaults } from './text-faults.js';

/** Either a sound dataset or everything that is wrong with it, at least one fault. */
export type ParsedDataset = { dataset: Dataset } | { faults: readonly Fault[] };

/**
 * Checks a JSON value against the schema and every reference between its records. All faults are found in one go:
 * a record of the wrong shape does not hide the faults of the others.
 */
export function parseDataset(json: unknown): ParsedDataset {
  // Read once: to compile a parser takes longer than it saves.
  const parsed = Dataset.safeParse(json, { jitless: true });
  if (!parsed.success) {
    return {
      faults: [...shapeFaults(parsed.error, json), ...textFaults(json), ...senseFaults(salvage(json))],
    };
  }
  const faults = [...textFaults(json), ...senseFaults(wholeOf(parsed.data))];
  return faults.length === 0 ? { dataset: parsed.data } : { faults };
}

function senseFaults(salvaged: Salvaged): Fault[] {
  return [...nameFaults(salvaged), ...duplicateIds(salvaged), ...referenceFaults(salvaged)];
}
