/** What can be wrong with a dataset; each has its sentence in the locale file `dataset.json`. */
export type FaultKey =
  | 'file-missing'
  | 'file-unreadable'
  | 'not-json'
  | 'missing'
  | 'unknown-field'
  | 'not-allowed'
  | 'schema'
  | 'duplicate-id'
  | 'repeated'
  | 'unknown-source'
  | 'unknown-country'
  | 'unknown-city'
  | 'unknown-party'
  | 'unknown-organisation'
  | 'unknown-theme'
  | 'unknown-topic'
  | 'unknown-mission'
  | 'follows-itself'
  | 'follows-later'
  | 'event-outside'
  | 'period-order';

/** One thing wrong with a dataset: where, what, and the values its sentence names. Words come later. */
export interface Fault {
  /** The place in the file, such as `missions[3].hosts[0]`; empty when it is the file as a whole. */
  path: string;
  key: FaultKey;
  values: Readonly<Record<string, string | number>>;
}

/** Writes the steps from the top of a JSON document to a value: `['missions', 3, 'date']` is `missions[3].date`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? String(step) : `${path}.${String(step)}`;
  }, '');
}
