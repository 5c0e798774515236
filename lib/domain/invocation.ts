/** One invocation as the console shows it, and how its figures are read out of Lambda's log lines. */

/** The figures of a REPORT line; a figure that the line does not have is undefined. */
export interface ReportFigures {
  readonly durationMs: number | undefined;
  readonly billedDurationMs: number | undefined;
  readonly memorySizeMb: number | undefined;
  readonly maxMemoryUsedMb: number | undefined;
  readonly initDurationMs: number | undefined;
}

export interface InvocationResult {
  readonly requestId: string;
  readonly statusCode: number;
  /** AWS's word (`Unhandled`); undefined for a success. */
  readonly functionError: string | undefined;
  readonly executedVersion: string | undefined;
  /** What the function answered, as text; cut at `payloadShownMax`. */
  readonly payload: string;
  readonly payloadBytes: number;
  /** Last 4 KB of the log. */
  readonly log: string;
  readonly report: ReportFigures;
  /** Undefined when it was not traced. */
  readonly traceId: string | undefined;
  /** Of a streamed response: milliseconds until its first piece; absent when it was not streamed. */
  readonly firstByteMs?: number | undefined;
  /** Of a streamed response that ended in an error: what came before. */
  readonly partialResponse?: string;
  /** Milliseconds between our request and the answer, as the console measured them. */
  readonly roundTripMs: number;
  /** ISO time at which it was sent. */
  readonly at: string;
}

/** The error document of a managed runtime. */
export interface FunctionErrorDocument {
  readonly errorType: string | undefined;
  readonly errorMessage: string | undefined;
  readonly stackTrace: readonly string[];
}

function figure(line: string, label: string): number | undefined {
  const found = new RegExp(`(?:^|\\t)${label}: ([\\d.]+) (?:ms|MB)`).exec(line)?.[1];
  return found === undefined ? undefined : Number(found);
}

function jsonReport(log: string, requestId: string): ReportFigures | undefined {
  for (const line of log.split('\n')) {
    if (!line.includes('"platform.report"') || !line.includes(requestId)) continue;
    try {
      const { record } = JSON.parse(line) as { record?: { metrics?: Record<string, unknown> } };
      const metric = (name: string) => {
        const value = record?.metrics?.[name];
        return typeof value === 'number' ? value : undefined;
      };
      return {
        durationMs: metric('durationMs'),
        billedDurationMs: metric('billedDurationMs'),
        memorySizeMb: metric('memorySizeMB'),
        maxMemoryUsedMb: metric('maxMemoryUsedMB'),
        initDurationMs: metric('initDurationMs'),
      };
    } catch {
      return undefined; // The tail may begin in the middle of a line.
    }
  }
  return undefined;
}

/** Reads the REPORT of one request out of a log tail, in text or JSON format; all undefined when it is not there. */
export function reportFigures(log: string, requestId: string): ReportFigures {
  const line = log.split('\n').find((text) => text.includes(`REPORT RequestId: ${requestId}`));
  if (line === undefined) {
    const missing = {
      durationMs: undefined,
      billedDurationMs: undefined,
      memorySizeMb: undefined,
      maxMemoryUsedMb: undefined,
      initDurationMs: undefined,
    };
    return jsonReport(log, requestId) ?? missing;
  }
  return {
    durationMs: figure(line, 'Duration'),
    billedDurationMs: figure(line, 'Billed Duration'),
    memorySizeMb: figure(line, 'Memory Size'),
    maxMemoryUsedMb: figure(line, 'Max Memory Used'),
    initDurationMs: figure(line, 'Init Duration'),
  };
}

/** The trace of a request that was traced, by its REPORT in text or JSON format. */
export function reportTraceId(log: string, requestId: string): string | undefined {
  const lines = log.split('\n');
  const at = lines.findIndex((text) => text.includes(`REPORT RequestId: ${requestId}`));
  const told = lines[at + 1] ?? '';
  const inText = at < 0 ? undefined : /^XRAY TraceId: (1-[0-9a-f]{8}-[0-9a-f]{24})\t/.exec(told)?.[1];
  const json = lines.find((text) => text.includes('"platform.report"') && text.includes(requestId));
  return inText ?? /Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/.exec(json ?? '')?.[1];
}

/** Reads an error document; undefined when the payload is not one. */
export function errorDocument(payload: string): FunctionErrorDocument | undefined {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { errorType, errorMessage, stackTrace, trace } = value as Record<string, unknown>;
  if (errorMessage === undefined && errorType === undefined) return undefined;
  const lines = Array.isArray(trace) ? trace : Array.isArray(stackTrace) ? stackTrace : [];
  return {
    errorType: typeof errorType === 'string' ? errorType : undefined,
    errorMessage: typeof errorMessage === 'string' ? errorMessage : undefined,
    stackTrace: lines.map((line) => String(line).replace(/\n$/, '')),
  };
}

/** Indents JSON for reading; other text stays as it is. */
export function prettyPayload(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
