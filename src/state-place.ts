import { join } from 'node:path';
import type { Config } from './config.js';
import { projectRoot } from './i18n/project-root.js';
import type { StatePlace } from './store/open-store.js';

/** Where a configuration keeps the state. */
export function statePlace({ state, databaseUrl }: Pick<Config, 'state' | 'databaseUrl'>): StatePlace {
  if (databaseUrl !== undefined) return { kind: 'postgres', url: databaseUrl };
  return { kind: 'embedded', folder: state ?? join(projectRoot, 'data', 'state') };
}
