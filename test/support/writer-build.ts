import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The repository's root, whether this runs as it is or compiled. */
const root = process.cwd();

/** Compiles the writers, so that plain Node can run them as processes of their own. `path` finds one by its name. */
export async function buildWriters(): Promise<{ path(name: string): string; remove(): Promise<void> }> {
  await mkdir(join(root, '.build'), { recursive: true });
  const folder = await mkdtemp(join(root, '.build', 'writers-'));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'test', 'support', 'tsconfig.writers.json');
  await promisify(execFile)(process.execPath, [tsc, '--project', project, '--outDir', folder]);
  return {
    path: (name) => join(folder, 'test', 'support', `${name}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
