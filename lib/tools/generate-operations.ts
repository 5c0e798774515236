/**
 * Writes `lib/endpoint/services/<service>/generated/operations.ts` from the files in that service's `operations/`
 * folder, so that adding an operation is adding one file.
 *
 * The convention: `operations/<kebab-name>.ts` exports exactly one value whose name is AWS's operation name with a
 * small first letter (`get-function.ts` → `getFunction` → `GetFunction`; `get-saml-provider.ts` → `getSAMLProvider`
 * → `GetSAMLProvider`). It is either the operation itself or, in a service with parts to share, a factory
 * `(parts) => Operation`; one service uses one of the two throughout. Files ending in `.test.ts` are passed over.
 *
 *   node --import tsx lib/tools/generate-operations.ts            writes the files
 *   node --import tsx lib/tools/generate-operations.ts --check    exit code 1 when one of them is out of date
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const servicesFolder = fileURLToPath(new URL('../endpoint/services', import.meta.url));

/** The exported name in `source` that belongs to `file`, e.g. `getFunction` for `get-function.ts`. */
export function operationExport(file: string, source: string): string {
  const wanted = path.basename(file, '.ts').replaceAll('-', '').toLowerCase();
  const exported = [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(
    (match) => match[1] ?? '',
  );
  const found = exported.filter((name) => name.toLowerCase() === wanted);
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(
      `${file} must export one function named like the file, e.g. get-function.ts exports getFunction; ` +
        `it exports ${exported.join(', ') || 'nothing'}.`,
    );
  }
  return found[0];
}

/** The text of a service's generated file for its operation files (names, sorted) and their sources. */
export function operationsModule(files: readonly { name: string; source: string }[]): string {
  const entries = files.map(({ name, source }) => ({ name, exported: operationExport(name, source) }));
  const imports = entries.map(({ name, exported }) => `import { ${exported} } from '../operations/${name}';`);
  const rows = entries.map(
    ({ exported }) => `  ${exported.charAt(0).toUpperCase()}${exported.slice(1)}: ${exported},`,
  );
  return [
    '// Written by lib/tools/generate-operations.ts; do not edit.',
    ...imports,
    '',
    'export const operations = {',
    ...rows,
    '};',
    '',
  ].join('\n');
}

function generateAll(isCheck: boolean): string[] {
  const stale: string[] = [];
  for (const entry of readdirSync(servicesFolder, { withFileTypes: true })) {
    const folder = path.join(servicesFolder, entry.name, 'operations');
    if (!entry.isDirectory() || !existsSync(folder)) continue;
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => ({ name, source: readFileSync(path.join(folder, name), 'utf8') }));
    const target = path.join(servicesFolder, entry.name, 'generated/operations.ts');
    const text = operationsModule(files);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    stale.push(path.relative(process.cwd(), target));
    if (isCheck) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return stale;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const isCheck = process.argv.includes('--check');
  const stale = generateAll(isCheck);
  if (isCheck && stale.length > 0) {
    process.stderr.write(`Out of date: ${stale.join(', ')}. Run "npm run generate" and commit the result.\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(
      stale.length > 0 ? `Wrote ${stale.join(', ')}\n` : 'Operation tables are up to date.\n',
    );
  }
}
