import { join } from 'node:path';
import type { Config } from './config.js';
import { projectRoot } from './i18n/project-root.js';
import type { StatePlace } from './store/open-store.js';

/** Where a configuration keeps the state. */
export function statePlace({ state }: Pick<Config, 'state'>): StatePlace {
  return { folder: state ?? join(projectRoot, 'data', 'state') };
}
