import { describe, expect, test } from 'vitest';
import { SNAPSHOT_VERSION } from '../../src/bot/snapshot.js';
import { type Migration, migrated, migrations } from '../../src/store/migrations.js';

const steps: Migration[] = [
  (document) => ({ ...document, people: ['Anna'] }),
  ({ people, ...document }) => ({ ...document, persons: people }),
];

describe('migrations', () => {
  test('bring any older version to the newest, one step after the other', () => {
    expect(migrated({ version: 1 }, steps)).toEqual({ version: 3, persons: ['Anna'] });
    expect(migrated({ version: 2, people: ['Li'] }, steps)).toEqual({ version: 3, persons: ['Li'] });
    expect(migrated({ version: 3, persons: [] }, steps)).toEqual({ version: 3, persons: [] });
  });

  test('leave what they do not know to the schema', () => {
    for (const version of [4, 0, -1, 1.5, '1', undefined])
      expect(migrated({ version }, steps)).toEqual({ version });
  });

  test('end at the version that this build writes', () => {
    expect(migrations).toHaveLength(SNAPSHOT_VERSION - 1);
  });
});
