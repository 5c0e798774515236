import { XRayClient } from '@aws-sdk/client-xray';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startListener } from '../../../http/listener.ts';
import { createWire } from '../../../wire/wire.ts';
import { createXRayService, type XRayOptions } from '../index.ts';

export const place = { accountId: '000000000000', region: 'us-east-1' };

/** The service behind a real listener and the SDK's client. */
export async function openXRay(now: () => number, limits: XRayOptions['limits'] = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-traces-'));
  const failures: unknown[] = [];
  const log = { error: (fields: object, message: string) => void failures.push({ fields, message }) };
  const { service, traces } = createXRayService({
    folder,
    now,
    limits,
    onFailure: (message, error) => failures.push({ message, error }),
  });
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([service], { log }),
    health: () => ({}),
    log,
  });
  const client = new XRayClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: place.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client,
    traces,
    failures,
    async [Symbol.asyncDispose]() {
      client.destroy();
      await listener.close();
      await service.close?.();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let counter = 0;

/** An id that no other has, of a trace that began then. */
export function traceIdAt(ms: number): string {
  counter += 1;
  return `1-${Math.floor(ms / 1000).toString(16)}-${counter.toString(16).padStart(24, '0')}`;
}

export function idOf(number: number): string {
  return number.toString(16).padStart(16, '0');
}
