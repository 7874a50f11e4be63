import { SNAPSHOT_VERSION, Snapshot } from '../bot/snapshot.js';
import { type Fault, type FaultKey, pathOf } from '../programme/fault.js';
import { placeOfJsonError } from '../programme/json-error.js';
import { shapeFaults } from '../programme/shape-faults.js';
import { migrated } from './migrations.js';

/** Either a sound snapshot, brought up to this version, or everything that is wrong with its text. */
export type ReadSnapshot =
  | { snapshot: Snapshot; document: Readonly<Record<string, unknown>> }
  | { faults: readonly Fault[] };

/**
 * Reads the text of a snapshot.
 * @param file where it was read, for the sentence of a text that is no JSON
 */
export function readSnapshot(text: string, file: string): ReadSnapshot {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return whole('not-json', { file, ...placeOfJsonError(text) });
  }
  if (!isState(document)) return whole('not-a-state', {});
  const { version } = document;
  if (typeof version === 'number' && version > SNAPSHOT_VERSION) {
    return whole('newer-version', { version, known: SNAPSHOT_VERSION });
  }
  const upToDate = migrated({ ...document });
  const parsed = Snapshot.safeParse(upToDate);
  if (parsed.success) return { snapshot: parsed.data, document: upToDate };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, upToDate)) };
}

type Issue = Parameters<typeof shapeFaults>[0]['issues'][number];

/** The snapshot's own checks look at rows that are sound each by itself; the others are the shape's. */
function faultsOf(issue: Issue, document: unknown): Fault[] {
  if (issue.code !== 'custom' || !isOwnCheck(issue.path)) return shapeFaults({ issues: [issue] }, document);
  const key =
    issue.path[0] === 'lastChange' || issue.path[0] === 'lastDelivery' ? 'count-too-small' : 'repeated-row';
  return [{ path: pathOf(issue.path), key, values: {} }];
}

/** A whole collection, the outbox or a count: no row. */
function isOwnCheck(path: readonly PropertyKey[]): boolean {
  return path.length === (path[0] === 'collections' ? 2 : 1);
}

function isState(document: unknown): document is Readonly<Record<string, unknown>> {
  return (
    typeof document === 'object' &&
    document !== null &&
    'format' in document &&
    document.format === 'ucap-state'
  );
}

function whole(key: FaultKey, values: Fault['values']): ReadSnapshot {
  return { faults: [{ path: '', key, values }] };
}
