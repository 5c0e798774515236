import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startListener } from '../../../http/listener.ts';
import { createWire } from '../../../wire/wire.ts';
import { createCloudWatchService } from '../index.ts';

/** The service behind a real listener and the SDK's client, at a time that stands still. */
export async function openCloudWatch(now: () => number) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-metrics-'));
  const failures: unknown[] = [];
  const log = { error: (fields: object, message: string) => void failures.push({ fields, message }) };
  const { service, metrics } = createCloudWatchService({
    folder,
    now,
    onFailure: (message, error) => failures.push({ message, error }),
  });
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([service], { log }),
    health: () => ({}),
    log,
  });
  const url = `http://127.0.0.1:${listener.port}`;
  const client = new CloudWatchClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client,
    metrics,
    url,
    folder,
    failures,
    async [Symbol.asyncDispose]() {
      client.destroy();
      await listener.close();
      await service.close?.();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
