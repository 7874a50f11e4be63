import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, where `locales` and `data` are: the nearest one above this file that holds package.json. */
export const projectRoot: string = (function nearest(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearest(dirname(folder));
})(dirname(fileURLToPath(import.meta.url)));
