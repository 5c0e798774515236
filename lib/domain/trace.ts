/** A trace as a waterfall: every segment with its place in time. */

export interface TraceRow {
  readonly id: string;
  readonly name: string;
  /** AWS::Lambda::Function, a called service, or nothing. */
  readonly origin: string;
  readonly depth: number;
  /** Milliseconds since the first segment began. */
  readonly startMs: number;
  /** Undefined while it still runs. */
  readonly durationMs: number | undefined;
  readonly outcome: TraceOutcome;
  /** `GET https://… 200`; undefined for what was no request. */
  readonly http: string | undefined;
  readonly annotations: readonly TraceAnnotation[];
  readonly errors: readonly TraceError[];
}

export interface TraceAnnotation {
  readonly key: string;
  readonly value: string;
}

export interface TraceError {
  readonly type: string;
  readonly message: string;
  /** `label (path:line)`. */
  readonly stack: readonly string[];
}

export type TraceOutcome = 'ok' | 'fault' | 'error' | 'throttle';

interface Segment {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly origin?: unknown;
  readonly namespace?: unknown;
  readonly parent_id?: unknown;
  readonly start_time?: unknown;
  readonly end_time?: unknown;
  readonly fault?: unknown;
  readonly error?: unknown;
  readonly throttle?: unknown;
  readonly subsegments?: unknown;
  readonly http?: unknown;
  readonly annotations?: unknown;
  readonly cause?: unknown;
}

const isSegment = (value: unknown): value is Segment => typeof value === 'object' && value !== null;
const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const timeOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** Segments nested deeper than this are drawn at this depth. */
const depthMax = 8;
const rowsMax = 500;
const detailsMax = 50;

function outcomeOf(segment: Segment): TraceOutcome {
  if (segment.throttle === true) return 'throttle';
  if (segment.fault === true) return 'fault';
  return segment.error === true ? 'error' : 'ok';
}

function httpOf({ http }: Segment): string | undefined {
  const { request, response } = membersOf(http);
  const { method, url } = membersOf(request);
  const { status } = membersOf(response);
  const words = [textOf(method), textOf(url), typeof status === 'number' ? String(status) : ''];
  return words.filter((word) => word !== '').join(' ') || undefined;
}

function annotationsOf({ annotations }: Segment): TraceAnnotation[] {
  return Object.entries(membersOf(annotations))
    .slice(0, detailsMax)
    .map(([key, value]) => ({ key, value: String(value) }));
}

/** A cause may also be the id of an exception that stands further down; that is shown there. */
function errorsOf({ cause }: Segment): TraceError[] {
  return listOf(membersOf(cause)['exceptions'])
    .slice(0, detailsMax)
    .map((exception) => {
      const { type, message, stack } = membersOf(exception);
      return {
        type: textOf(type),
        message: textOf(message),
        stack: listOf(stack).slice(0, detailsMax).map(frameOf),
      };
    });
}

function frameOf(frame: unknown): string {
  const { path, line, label } = membersOf(frame);
  const where = `${textOf(path)}${typeof line === 'number' ? `:${line}` : ''}`;
  return textOf(label) === '' ? where : `${textOf(label)} (${where})`;
}

/** Documents of X-Ray as rows: parents before their children, each level by time. Unreadable ones are left out. */
export function traceRows(documents: readonly string[]): readonly TraceRow[] {
  const segments = documents.flatMap((text): Segment[] => {
    try {
      const parsed: unknown = JSON.parse(text);
      return isSegment(parsed) ? [parsed] : [];
    } catch {
      return [];
    }
  });
  const inside = (segment: Segment): Segment[] =>
    (Array.isArray(segment.subsegments) ? segment.subsegments : []).filter(isSegment);
  const known = new Set<string>();
  const note = (segment: Segment): void => {
    known.add(textOf(segment.id));
    inside(segment).forEach(note);
  };
  segments.forEach(note);
  const byTime = (a: Segment, b: Segment) => (timeOf(a.start_time) ?? 0) - (timeOf(b.start_time) ?? 0);
  const firstSeconds = Math.min(...segments.map(({ start_time }) => timeOf(start_time) ?? Infinity));
  const rows: TraceRow[] = [];
  const seen = new Set<Segment>();
  const add = (segment: Segment, depth: number): void => {
    if (seen.has(segment) || rows.length >= rowsMax) return;
    seen.add(segment);
    const start = timeOf(segment.start_time) ?? firstSeconds;
    const end = timeOf(segment.end_time);
    const id = textOf(segment.id);
    rows.push({
      id: id || String(rows.length),
      name: textOf(segment.name),
      origin: textOf(segment.origin) || textOf(segment.namespace),
      depth: Math.min(depth, depthMax),
      startMs: (start - firstSeconds) * 1_000,
      durationMs: end === undefined ? undefined : (end - start) * 1_000,
      outcome: outcomeOf(segment),
      http: httpOf(segment),
      annotations: annotationsOf(segment),
      errors: errorsOf(segment),
    });
    const children = [
      ...inside(segment),
      ...segments.filter(({ parent_id }) => id !== '' && textOf(parent_id) === id),
    ];
    for (const child of children.sort(byTime)) add(child, depth + 1);
  };
  const roots = segments.filter(({ parent_id }) => !known.has(textOf(parent_id)));
  for (const root of roots.sort(byTime)) add(root, 0);
  return rows;
}
