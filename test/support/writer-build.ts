import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The repository's root, whether this runs as it is or compiled. */
const root = process.cwd();

/** Compiles the writers, so that plain Node can run them as processes of their own. `path` finds one by its name. */
export async function buildWriters(): Promise<{ path(name: string): string; remove(): Promise<void> }> {
  await mkdir(join(root, '.build'), { recursive: true });
  const folder = await mkdtemp(join(root, '.build', 'writers-'));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'test', 'support', 'tsconfig.writers.json');
  const compiler = spawn(process.execPath, [tsc, '--project', project, '--outDir', folder], {
    stdio: 'inherit',
  });
  const [code] = await once(compiler, 'close');
  if (code !== 0) throw new Error(`the writers do not compile (exit ${code})`);
  return {
    path: (name) => join(folder, 'test', 'support', `${name}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
