// The product's modules for scripts that run without a compiler: bundled by the builder of the product, with the platforms' packages
// left outside, so that script and product share one Wechaty.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Imports `src/PATH.ts` for each path, in the same build, as one object of all that they export. */
export async function importBuilt(...paths) {
  // Inside the project, where its packages and locale files are found.
  const outdir = await mkdtemp(join(root, '.built-'));
  try {
    const contents = paths.map((path) => `export * from './src/${path}.ts';`).join('\n');
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile: join(outdir, 'built.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'warning',
    });
    return await import(join(outdir, 'built.mjs'));
  } finally {
    await rm(outdir, { recursive: true });
  }
}
