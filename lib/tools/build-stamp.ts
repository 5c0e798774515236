import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './files.ts';
import { projectFolder } from './project.ts';

/** What a build is made from, relative to the checkout; folders count with everything in them. */
export interface BuildInputs {
  readonly paths: readonly string[];
  /** Folders inside `paths` that do not matter. */
  readonly except?: readonly string[];
}

const notBuilt = /\.test\.tsx?$/;

/**
 * A hash of the sources, the lockfile and the Node major version: equal hashes mean that a build would come out
 * the same.
 */
export async function hashInputs(inputs: BuildInputs, folder: string = projectFolder): Promise<string> {
  const lists = await Promise.all(
    [...inputs.paths, 'package.json', 'package-lock.json'].map((name) => listFiles(folder, name)),
  );
  const files = lists
    .flat()
    .filter((file) => !notBuilt.test(file) && !inputs.except?.some((part) => file.startsWith(`${part}/`)))
    .sort();
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\n`);
  for (const file of files) hash.update(`${file}\n`).update(await readFile(path.join(folder, file)));
  return hash.digest('hex');
}

/** True when the stamp file says that the build beside it was made from these inputs. */
export async function isFresh(stampFile: string, hash: string): Promise<boolean> {
  return (await readFile(stampFile, 'utf8').catch(() => '')) === hash;
}

/** Written last, so that a build that was interrupted counts as none. */
export async function writeStamp(stampFile: string, hash: string): Promise<void> {
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, hash);
}
