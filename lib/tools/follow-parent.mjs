// Preloaded into every program that a tool starts. The tool holds the other end of its standard input: when the
// tool is gone, even by kill -9, the input ends and the program stops as if it had been asked to.

import { fstatSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const graceMs = 4000;
const input = fstatSync(0);

// Not a pipe or socket: started by someone else, who has their own way of stopping it. Worker threads are given this
// file as well, and an input that ends at once.
if (isMainThread && (input.isFIFO() || input.isSocket())) {
  process.stdin.once('close', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), graceMs).unref();
  });
  process.stdin.once('error', () => process.stdin.destroy());
  process.stdin.resume();
  // Watching must not keep a program alive that has nothing left to do.
  process.stdin.unref();
}
