import { readdirSync, readFileSync } from 'node:fs';

/** Linux only: processes whose command or environment has the text, e.g. the data folder, as functions' have. */
export function processesOf(text: string): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return (
        readFileSync(`/proc/${name}/environ`, 'utf8').includes(text) ||
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text)
      );
    } catch {
      return false; // It ended while we looked, or is not ours.
    }
  });
}
