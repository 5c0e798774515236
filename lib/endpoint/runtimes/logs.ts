import { Buffer } from 'node:buffer';
import type { Telemetry, TelemetryEvent } from './extensions/telemetry.ts';
import type { LaunchDescription, LogEvent, LogSink } from './launch.ts';

/** CloudWatch Logs' limit of one event was 256 KB for most of its life; what is longer is cut with a note. */
const lineBytesMax = 256 * 1024;
/** LogResult shows the last 4 KB of an invocation. */
const tailBytesMax = 4096;

/** The platform's first words, before the environment has a process. */
const earlyMax = 4;

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

type OutputName = 'output' | 'errors' | 'extension';

/** The log of one environment: cuts output into events, bounds it, and keeps the tail of the running invocation. */
export class EnvironmentLog {
  readonly #sink: LogSink;
  readonly #clock: () => number;
  readonly #where: { accountId: string; region: string; logGroup: string; logStream: string };
  readonly #bytesPerInvocationMax: number;
  readonly #minimumLevel: number;
  readonly #minimumSystemLevel: number;
  readonly #isJson: boolean;
  #pending: LogEvent[] = [];
  #isFlushDue = false;
  #partial: Record<OutputName, { text: string; dropped: number }> = {
    output: { text: '', dropped: 0 },
    errors: { text: '', dropped: 0 },
    extension: { text: '', dropped: 0 },
  };
  /** Hears everything, whatever the format and the levels of the log. Init's first events wait for it. */
  #telemetry: Telemetry | undefined;
  #early: TelemetryEvent[] = [];
  #tail: string[] = [];
  #tailLength = 0;
  #invocationBytes = 0;
  #droppedBytes = 0;

  constructor(
    launch: LaunchDescription,
    logStream: string,
    options: { sink: LogSink; clock: () => number; bytesPerInvocationMax: number },
  ) {
    this.#sink = options.sink;
    this.#clock = options.clock;
    this.#bytesPerInvocationMax = options.bytesPerInvocationMax;
    this.#isJson = launch.logFormat === 'JSON';
    this.#minimumLevel = levelIndex(launch.applicationLogLevel);
    this.#minimumSystemLevel = levelIndex(launch.systemLogLevel);
    this.#where = {
      accountId: launch.accountId,
      region: launch.region,
      logGroup: launch.logGroup,
      logStream,
    };
  }

  /** From now on, and of what was said before, `telemetry` hears everything. */
  listen(telemetry: Telemetry | undefined): void {
    this.#telemetry = telemetry;
    for (const event of this.#early.splice(0)) telemetry?.publish(event);
  }

  /** A line of the platform in text format; not counted against the function's allowance. */
  platform(line: string): void {
    if (!this.#isJson) this.#emit(line);
  }

  /** The environment's first line, which stands in its stream and in no LogResult (recorded answers of AWS). */
  opening(line: string): void {
    if (!this.#isJson) this.#queue(line);
  }

  /** Whether anybody hears records; those of a call need not be made otherwise. */
  get hearsRecords(): boolean {
    return this.#isJson || this.#telemetry !== undefined || this.#early.length < earlyMax;
  }

  /** A record of the platform in JSON format, kept when `level` reaches the system log level. */
  platformRecord(level: 'DEBUG' | 'INFO' | 'WARN', type: string, record: object | string): void {
    this.#tell(type, record);
    if (!this.#isJson || levels.indexOf(level) < this.#minimumSystemLevel) return;
    this.#emit(`${JSON.stringify({ time: new Date(this.#clock()).toISOString(), type, record })}\n`);
  }

  /** One whole event of the function, e.g. a formatted `console.log`; it ends as its runtime ends it. */
  event(message: string): void {
    this.#fromFunction(message);
  }

  /** Raw bytes of stdout or stderr: one event a line. */
  output(name: OutputName, text: string): void {
    let start = 0;
    for (;;) {
      // Each finished line leaves a new one here.
      const partial = this.#partial[name];
      const end = text.indexOf('\n', start);
      const piece = end === -1 ? text.slice(start) : text.slice(start, end);
      const room = lineBytesMax - partial.text.length;
      if (piece.length > room) partial.dropped += piece.length - room;
      partial.text += piece.length > room ? piece.slice(0, Math.max(0, room)) : piece;
      if (end === -1) return;
      this.#finishLine(name);
      start = end + 1;
    }
  }

  /** Before START: forgets the last invocation's tail and allowance. */
  beginInvocation(): void {
    this.#tail = [];
    this.#tailLength = 0;
    this.#invocationBytes = 0;
    this.#droppedBytes = 0;
  }

  /** Before END: unfinished lines become events, and dropped output gets its note. */
  endOutput(): void {
    if (this.#partial.output.text !== '') this.#finishLine('output');
    if (this.#partial.errors.text !== '') this.#finishLine('errors');
    if (this.#partial.extension.text !== '') this.#finishLine('extension');
    if (this.#droppedBytes === 0) return;
    const limit = Math.round(this.#bytesPerInvocationMax / 1024);
    const dropped = this.#droppedBytes;
    this.#droppedBytes = 0;
    this.#emit(
      `[Lambdeck] Log output of one invocation is limited to ${limit} KB; ${dropped} more bytes were dropped.\n`,
    );
  }

  /** The last 4 KB since `beginInvocation`, as they are now. */
  tail(): () => Uint8Array {
    const lines = [...this.#tail];
    return () => {
      const bytes = Buffer.from(lines.join(''));
      return bytes.subarray(Math.max(0, bytes.length - tailBytesMax));
    };
  }

  /** Hands everything to the sink now. */
  flush(): void {
    if (this.#pending.length === 0) return;
    const events = this.#pending;
    this.#pending = [];
    this.#sink.append(this.#where, events);
  }

  #finishLine(name: OutputName): void {
    const partial = this.#partial[name];
    const note =
      partial.dropped > 0 ? ` [Lambdeck: ${partial.dropped} more characters of this line cut]` : '';
    const line = `${partial.text}${note}\n`;
    this.#partial[name] = { text: '', dropped: 0 };
    this.#fromFunction(line, name === 'extension' ? 'extension' : 'function');
  }

  #fromFunction(message: string, type: 'function' | 'extension' = 'function'): void {
    if (this.#telemetry) this.#tell(type, this.#isJson ? (jsonRecord(message) ?? message) : message);
    if (this.#isJson && applicationLevel(message) < this.#minimumLevel) return;
    let text = message;
    if (text.length > lineBytesMax + 80) {
      text = `${text.slice(0, lineBytesMax)} [Lambdeck: ${text.length - lineBytesMax} more characters cut]\n`;
    }
    if (this.#invocationBytes + text.length > this.#bytesPerInvocationMax) {
      this.#droppedBytes += message.length;
      return;
    }
    this.#invocationBytes += text.length;
    this.#emit(text);
  }

  #tell(type: string, record: unknown): void {
    if (!this.#telemetry && this.#early.length >= earlyMax) return;
    const event = { time: new Date(this.#clock()).toISOString(), type, record };
    if (this.#telemetry) this.#telemetry.publish(event);
    else this.#early.push(event);
  }

  #emit(message: string): void {
    this.#tail.push(message);
    this.#tailLength += message.length;
    while (this.#tail.length > 1 && this.#tailLength - (this.#tail[0]?.length ?? 0) >= tailBytesMax) {
      this.#tailLength -= this.#tail.shift()?.length ?? 0;
    }
    this.#queue(message);
  }

  #queue(message: string): void {
    this.#pending.push({ timestamp: this.#clock(), message });
    if (this.#pending.length >= 500) this.flush();
    else if (!this.#isFlushDue) {
      this.#isFlushDue = true;
      flushSoon(() => {
        this.#isFlushDue = false;
        this.flush();
      });
    }
  }
}

/** The sink gathers for longer than this before it writes. */
const flushDelayMs = 10;
let due: (() => void)[] = [];

/** One timer for all environments: most calls have ended, and handed over their lines together, before it comes. */
function flushSoon(flush: () => void): void {
  if (due.push(flush) > 1) return;
  setTimeout(() => {
    const flushes = due;
    due = [];
    for (const each of flushes) each();
  }, flushDelayMs);
}

function levelIndex(level: string | undefined): number {
  const index = levels.indexOf((level ?? 'INFO').toUpperCase());
  return index === -1 ? levels.indexOf('INFO') : index;
}

function jsonRecord(message: string): object | undefined {
  if (!message.startsWith('{')) return undefined;
  try {
    return JSON.parse(message) as object;
  } catch {
    return undefined;
  }
}

/** Level of a record of the function; plain text and records without a level count as INFO. */
function applicationLevel(message: string): number {
  if (!message.startsWith('{')) return levels.indexOf('INFO');
  try {
    const record: unknown = JSON.parse(message);
    const level =
      typeof record === 'object' && record !== null && 'level' in record ? record.level : undefined;
    return levelIndex(typeof level === 'string' ? level : undefined);
  } catch {
    return levels.indexOf('INFO');
  }
}
