import type { LogEvent, LogSink } from '../../runtimes/launch.ts';
import type { GroupRecord, LogsRepository, StreamRecord } from './repository.ts';

export interface WrittenEvent {
  readonly id: number;
  readonly timestampMs: number;
  readonly ingestedMs: number;
  readonly message: string;
}

/** What a live tail hears of each commit. */
export type WriteListener = (group: GroupRecord, streamName: string, events: readonly WrittenEvent[]) => void;

export interface LogWriter extends LogSink {
  /** Commits everything appended so far. Throws when the disk does. */
  flush(): void;
  /** Writes events of an API caller; committed when it returns. */
  put(group: GroupRecord, stream: StreamRecord, events: readonly LogEvent[]): void;
  subscribe(listener: WriteListener): () => void;
  /** The last flush; nothing is accepted afterwards. */
  close(): void;
}

export interface LogWriterOptions {
  readonly repository: LogsRepository;
  readonly now: () => number;
  /** Told when appended events could not be written and are lost, e.g. because the disk is full. */
  readonly onLost: (eventCount: number, error: unknown) => void;
}

interface Pending {
  readonly accountId: string;
  readonly region: string;
  readonly logGroup: string;
  readonly logStream: string;
  readonly events: LogEvent[];
}

type Place = Omit<Pending, 'events'>;

/** An environment names its stream by one and the same object with every line. */
const keys = new WeakMap<Place, string>();

function keyOf(place: Place): string {
  const known = keys.get(place);
  if (known !== undefined) return known;
  const key = `${place.accountId}/${place.region}/${place.logGroup}:${place.logStream}`;
  keys.set(place, key);
  return key;
}

const flushDelayMs = 50;
const pendingCountMax = 500;
const pendingBytesMax = 4 * 1024 * 1024;
/** CloudWatch Logs' limit for one event; a longer line of a function is split, as Lambda does. */
export const eventBytesMax = 1_048_550;

/**
 * Batches what functions write: one transaction per 50 ms, 500 events or 4 MB, whichever comes first, so that memory
 * stays bounded (a full batch is written on the spot) and a chatty function costs one commit, not thousands.
 */
export function createLogWriter({ repository, now, onLost }: LogWriterOptions): LogWriter {
  const listeners = new Set<WriteListener>();
  let pending = new Map<string, Pending>();
  let pendingCount = 0;
  let pendingBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function takePending(): { batch: Map<string, Pending>; count: number } {
    clearTimeout(timer);
    timer = undefined;
    const taken = { batch: pending, count: pendingCount };
    pending = new Map();
    pendingCount = 0;
    pendingBytes = 0;
    return taken;
  }

  function flush(): void {
    if (pendingCount === 0) return;
    const { batch, count } = takePending();
    const notices: (() => void)[] = [];
    try {
      repository.transaction(() => {
        for (const part of batch.values()) {
          const { group, stream } = ensureStream(part);
          const written = insert(group, stream, part.events);
          notices.push(() => announce(group, stream.name, written));
        }
      });
    } catch (error) {
      onLost(count, error);
      throw error;
    }
    for (const notice of notices) notice();
  }

  function flushQuietly(): void {
    try {
      flush();
    } catch {
      // onLost has been told; a sink must not throw into the function that logs.
    }
  }

  function ensureStream(part: Pending): { group: GroupRecord; stream: StreamRecord } {
    const key = { accountId: part.accountId, region: part.region, name: part.logGroup };
    let group = repository.findGroup(key);
    if (!group) {
      repository.insertGroup(key, now(), {});
      group = repository.findGroup(key);
    }
    if (!group) throw new Error('a log group was not found right after it was created');
    let stream = repository.findStream(group.id, part.logStream);
    if (!stream) {
      repository.insertStream(group.id, part.logStream, now());
      stream = repository.findStream(group.id, part.logStream);
    }
    if (!stream) throw new Error('a log stream was not found right after it was created');
    return { group, stream };
  }

  function insert(group: GroupRecord, stream: StreamRecord, events: readonly LogEvent[]): WrittenEvent[] {
    const ingestedMs = now();
    let firstMs = Number.MAX_SAFE_INTEGER;
    let lastMs = 0;
    let total = 0;
    const measured = events.map(({ timestamp, message }) => {
      const byteCount = Buffer.byteLength(message);
      firstMs = Math.min(firstMs, timestamp);
      lastMs = Math.max(lastMs, timestamp);
      total += byteCount;
      return { timestampMs: timestamp, byteCount, message };
    });
    repository.insertEvents({ groupId: group.id, streamId: stream.id, ingestedMs }, measured);
    repository.touchStream(stream.id, firstMs, lastMs, ingestedMs);
    repository.addStoredBytes(group.id, total);
    // Ids grow by one with every event of a transaction.
    const firstId = repository.lastEventId() - events.length + 1;
    return measured.map(({ timestampMs, message }, index) => ({
      id: firstId + index,
      timestampMs,
      ingestedMs,
      message,
    }));
  }

  function announce(group: GroupRecord, streamName: string, events: readonly WrittenEvent[]): void {
    for (const listener of listeners) listener(group, streamName, events);
  }

  return {
    append(where, events) {
      if (isClosed || events.length === 0) return;
      const key = keyOf(where);
      let part = pending.get(key);
      if (!part) {
        part = { ...where, events: [] };
        pending.set(key, part);
      }
      for (const event of events) {
        for (const piece of splitMessage(event.message)) {
          part.events.push({ timestamp: Math.floor(event.timestamp), message: piece });
          pendingCount += 1;
          pendingBytes += piece.length;
        }
      }
      if (pendingCount >= pendingCountMax || pendingBytes >= pendingBytesMax) flushQuietly();
      else timer ??= setTimeout(flushQuietly, flushDelayMs);
    },
    flush,
    put(group, stream, events) {
      flush();
      const written = repository.transaction(() => insert(group, stream, events));
      announce(group, stream.name, written);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      flushQuietly();
    },
  };
}

/** Cut by UTF-16 units at a third of the limit: a unit is at most three bytes of UTF-8. */
function splitMessage(message: string): string[] {
  if (message.length * 3 <= eventBytesMax || Buffer.byteLength(message) <= eventBytesMax) return [message];
  const size = Math.floor(eventBytesMax / 3) - 1;
  const pieces: string[] = [];
  let at = 0;
  while (at < message.length) {
    let end = Math.min(at + size, message.length);
    const isHighSurrogate = (message.charCodeAt(end - 1) & 0xfc00) === 0xd800;
    if (end < message.length && isHighSurrogate) end -= 1;
    pieces.push(message.slice(at, end));
    at = end;
  }
  return pieces;
}
