import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { checkMessages } from './check-messages.ts';
import { checkRooms } from './check-rooms.ts';
import { checkSizes } from './check-sizes.ts';
import { inProject, print, projectFolder } from './project.ts';

interface Check {
  readonly name: string;
  /** Problems to print, empty when the check passes. */
  readonly find: () => Promise<string[]> | string[];
}

/** Longest first: two run at a time, and the short ones fill the gaps. */
const checks: readonly Check[] = [
  { name: 'lint', find: () => program('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'types', find: () => program('typescript/bin/tsc', ['-p', 'tsconfig.json', '--pretty', 'false']) },
  {
    name: 'types of the endpoint',
    find: () => program('typescript/bin/tsc', ['-p', 'lib/endpoint/tsconfig.json', '--pretty', 'false']),
  },
  {
    name: 'format',
    find: () => program('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'generated', find: () => node(['--import', 'tsx', 'lib/tools/generate-operations.ts', '--check']) },
  { name: 'rooms', find: () => checkRooms() },
  { name: 'texts', find: () => checkMessages() },
  { name: 'sizes', find: () => checkSizes() },
];
const atOnce = 2;

/** Format, lint, types, rooms, generated files, texts and sizes; everything that can be said without running. */
export async function run(): Promise<number> {
  await writeNextTypes();
  const waiting = [...checks];
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const startedAt = performance.now();
      const problems = await check.find();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      print(`${problems.length === 0 ? 'ok    ' : 'failed'}  ${check.name} (${seconds} s)`);
      for (const problem of problems) print(`        ${problem.replaceAll('\n', '\n        ')}`);
      if (problems.length > 0) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  print(failed === 0 ? 'All checks pass.' : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
}

const program = (file: string, args: readonly string[]) => node([inProject('node_modules', file), ...args]);

/** Runs a Node program; its output is the problem when it fails. */
async function node(args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return code === 0 ? [] : [output.trim() || `exit code ${code}`];
}

/** Next writes this file when it builds or starts; types must be checkable in a fresh clone as well. */
async function writeNextTypes(): Promise<void> {
  const file = inProject('next-env.d.ts');
  if (existsSync(file)) return;
  await writeFile(
    file,
    '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
  );
}
