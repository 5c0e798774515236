import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { QueryCounts, QueryJob } from './run-query.ts';

export interface WorkerTask {
  readonly file: string;
  readonly job: QueryJob;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly counts: QueryCounts }
  | {
      readonly kind: 'done';
      readonly counts: QueryCounts;
      readonly pages: readonly Uint8Array[];
      readonly rowCount: number;
    }
  | {
      readonly kind: 'failed';
      readonly counts: QueryCounts;
      readonly status: 'Timeout' | 'Failed';
      readonly reason: string;
      readonly isExpected: boolean;
    };

export type QueryStatus = 'Scheduled' | 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout';

export interface QueryRecord {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly logGroupNames: readonly string[];
  readonly queryString: string;
  readonly createdMs: number;
  readonly job: QueryJob;
  status: QueryStatus;
  counts: QueryCounts;
  durationMs: number;
  rowCount: number;
  /** Each a JSON list of rows. */
  pages: readonly Uint8Array[];
}

type NewQuery = Pick<QueryRecord, 'accountId' | 'region' | 'logGroupNames' | 'queryString' | 'job'>;

export interface Queries {
  /** Undefined when the account has as many unfinished queries in the region as it may. */
  start(query: NewQuery): QueryRecord | undefined;
  find(place: { accountId: string; region: string }, id: string): QueryRecord | undefined;
  /** Newest first. */
  list(place: { accountId: string; region: string }): QueryRecord[];
  /** False when the query has ended already. */
  stop(query: QueryRecord): boolean;
  close(): Promise<void>;
}

export interface QueriesOptions {
  /** The file with the events. */
  readonly file: string;
  readonly now: () => number;
  readonly onFailure: (message: string, error: unknown) => void;
}

/** CloudWatch Logs runs so many of an account at once. */
export const unfinishedMax = 30;
/** Threads at once, for all accounts: the others wait, as Scheduled. */
const runningMax = 2;
/** A thread that its own clock does not stop, for a regular expression holds it, is ended this much later. */
const graceMs = 2000;
const keptMax = 500;
const keptBytesMax = 128 * 1024 * 1024;
const threadMemoryMb = 512;

/** The queries of this program's life. Each runs in a thread of its own; results are kept in memory, bounded. */
export function createQueries({ file, now, onFailure }: QueriesOptions): Queries {
  const queries = new Map<string, QueryRecord>();
  const waiting: QueryRecord[] = [];
  const running = new Map<QueryRecord, { worker: Worker; exited: Promise<void> }>();
  let isClosed = false;

  function forgetOldest(): void {
    let bytes = 0;
    const newestFirst = [...queries.values()].reverse();
    for (const [index, query] of newestFirst.entries()) {
      bytes += query.pages.reduce((sum, page) => sum + page.byteLength, 0);
      const isUnfinished = query.status === 'Running' || query.status === 'Scheduled';
      if (!isUnfinished && (index >= keptMax || bytes > keptBytesMax)) queries.delete(query.id);
    }
  }

  function next(): void {
    while (!isClosed && running.size < runningMax) {
      const query = waiting.shift();
      if (!query) return;
      run(query);
    }
  }

  function run(query: QueryRecord): void {
    query.status = 'Running';
    const startedMs = performance.now();
    const worker = openWorker({ file, job: query.job });
    const late = setTimeout(() => finish('Timeout'), query.job.timeMsMax + graceMs);
    const finish = (status: QueryStatus) => {
      clearTimeout(late);
      if (query.status === 'Running') query.status = status;
      query.durationMs = Math.round(performance.now() - startedMs);
      void worker.terminate();
    };
    worker.on('message', (message: WorkerMessage) => {
      if (query.status !== 'Running') return;
      query.counts = message.counts;
      if (message.kind === 'done') {
        query.pages = message.pages;
        query.rowCount = message.rowCount;
        finish('Complete');
        forgetOldest();
      } else if (message.kind === 'failed') {
        if (!message.isExpected) onFailure('a Logs Insights query failed', new Error(message.reason));
        finish(message.status);
      }
    });
    // Out of memory, or a fault of ours: either way the query is over and the program lives.
    worker.on('error', (error) => {
      onFailure('the thread of a Logs Insights query ended', error);
      finish('Failed');
    });
    const exited = new Promise<void>((resolve) => {
      worker.on('exit', () => {
        finish('Failed');
        running.delete(query);
        next();
        resolve();
      });
    });
    running.set(query, { worker, exited });
  }

  const isOf = (query: QueryRecord, place: { accountId: string; region: string }) =>
    query.accountId === place.accountId && query.region === place.region;

  return {
    start(given) {
      const unfinished = [...running.keys(), ...waiting].filter((query) => isOf(query, given));
      if (unfinished.length >= unfinishedMax) return undefined;
      const query: QueryRecord = {
        ...given,
        id: randomUUID(),
        createdMs: now(),
        status: 'Scheduled',
        counts: { scanned: 0, matched: 0, bytes: 0 },
        durationMs: 0,
        rowCount: 0,
        pages: [],
      };
      queries.set(query.id, query);
      waiting.push(query);
      forgetOldest();
      next();
      return query;
    },
    find(place, id) {
      const query = queries.get(id);
      return query && isOf(query, place) ? query : undefined;
    },
    list: (place) => [...queries.values()].filter((query) => isOf(query, place)).reverse(),
    stop(query) {
      if (query.status === 'Scheduled') waiting.splice(waiting.indexOf(query), 1);
      else if (query.status !== 'Running') return false;
      query.status = 'Cancelled';
      void running.get(query)?.worker.terminate();
      return true;
    },
    async close() {
      isClosed = true;
      for (const query of waiting.splice(0)) query.status = 'Cancelled';
      const threads = [...running.values()];
      for (const { worker } of threads) void worker.terminate();
      await Promise.all(threads.map(({ exited }) => exited));
    },
  };
}

/** From the bundle the thread is a file beside it; from source, one that brings its loader. */
function openWorker(task: WorkerTask): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const url = new URL(isSource ? './worker-from-source.mjs' : './insights-worker.js', import.meta.url);
  return new Worker(url, {
    workerData: task,
    // Not the program's own: what is preloaded into it must not run in every thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: threadMemoryMb },
  });
}
