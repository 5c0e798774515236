import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './files.ts';
import { projectFolder } from './project.ts';

/** Lines above which a file is split, by part of the house; the first row that matches counts. */
export const sizeLimits: readonly {
  readonly part: string;
  readonly files: RegExp;
  readonly linesMax: number;
}[] = [
  { part: 'generated', files: /\/generated\//, linesMax: Infinity },
  { part: 'texts', files: /^lib\/i18n\/messages\//, linesMax: 500 },
  { part: 'tests and page models', files: /(^e2e\/|\.test\.tsx?$|^lib\/endpoint\/tests\/)/, linesMax: 500 },
  { part: 'components/ui', files: /^components\/ui\//, linesMax: 300 },
  { part: 'components', files: /^components\//, linesMax: 250 },
  { part: 'app', files: /^app\//, linesMax: 150 },
  { part: 'lib/actions', files: /^lib\/actions\//, linesMax: 150 },
  { part: 'operations', files: /^lib\/endpoint\/services\/[^/]+\/operations\//, linesMax: 200 },
  // A client of a runtime is one file without imports: it is copied beside other people's code.
  { part: 'launchers', files: /^lib\/endpoint\/runtimes\/launchers\//, linesMax: 550 },
  { part: 'endpoint', files: /^lib\/endpoint\//, linesMax: 350 },
  { part: 'lib', files: /^lib\//, linesMax: 250 },
];

/** The problem with a file of so many lines, if there is one. */
export function sizeProblem(file: string, lines: number): string | undefined {
  const limit = sizeLimits.find(({ files }) => files.test(file));
  if (limit === undefined || lines <= limit.linesMax) return undefined;
  return `${file} has ${lines} lines; a file of ${limit.part} is split above ${limit.linesMax}.`;
}

/** Measures every source file. */
export async function checkSizes(folder: string = projectFolder): Promise<string[]> {
  const lists = await Promise.all(['app', 'components', 'lib', 'e2e'].map((root) => listFiles(folder, root)));
  const files = lists.flat().filter((file) => /\.(tsx?|mjs)$/.test(file));
  const problems = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      return sizeProblem(file, text.split('\n').length - 1);
    }),
  );
  return problems.filter((problem) => problem !== undefined);
}
