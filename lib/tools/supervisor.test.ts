import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inProject } from './project.ts';
import { startProgram, waitForHealth } from './supervisor.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-supervisor-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A program that writes its pid and that of a child of its own, and would run for ever. */
async function writeLongRunner(): Promise<string> {
  const file = path.join(folder, 'runner.mjs');
  await writeFile(
    file,
    `import { spawn } from 'node:child_process';
     import { writeFileSync } from 'node:fs';
     const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
     writeFileSync(${JSON.stringify(path.join(folder, 'pids'))}, process.pid + ' ' + child.pid);
     process.on('SIGTERM', () => process.exit(0));
     setInterval(() => {}, 1000);`,
  );
  return file;
}

const readPids = () =>
  vi.waitFor(
    async () => {
      const pids = (await readFile(path.join(folder, 'pids'), 'utf8')).split(' ').map(Number);
      expect(pids).toHaveLength(2);
      return pids;
    },
    { timeout: 10_000 },
  );

describe('startProgram', () => {
  it('ends a program with everything it started', async () => {
    const program = startProgram({ name: 'Runner', args: [await writeLongRunner()], output: 'held' });
    const pids = await readPids();
    await program.stop();
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5000 });
  });

  it('leaves no program behind when its starter is killed', async () => {
    const runner = await writeLongRunner();
    const starter = path.join(folder, 'starter.ts');
    await writeFile(
      starter,
      `import { startProgram } from ${JSON.stringify(pathToFileURL(inProject('lib/tools/supervisor.ts')).href)};
       startProgram({ name: 'Runner', args: [${JSON.stringify(runner)}], output: 'held' });`,
    );
    const tool = spawn(process.execPath, ['--import', 'tsx', starter], { cwd: inProject(), stdio: 'ignore' });
    const [pid = -1, grandchild = -1] = await readPids();
    tool.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
    if (isAlive(grandchild)) process.kill(grandchild); // What a program starts is its own to end.
  });

  it('says what a program said when it ends before it is ready', async () => {
    const program = startProgram({
      name: 'Runner',
      args: ['-e', 'console.error("The folder is locked."); process.exit(1)'],
      output: 'held',
    });
    await expect(waitForHealth(program, 'http://127.0.0.1:9/', 10_000)).rejects.toThrow(
      'The folder is locked.',
    );
    expect((await program.exited).code).toBe(1);
  });
});
