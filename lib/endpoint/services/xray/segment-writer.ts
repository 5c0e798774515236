import { factsOf } from './facts.ts';
import { milliseconds, secondsOfTrace, type IncomingSegment } from './records.ts';
import type { TracesRepository } from './repository.ts';
import { parseSegment } from './rules/segment.ts';

export interface SegmentWriter {
  /** Takes documents that passed their checks. Never throws and does not wait; on disk within half a second. */
  add(segments: readonly IncomingSegment[]): void;
  /** Writes everything added so far. Throws when the disk does. */
  flush(): void;
  close(): void;
}

export interface TraceLimits {
  /** All documents together; beyond it the traces that did not change for longest go. */
  readonly bytesMax: number;
  /** AWS's limit of one trace; documents beyond it are left out. */
  readonly traceBytesMax: number;
  readonly traceSegmentsMax: number;
  readonly keptMs: number;
}

const flushDelayMs = 500;
const pendingMax = 2000;
const sweepEveryMs = 60_000;
/** Traces that go in one turn; the rest go with the next. */
const sweepMax = 500;
const defaultLimits: TraceLimits = {
  bytesMax: 256 * 1024 * 1024,
  traceBytesMax: 500 * 1024,
  traceSegmentsMax: 2000,
  keptMs: 30 * 86_400_000,
};

export function createSegmentWriter(options: {
  readonly repository: TracesRepository;
  readonly now: () => number;
  readonly onLost: (count: number, error: unknown) => void;
  readonly limits?: Partial<TraceLimits>;
}): SegmentWriter {
  const { repository, now, onLost } = options;
  const limits = { ...defaultLimits, ...options.limits };
  let pending: IncomingSegment[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let totalBytes = repository.totalBytes();
  let sweptMs = 0;

  /** All documents of one trace that came since the last turn; says by how much the trace grew. */
  function save(segments: readonly IncomingSegment[]): number {
    const [first] = segments;
    if (!first) return 0;
    const before = repository.findTrace(first);
    const known = repository.documentsOf(first);
    let bytes = known.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    let count = known.length;
    let isCut = before?.isCut ?? false;
    for (const segment of segments) {
      const size = Buffer.byteLength(segment.text);
      const isTooMuch = count >= limits.traceSegmentsMax || bytes + size > limits.traceBytesMax;
      isCut ||= isTooMuch;
      if (isTooMuch) continue;
      repository.saveSegment(segment);
      count += 1;
      bytes += size;
    }
    const documents = repository.documentsOf(first);
    const facts = factsOf(documents.map(parseSegment));
    const size = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const { accountId, region, traceId } = first;
    repository.saveTrace({
      accountId,
      region,
      traceId,
      startedMs: secondsOfTrace(traceId) * 1000,
      updatedMs: now(),
      endedMs: milliseconds(facts.endS),
      revision: (before?.revision ?? 0) + 1,
      bytes: size,
      isCut,
      facts,
    });
    return size - (before?.bytes ?? 0);
  }

  function sweep(): void {
    const isFull = totalBytes > limits.bytesMax;
    if (!isFull && now() - sweptMs < sweepEveryMs) return;
    sweptMs = now();
    const beforeMs = isFull ? Number.MAX_SAFE_INTEGER : now() - limits.keptMs;
    const gone = repository.transaction(() => {
      let bytes = 0;
      for (const trace of repository.oldestTraces(beforeMs, sweepMax)) {
        if (isFull && totalBytes - bytes <= limits.bytesMax) break;
        repository.deleteTrace(trace.key);
        bytes += trace.bytes;
      }
      return bytes;
    });
    totalBytes -= gone;
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending.length === 0) return;
    const batch = pending;
    pending = [];
    const byTrace = new Map<string, IncomingSegment[]>();
    for (const segment of batch) {
      const id = `${segment.accountId}/${segment.region}/${segment.traceId}`;
      const segments = byTrace.get(id);
      if (segments) segments.push(segment);
      else byTrace.set(id, [segment]);
    }
    try {
      totalBytes += repository.transaction(() =>
        [...byTrace.values()].reduce((sum, segments) => sum + save(segments), 0),
      );
      sweep();
    } catch (error) {
      onLost(batch.length, error);
      throw error;
    }
  }

  function flushQuietly(): void {
    try {
      flush();
    } catch {
      // onLost has been told; a trace must not fail what is traced.
    }
  }

  return {
    add(segments) {
      if (isClosed || segments.length === 0) return;
      pending.push(...segments);
      if (pending.length >= pendingMax) flushQuietly();
      else timer ??= setTimeout(flushQuietly, flushDelayMs).unref();
    },
    flush,
    close() {
      flushQuietly();
      isClosed = true;
    },
  };
}
