/**
 * The thread in which one query runs. It opens the events' file for reading, beside the one writer; it can be ended at
 * any moment, also in the midst of a regular expression that does not end by itself.
 */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openScan } from '../../../store/scan.ts';
import { BudgetExceeded } from './budget.ts';
import type { WorkerMessage, WorkerTask } from './queries.ts';
import { QueryTimeout, runQuery } from './run-query.ts';

const progressMs = 100;
/**
 * Invocations go first, and a query on a busy machine still has a third of their share. On Linux a priority belongs to
 * the thread; elsewhere it would lower the whole program.
 */
const lowPriority = 5;

const task = workerData as WorkerTask;
const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer);

if (process.platform === 'linux') setPriority(0, lowPriority);
const scan = openScan(task.file);
let last = { scanned: 0, matched: 0, bytes: 0 };
let toldAt = 0;
try {
  const outcome = runQuery(scan, task.job, (counts) => {
    last = counts;
    if (performance.now() - toldAt < progressMs) return;
    toldAt = performance.now();
    send({ kind: 'progress', counts });
  });
  // Bytes change hands without a copy, so that a large result costs the main thread nothing.
  const pages = outcome.pages.map((page) => new TextEncoder().encode(page));
  send(
    { kind: 'done', counts: last, pages, rowCount: outcome.rowCount },
    pages.map(({ buffer }) => buffer),
  );
} catch (error) {
  const isTimeout = error instanceof QueryTimeout;
  const isExpected = isTimeout || error instanceof BudgetExceeded;
  const reason = error instanceof Error ? error : new Error(String(error));
  send({
    kind: 'failed',
    counts: last,
    status: isTimeout ? 'Timeout' : 'Failed',
    reason: isExpected ? reason.message : (reason.stack ?? reason.message),
    isExpected,
  });
} finally {
  scan.close();
}
