/** What can be wrong with a dataset or with a state; each has its sentence in the locale file `dataset.json`. */
export type FaultKey = FileFault | ShapeFault | DatasetFault | StateFault;

type FileFault = 'file-missing' | 'file-unreadable' | 'not-json';

/** The shape of a value. The schemas of the programme give those they know as the message of their checks. */
type ShapeFault =
  | 'missing'
  | 'unknown-field'
  | 'not-allowed'
  | 'not-list'
  | 'not-object'
  | 'not-text'
  | 'not-number'
  | 'not-whole-number'
  | 'not-boolean'
  | 'empty'
  | 'too-long'
  | 'too-small'
  | 'too-big'
  | 'wrong-value'
  | NamedFault;

const namedFaults = ['not-id', 'not-country-code', 'not-date', 'no-day', 'not-email', 'no-language'] as const;
type NamedFault = (typeof namedFaults)[number];

type DatasetFault =
  | 'duplicate-id'
  | 'repeated'
  | 'shared-name'
  | 'unsafe-text'
  | 'unknown-source'
  | 'unknown-country'
  | 'unknown-city'
  | 'unknown-party'
  | 'unknown-organisation'
  | 'unknown-theme'
  | 'unknown-topic'
  | 'unknown-mission'
  | 'nobody'
  | 'follows-itself'
  | 'follows-later'
  | 'event-outside'
  | 'period-order';

type StateFault =
  | 'not-a-state'
  | 'newer-version'
  | 'older-version'
  | 'unknown-form'
  | 'repeated-row'
  | 'count-too-small'
  | 'missing-change'
  | 'unknown-change'
  | 'unknown-record'
  | 'record-exists'
  | 'other-record';

/** One thing wrong with a dataset or a state: where, what, and the values its sentence names. Words come later. */
export interface Fault {
  /** The place in the file, such as `missions[3].hosts[0]`; empty when it is the file as a whole. */
  path: string;
  key: FaultKey;
  values: Readonly<Record<string, string | number>>;
}

/** The fault that a schema's check names by its message. */
export function namedFault(message: string): NamedFault | undefined {
  return namedFaults.find((name) => name === message);
}

/** Writes the steps from the top of a JSON document to a value: `['missions', 3, 'date']` is `missions[3].date`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? String(step) : `${path}.${String(step)}`;
  }, '');
}
