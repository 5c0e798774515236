import { Buffer } from 'node:buffer';
import http from 'node:http';
import net from 'node:net';
import type { Subscription, TelemetryType } from './subscription.ts';

const deliveryMsMax = 5000;
/** Events of Init that are kept for a subscriber who comes a little later. */
const earlyMax = 1000;
/** A subscriber that does not take its events keeps at most this much of them. */
const heldBuffers = 4;

export interface TelemetryEvent {
  /** ISO time. */
  readonly time: string;
  /** `platform.start`, `function`, `extension` … */
  readonly type: string;
  readonly record: unknown;
}

/** Hands the events of one environment to the extensions that subscribed to them. */
export class Telemetry {
  readonly #subscribers: Subscriber[] = [];
  #early: TelemetryEvent[] | undefined = [];

  publish(event: TelemetryEvent): void {
    if (this.#early && this.#early.length < earlyMax) this.#early.push(event);
    for (const subscriber of this.#subscribers) subscriber.add(event);
  }

  /** The subscriber hears what has happened since Init began, too. */
  subscribe(subscription: Subscription): void {
    const subscriber = new Subscriber(subscription);
    this.#subscribers.push(subscriber);
    for (const event of this.#early ?? []) subscriber.add(event);
  }

  /** Init is over: nobody new will come. */
  closeSubscriptions(): void {
    this.#early = undefined;
  }

  /** Sends what is left; resolves when all of it has arrived or was given up. */
  async flush(): Promise<void> {
    await Promise.all(this.#subscribers.map((subscriber) => subscriber.flush()));
  }
}

class Subscriber {
  readonly #subscription: Subscription;
  #lines: string[] = [];
  #bytes = 0;
  #dropped = { records: 0, bytes: 0 };
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;

  constructor(subscription: Subscription) {
    this.#subscription = subscription;
  }

  add(event: TelemetryEvent): void {
    const { types, maxBytes, maxItems, timeoutMs } = this.#subscription;
    if (!types.includes(event.type.split('.')[0] as TelemetryType)) return;
    const line = JSON.stringify(event);
    if (this.#bytes + line.length > heldBuffers * maxBytes) {
      this.#dropped.records += 1;
      this.#dropped.bytes += line.length;
      return;
    }
    this.#lines.push(line);
    this.#bytes += line.length;
    if (this.#bytes >= maxBytes || this.#lines.length >= maxItems) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), timeoutMs).unref();
  }

  /** One delivery at a time, so that events arrive in order. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#sending;
    if (this.#lines.length === 0) return;
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
    await this.#sending;
  }

  async #send(): Promise<void> {
    const lines = this.#lines;
    if (this.#dropped.records > 0) {
      const record = {
        reason: 'Consumer seems to have fallen behind as it has not acknowledged receipt of logs.',
        droppedRecords: this.#dropped.records,
        droppedBytes: this.#dropped.bytes,
      };
      lines.push(JSON.stringify({ time: new Date().toISOString(), type: 'platform.logsDropped', record }));
      this.#dropped = { records: 0, bytes: 0 };
    }
    this.#lines = [];
    this.#bytes = 0;
    const isTaken = await deliver(this.#subscription.destination, lines);
    if (isTaken) return;
    // Tried again with what comes next; `add` bounds what is held meanwhile.
    this.#lines = [...lines, ...this.#lines];
    this.#bytes = this.#lines.reduce((sum, line) => sum + line.length, 0);
  }
}

function deliver(destination: Subscription['destination'], lines: readonly string[]): Promise<boolean> {
  return destination.protocol === 'TCP' ? overTcp(destination.port, lines) : overHttp(destination, lines);
}

function overHttp({ port, path }: Subscription['destination'], lines: readonly string[]): Promise<boolean> {
  const body = Buffer.from(`[${lines.join(',')}]`);
  return new Promise((resolve) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        agent: false,
        timeout: deliveryMsMax,
        headers: {
          Host: `sandbox.localdomain:${port}`,
          'Content-Type': 'application/json',
          'Content-Length': body.length,
        },
      },
      (response) => {
        response.resume();
        response.once('close', () => resolve((response.statusCode ?? 500) < 300));
      },
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
    request.end(body);
  });
}

function overTcp(port: number, lines: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: deliveryMsMax });
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => resolve(false));
    socket.once('close', (hadError) => resolve(!hadError));
    socket.end(`${lines.join('\n')}\n`);
    socket.resume();
  });
}
