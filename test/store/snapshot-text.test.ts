import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/bot/snapshot.js';
import { readSnapshot } from '../../src/store/read-snapshot.js';
import { checksumOf, textOf } from '../../src/store/snapshot-text.js';
import { emptyState, snapshotOf, stateOf } from '../../src/store/state.js';
import { delivery, person } from '../contract/store-rows.js';

const empty = snapshotOf(emptyState);
const withRows: Snapshot = {
  ...empty,
  lastDelivery: 1,
  collections: { ...empty.collections, people: [person('slack:T1:U1', '李伟'), person('slack:T1:U2')] },
  outbox: [{ ...delivery('a'), id: '1', state: 'waiting', attempts: 0, fence: 0, uncertain: false }],
  keys: { '2021-03-12': 'aaaaaaaaaaaabbbbbbbbbbbb' },
};

test('a state is the same after it was written and read', () => {
  for (const snapshot of [empty, withRows])
    expect(readSnapshot(textOf(stateOf(snapshot)), 'x')).toMatchObject({ snapshot });
});

test('a row stands on one line, so that two backups can be compared', () => {
  const line = JSON.stringify(person('slack:T1:U1', '李伟'));
  expect(textOf(stateOf(withRows)).split('\n')).toContain(`${line},`);
});

test('the keys of a million deliveries in one day are read', () => {
  const keys = { '2021-03-12': 'abcdefghijkl'.repeat(1_000_000) };
  const read = readSnapshot(textOf(stateOf({ ...empty, keys })), 'x');
  expect('snapshot' in read && read.snapshot.keys).toEqual(keys);
});

test('a state with a fault in its sense is refused, though each row is sound', () => {
  const [row] = withRows.outbox;
  const twice = { ...withRows, outbox: row ? [row, { ...row, id: '2' }] : [], lastDelivery: 2 };
  const text = JSON.stringify(twice);
  expect(readSnapshot(text, 'x')).toEqual({ faults: [{ path: 'outbox', key: 'repeated-row', values: {} }] });
  const people = [person('slack:T1:U1'), person('slack:T1:U1')];
  const doubled = JSON.stringify({ ...withRows, collections: { ...withRows.collections, people } });
  expect(readSnapshot(doubled, 'x')).toEqual({
    faults: [{ path: 'collections.people', key: 'repeated-row', values: {} }],
  });
});

test('a checksum minds what is said, not in which order keys stand', () => {
  const people = withRows.collections.people.map(({ name, ...rest }) => ({ ...rest, name }));
  const keys = { '2021-03-12': 'bbbbbbbbbbbbaaaaaaaaaaaa' };
  const same = { ...withRows, keys, collections: { ...withRows.collections, people } };
  expect(checksumOf(same)).toBe(checksumOf(withRows));
  const turned = { ...withRows, collections: { ...withRows.collections, people: people.toReversed() } };
  expect(checksumOf(turned)).not.toBe(checksumOf(withRows));
});
