import type { Scan, ScanValue } from '../../../store/scan.ts';
import type { Condition } from './plan.ts';

/** One event as a scan reads it. */
export interface ScannedEvent {
  readonly id: number;
  readonly streamId: number;
  readonly timestampMs: number;
  readonly ingestedMs: number;
  readonly byteCount: number;
  /** Undefined when it is not asked for, or too large to be read with many others. */
  readonly message: string | undefined;
}

export interface EventWindow {
  readonly groupId: number;
  readonly startMs: number;
  /** Before this place, newest first. */
  readonly beforeMs: number;
  readonly beforeId: number;
}

export interface ScannedChunk {
  readonly events: readonly ScannedEvent[];
  /** Of all events passed, those that a condition kept back among them. */
  readonly count: number;
  readonly byteCount: number;
  /** Where to go on; undefined at the end. */
  readonly next: { readonly beforeMs: number; readonly beforeId: number } | undefined;
}

/** Larger messages are read one by one, so that the events of one read are bounded in memory. */
const togetherBytesMax = 65_536;

const inWindow = `FROM logs_event WHERE group_id = :groupId AND timestamp_ms >= :startMs
  AND (timestamp_ms, id) < (:beforeMs, :beforeId)`;
const newestFirst = 'ORDER BY timestamp_ms DESC, id DESC';

/** All SQL of Logs Insights' scans; it runs in a thread of its own. */
export function createScanRepository(scan: Scan, needsMessage: boolean, conditions: readonly Condition[]) {
  const message = needsMessage ? `CASE WHEN byte_count <= ${togetherBytesMax} THEN message END` : 'NULL';
  const columns = `id, stream_id, timestamp_ms, ingested_ms, byte_count, ${message}`;
  const wanted = writeConditions(conditions);

  /** Without conditions one statement reads the events and tells where they end. */
  function readAll(window: EventWindow, size: number): ScannedChunk {
    const rows = scan.rows(`SELECT ${columns} ${inWindow} ${newestFirst} LIMIT :size`, { ...window, size });
    const events = rows.map(toEvent);
    const last = events.at(-1);
    return {
      events,
      count: events.length,
      byteCount: events.reduce((sum, event) => sum + event.byteCount, 0),
      next: last && events.length === size ? { beforeMs: last.timestampMs, beforeId: last.id } : undefined,
    };
  }

  /** With conditions what does not pass is counted where it lies. */
  function readPassing(window: EventWindow, size: number): ScannedChunk {
    const [bound] = scan.rows(`SELECT timestamp_ms, id ${inWindow} ${newestFirst} LIMIT 1 OFFSET :offset`, {
      ...window,
      offset: size - 1,
    });
    const [lastMs, lastId] = bound ? [Number(bound[0]), Number(bound[1])] : [window.startMs, 0];
    const until = { ...window, lastMs, lastId };
    const inChunk = `${inWindow} AND (timestamp_ms, id) >= (:lastMs, :lastId)`;
    const [totals] = scan.rows(`SELECT count(*), ifnull(sum(byte_count), 0) ${inChunk}`, until);
    const rows = scan.rows(`SELECT ${columns} ${inChunk} AND ${wanted.sql} ${newestFirst}`, {
      ...until,
      ...wanted.parameters,
    });
    return {
      events: rows.map(toEvent),
      count: Number(totals?.[0] ?? 0),
      byteCount: Number(totals?.[1] ?? 0),
      next: bound ? { beforeMs: lastMs, beforeId: lastId } : undefined,
    };
  }

  return {
    read: conditions.length === 0 ? readAll : readPassing,
    messageOf(eventId: number): string | undefined {
      const [row] = scan.rows('SELECT message FROM logs_event WHERE id = :eventId', { eventId });
      return row && String(row[0]);
    },
    /** Undefined of a stream that was deleted, whose events wait for the clean-up. */
    streamName(streamId: number): string | undefined {
      const [row] = scan.rows('SELECT name FROM logs_stream WHERE id = :streamId', { streamId });
      return row && String(row[0]);
    },
  };
}

/** Only their number and kind shape the SQL; the texts are parameters. */
function writeConditions(conditions: readonly Condition[]) {
  const parameters: Record<string, string> = {};
  let count = 0;
  const parts = conditions.map(({ texts, isAtStart }) => {
    const tests = texts.map((text) => {
      const name = `text${(count += 1)}`;
      parameters[name] = text;
      return isAtStart ? `substr(message, 1, length(:${name})) = :${name}` : `instr(message, :${name}) > 0`;
    });
    return `(${tests.join(' OR ')})`;
  });
  return { sql: parts.join(' AND '), parameters };
}

function toEvent(row: readonly ScanValue[]): ScannedEvent {
  return {
    id: Number(row[0]),
    streamId: Number(row[1]),
    timestampMs: Number(row[2]),
    ingestedMs: Number(row[3]),
    byteCount: Number(row[4]),
    message: typeof row[5] === 'string' ? row[5] : undefined,
  };
}
