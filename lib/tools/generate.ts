import { spawnSync } from 'node:child_process';
import { inProject, projectFolder } from './project.ts';

/** Writes every generated file of the checkout anew. */
export function run(args: readonly string[]): number {
  const generator = inProject('lib/tools/generate-operations.ts');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', generator, ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  return status ?? 1;
}
