import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { startListener } from '../../../http/listener.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createS3Service } from '../index.ts';

/** The service behind a real listener and the SDK's client; time stands still unless a test moves it. */
export async function openS3() {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const failures: unknown[] = [];
  const log = (fields: object, message: string): void => void failures.push({ fields, message });
  const logger = { info: log, warn: log, error: log };
  const service = await createS3Service({ store, clock, logger });
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([service], { log: logger }),
    health: () => ({}),
    log: logger,
  });
  const url = `http://127.0.0.1:${listener.port}`;
  const clients: S3Client[] = [];
  /** For another account or Region, or with other settings. */
  const clientFor = (settings: S3ClientConfig = {}): S3Client => {
    const client = new S3Client({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
      forcePathStyle: true,
      ...settings,
    });
    clients.push(client);
    return client;
  };
  return {
    client: clientFor(),
    clientFor,
    clock,
    port: listener.port,
    url,
    failures,
    /** How many files hold bytes of objects, and how many are half-written. */
    async files(): Promise<{ kept: number; half: number }> {
      await service.settled();
      const folder = path.join(store.folder, 'objects');
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const half = files.filter((entry) => entry.name.includes('-')).length;
      return { kept: files.length - half, half };
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await listener.close();
      await service.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** What was refused: `Name status`, and the message where the answer has one. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Error) || !('$metadata' in error))
    throw new Error(`Expected a refusal, got ${String(error)}`);
  const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
  return `${error.name} ${httpStatusCode}: ${error.message}`;
}
