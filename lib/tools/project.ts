import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Absolute path of a file of the checkout. */
export function inProject(...parts: readonly string[]): string {
  return path.join(projectFolder, ...parts);
}

/** A line for the person at the terminal. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}
