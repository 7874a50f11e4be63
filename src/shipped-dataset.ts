import { join } from 'node:path';
import { projectRoot } from './i18n/project-root.js';

/** The dataset that comes with the bot. */
export const shippedDataset = join(projectRoot, 'data', 'u-cap.json');
