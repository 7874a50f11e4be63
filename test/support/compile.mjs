import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles the tests' own processes and servers for scripts that plain Node runs. `path` finds one by its name. */
export function compileSupport() {
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync(join('.build', 'support-'));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  const project = join('test', 'support', 'tsconfig.writers.json');
  execFileSync(process.execPath, [tsc, '--project', project, '--outDir', folder], { stdio: 'inherit' });
  return {
    folder,
    path: (name) => join(process.cwd(), folder, 'test', 'support', `${name}.js`),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
