import { SQSClient } from '@aws-sdk/client-sqs';
import { startListener } from '../../../http/listener.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import type { Clock } from '../../clock.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createSqsService } from '../index.ts';

/** The service behind a real listener and the SDK's client; time stands still unless a test moves it. */
export async function openSqs(clock: Clock = createManualClock()) {
  const store = await openTemporaryStore();
  const failures: unknown[] = [];
  const log = { error: (fields: object, message: string) => void failures.push({ fields, message }) };
  const service = createSqsService({
    database: store.database,
    clock,
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
  const client = new SQSClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client,
    service,
    url,
    failures,
    async [Symbol.asyncDispose]() {
      client.destroy();
      service.endWaits();
      await listener.close();
      await service.close?.();
      await store[Symbol.asyncDispose]();
    },
  };
}
