import { fstatSync } from 'node:fs';

/**
 * Resolves at the first request to stop: SIGTERM, SIGINT or SIGHUP, or, when another program started us, its end,
 * which closes our IPC channel and the pipe on our stdin even if it was killed.
 */
export function stopRequested(hasParent: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    if (process.channel) process.once('disconnect', () => resolve('the parent is gone'));
    if (!hasParent || !isPipe(0)) return;
    process.stdin.once('end', () => resolve('the parent is gone'));
    process.stdin.once('error', () => resolve('the parent is gone'));
    process.stdin.resume();
  });
}

function isPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}
