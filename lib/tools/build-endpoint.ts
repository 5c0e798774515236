/**
 * Bundles the endpoint to `dist/endpoint/`: the entry `main.js`, the thread of Logs
 * Insights' queries, and chunks loaded when they are needed. Files that
 * run or are packed as they are, launchers and samples, lie beside the bundle as they do beside their sources.
 *
 *   node --import tsx lib/tools/build-endpoint.ts
 */
import { build } from 'esbuild';
import { cp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashInputs, isFresh, type BuildInputs } from './build-stamp.ts';
import { inProject } from './project.ts';

const target = inProject('dist/endpoint');
const stamp = path.join(target, 'sources.sha256');
const inputs: BuildInputs = {
  paths: ['lib/endpoint', 'lib/shared', 'lib/tools/build-endpoint.ts', 'tsconfig.base.json'],
};

/** Builds unless the bundle there was made from the same sources. The old bundle is in place until the new one is whole. */
export async function buildEndpoint(): Promise<void> {
  const hash = await hashInputs(inputs);
  if (await isFresh(stamp, hash)) return;
  const part = inProject(`dist/endpoint-part-${process.pid}`);
  try {
    await bundleEndpoint(part, inProject('lib/endpoint/main.ts'));
    await writeFile(path.join(part, path.basename(stamp)), hash);
    await rm(target, { recursive: true, force: true });
    await rename(part, target);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

const copyOptions = {
  recursive: true,
  // TypeScript beside the files is bundled, and Python leaves compiled files where it ran.
  filter: (source: string) => !source.endsWith('.ts') && !source.endsWith('__pycache__'),
};

/** Everything the endpoint needs to run, with this source as its `main.js`. */
export async function bundleEndpoint(folder: string, main: string): Promise<void> {
  await build({
    entryPoints: {
      main,
      'insights-worker': inProject('lib/endpoint/services/logs/insights/worker.ts'),
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    splitting: true,
    // Names stay readable in stacks and logs; only what costs parsing time goes.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    legalComments: 'linked',
    // A binary inside its package cannot be bundled; pino starts worker files of its own when asked to.
    external: ['libsql', '@libsql/*', 'pino'],
    // CommonJS packages inside an ESM bundle still ask for Node's own modules by require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
    absWorkingDir: inProject(),
  });
  await cp(inProject('lib/endpoint/runtimes/launchers'), path.join(folder, 'launchers'), copyOptions);
  await cp(inProject('lib/endpoint/samples'), path.join(folder, 'samples'), copyOptions);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildEndpoint();
}
