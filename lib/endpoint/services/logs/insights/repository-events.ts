import type { Scan, ScanValue } from '../../../store/scan.ts';
import type { Condition } from './plan.ts';

/** One event as a scan reads it. */
export interface ScannedEvent {
  readonly id: number;
  readonly streamId: number;
  readonly timestampMs: number;
  readonly ingestedMs: number;
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
/** Parts messages from one another, and stands for one that is too large to be read with the others. */
const [separator, tooLarge] = ['\u001f', '\u001e'];

const inWindow = `FROM logs_event WHERE group_id = :groupId AND timestamp_ms >= :startMs
  AND (timestamp_ms, id) < (:beforeMs, :beforeId)`;
/** One lower bound only: with a second, SQLite may walk from that one, through the whole group for every chunk. */
const inChunk = `FROM logs_event WHERE group_id = :groupId
  AND (timestamp_ms, id) >= (:lastMs, :lastId) AND (timestamp_ms, id) < (:beforeMs, :beforeId)`;
const newestFirst = 'ORDER BY timestamp_ms DESC, id DESC';

/** All SQL of Logs Insights' scans; it runs in a thread of its own. */
export function createScanRepository(
  scan: Scan,
  needs: { readonly message: boolean; readonly ingestion: boolean },
  conditions: readonly Condition[],
) {
  const columns = [
    'id, stream_id, timestamp_ms, byte_count',
    needs.ingestion ? 'ingested_ms' : 'NULL AS ingested_ms',
    needs.message
      ? `CASE WHEN byte_count <= ${togetherBytesMax} THEN message ELSE char(30) END AS message`
      : 'NULL AS message',
  ].join(', ');
  const wanted = writeConditions(conditions);

  /**
   * The events of a selection as one row: each column in one text. The driver hands over a row at a time, which costs
   * more than twice as much as reading the events.
   */
  function readPacked(selection: string, parameters: Parameters): PackedEvents {
    const inner = `SELECT ${columns} ${selection}`;
    const [row] = scan.rows(
      `SELECT count(*), ifnull(sum(byte_count), 0), group_concat(id), group_concat(stream_id),
         group_concat(timestamp_ms), group_concat(ingested_ms), group_concat(message, char(31)) FROM (${inner})`,
      parameters,
    );
    const [count, byteCount] = [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)];
    const [ids, streamIds, times, ingested] = [2, 3, 4, 5].map((index) => toNumbers(row?.[index]));
    const messages = typeof row?.[6] === 'string' ? row[6].split(separator) : [];
    if (needs.message && count > 0 && messages.length !== count) {
      // A message has the separator in it: this once each event is a row.
      return { events: scan.rows(inner, parameters).map(toEvent), byteCount };
    }
    const events = Array.from({ length: count }, (_, index) => ({
      id: ids?.[index] ?? 0,
      streamId: streamIds?.[index] ?? 0,
      timestampMs: times?.[index] ?? 0,
      ingestedMs: ingested?.[index] ?? 0,
      message: messages[index] === tooLarge ? undefined : messages[index],
    }));
    return { events, byteCount };
  }

  /** Without conditions one statement reads the events and tells where they end. */
  function readAll(window: EventWindow, size: number): ScannedChunk {
    const { events, byteCount } = readPacked(`${inWindow} ${newestFirst} LIMIT :size`, { ...window, size });
    const last = events.at(-1);
    const isFull = last !== undefined && events.length === size;
    const next = isFull ? { beforeMs: last.timestampMs, beforeId: last.id } : undefined;
    return { events, count: events.length, byteCount, next };
  }

  /** With conditions what does not pass is counted where it lies. */
  function readPassing(window: EventWindow, size: number): ScannedChunk {
    const [bound] = scan.rows(`SELECT timestamp_ms, id ${inWindow} ${newestFirst} LIMIT 1 OFFSET :offset`, {
      ...window,
      offset: size - 1,
    });
    const [lastMs, lastId] = bound ? [Number(bound[0]), Number(bound[1])] : [window.startMs, 0];
    const { groupId, beforeMs, beforeId } = window;
    const chunk = { groupId, beforeMs, beforeId, lastMs, lastId };
    const [totals] = scan.rows(`SELECT count(*), ifnull(sum(byte_count), 0) ${inChunk}`, chunk);
    const selection = `${inChunk} AND ${wanted.sql} ${newestFirst}`;
    return {
      events: readPacked(selection, { ...chunk, ...wanted.parameters }).events,
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

type Parameters = Readonly<Record<string, string | number>>;

interface PackedEvents {
  readonly events: readonly ScannedEvent[];
  readonly byteCount: number;
}

/** `1,2,3` of a column that has only integers; nothing of one that was not read. */
function toNumbers(text: ScanValue | undefined): number[] {
  return typeof text === 'string' ? (JSON.parse(`[${text}]`) as number[]) : [];
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
  const message = typeof row[5] === 'string' && row[5] !== tooLarge ? row[5] : undefined;
  return {
    id: Number(row[0]),
    streamId: Number(row[1]),
    timestampMs: Number(row[2]),
    ingestedMs: Number(row[4] ?? 0),
    message,
  };
}
