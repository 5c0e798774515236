import fs from 'node:fs';

const pageBytes = 4096;
/** Deeper trees than this belong to a fork bomb, which is killed for its number anyway. */
const processesMax = 4096;

/** Process ids below `pid`, itself first, with their depth. Linux only; elsewhere just `pid`. */
export function processTree(pid: number): { pid: number; depth: number }[] {
  const found = [{ pid, depth: 0 }];
  if (process.platform !== 'linux') return found;
  for (let index = 0; index < found.length && found.length < processesMax; index += 1) {
    const parent = found[index];
    if (!parent) break;
    for (const child of childrenOf(parent.pid)) found.push({ pid: child, depth: parent.depth + 1 });
  }
  return found;
}

function childrenOf(pid: number): number[] {
  try {
    const children: number[] = [];
    for (const task of fs.readdirSync(`/proc/${pid}/task`)) {
      for (const child of fs.readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').split(' ')) {
        if (child !== '') children.push(Number(child));
      }
    }
    return children;
  } catch {
    // The process ended meanwhile.
    return [];
  }
}

/** Resident bytes and number of processes in the tree, leaving out the first `skippedDepth` levels. */
export function measureTree(pid: number, skippedDepth: number): { rssBytes: number; processes: number } {
  let rssBytes = 0;
  let processes = 0;
  for (const entry of processTree(pid)) {
    if (entry.depth < skippedDepth) continue;
    processes += 1;
    try {
      rssBytes +=
        Number(fs.readFileSync(`/proc/${entry.pid}/statm`, 'latin1').split(' ')[1] ?? 0) * pageBytes;
    } catch {
      // The process ended meanwhile, or this is not Linux: the client's own figure remains.
    }
  }
  return { rssBytes, processes };
}

/** SIGKILL to the process group and to every descendant that left the group. */
export function killTree(pid: number): void {
  const tree = processTree(pid);
  sendKill(-pid);
  for (const entry of tree) sendKill(entry.pid);
}

/** SIGTERM to the processes at this depth: a wrapper above them would take everything down with itself. */
export function terminateTree(pid: number, depth: number): void {
  for (const entry of processTree(pid)) if (entry.depth === depth) sendKill(entry.pid, 'SIGTERM');
}

function sendKill(target: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(target, signal);
  } catch {
    // Already gone.
  }
}
