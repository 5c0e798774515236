import net from 'node:net';

/** One request, ready to be written: the generator costs next to nothing, so that what is measured is the server. */
export interface LoadTarget {
  readonly host: string;
  readonly port: number;
  readonly request: Buffer;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were not 2xx, and connections that broke. */
  readonly failures: number;
}

/** An HTTP/1.1 POST as bytes. */
export function postRequest(options: {
  readonly path: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}): Buffer {
  const lines = [
    `POST ${options.path} HTTP/1.1`,
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(options.body)}`,
    ...Object.entries(options.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${options.body}`);
}

/** Calls a server over so many connections, one request at a time on each, for a bounded time. */
export async function runLoad(
  target: LoadTarget,
  connections: number,
  durationMs: number,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let failures = 0;
  const startedAt = performance.now();
  const deadline = startedAt + durationMs;
  await Promise.all(
    Array.from({ length: connections }, () =>
      runConnection(target, deadline, (latencyMs, isGood) => {
        if (isGood) latencies.push(latencyMs);
        else failures += 1;
      }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((left, right) => left - right);
  return {
    requestsPerSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    failures,
  };
}

/** The value below which a share of the sorted numbers lies; NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function runConnection(
  target: LoadTarget,
  deadline: number,
  onAnswer: (latencyMs: number, isGood: boolean) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: target.host, port: target.port, noDelay: true });
    let sentAt = 0;
    let received: Buffer = Buffer.alloc(0);
    const end = () => {
      clearTimeout(limit);
      socket.destroy();
      resolve();
    };
    // A server that stops answering must not hold the run.
    const limit = setTimeout(end, deadline - performance.now() + 5000);
    const send = () => {
      if (performance.now() >= deadline) return end();
      sentAt = performance.now();
      socket.write(target.request);
    };
    socket.on('connect', send);
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const size = answerSize(received);
      if (size === undefined || received.length < size) return;
      const isGood = received[9] === 0x32; // "HTTP/1.1 2.."
      received = received.subarray(size);
      onAnswer(performance.now() - sentAt, isGood);
      send();
    });
    socket.on('error', () => onAnswer(0, false));
    socket.on('close', end);
  });
}

/** Bytes of the first answer in the buffer, or undefined while its head or its chunks are not complete. */
export function answerSize(bytes: Buffer): number | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return headEnd + 4 + Number(length);
  if (!head.includes('\r\ntransfer-encoding: chunked')) return headEnd + 4;
  const end = bytes.indexOf('\r\n0\r\n\r\n', headEnd);
  return end === -1 ? undefined : end + 7;
}
