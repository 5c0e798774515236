import { randomBytes } from 'node:crypto';

interface StackFrame {
  readonly path: string;
  readonly line: number;
  readonly label: string;
}

const framesMax = 50;
const textMax = 2000;
const documentBytesMax = 256 * 1024;

/** Of Node.js, `at label (path:line:column)`; of Python, `File "path", line n, in label`. */
const framePatterns = [
  /^\s*at (?:(?<label>.+?) \()?(?:file:\/\/)?(?<path>[^()]+?):(?<line>\d+):\d+\)?$/,
  /^\s*File "(?<path>[^"]+)", line (?<line>\d+), in (?<label>\S+)/,
];

/** The cause in a segment of a function that failed, from the error document that its caller gets. */
export function causeOf(payload: Uint8Array): object {
  const { errorType, errorMessage, trace, stackTrace } = errorDocument(payload);
  const lines = Array.isArray(trace) ? trace : Array.isArray(stackTrace) ? stackTrace : [];
  return {
    working_directory: '/var/task',
    exceptions: [
      {
        id: randomBytes(8).toString('hex'),
        message: text(errorMessage),
        type: text(errorType),
        remote: false,
        stack: (lines as unknown[]).flatMap(frameOf).slice(0, framesMax),
      },
    ],
  };
}

function errorDocument(payload: Uint8Array): {
  errorType?: unknown;
  errorMessage?: unknown;
  trace?: unknown;
  stackTrace?: unknown;
} {
  if (payload.byteLength > documentBytesMax) return {};
  try {
    return Object(JSON.parse(Buffer.from(payload).toString())) as object;
  } catch {
    return {};
  }
}

function frameOf(line: unknown): StackFrame[] {
  if (typeof line !== 'string' || line.length > textMax) return [];
  for (const pattern of framePatterns) {
    const groups = pattern.exec(line.split('\n')[0] ?? '')?.groups;
    if (groups)
      return [{ path: groups.path ?? '', line: Number(groups.line), label: groups.label ?? 'anonymous' }];
  }
  return [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, textMax) : '';
}
