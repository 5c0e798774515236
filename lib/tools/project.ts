import path from 'node:path';

/** Absolute path of the checkout. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Absolute path of a file of the checkout. */
export function inProject(...parts: readonly string[]): string {
  return path.join(projectFolder, ...parts);
}

/** A line for the person at the terminal. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}
