import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds modules of the repository so that plain Node can run them as processes or import them: TypeScript in, one folder
 * out, packages left where they are.
 * @param {...string} modules paths from the repository's root, without their ending
 * @returns where each of them is now, and how to take it all away
 */
export async function buildModules(...modules) {
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync(join('.build', 'modules-'));
  await build({
    entryPoints: modules.map((module) => `${module}.ts`),
    outbase: '.',
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return {
    folder,
    path: (module) => join(process.cwd(), folder, `${module}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
