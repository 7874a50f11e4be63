import type { Snapshot } from '../bot/snapshot.js';
import type { Language } from '../i18n/languages.js';

/** How much a state holds, for sentences about it: "3 changes", "1 person". */
export function held({ collections }: Snapshot, { t }: Language): { changes: string; people: string } {
  const { changes, people } = collections;
  return {
    changes: t('cli:held.changes', { count: changes.length }),
    people: t('cli:held.people', { count: people.length }),
  };
}
