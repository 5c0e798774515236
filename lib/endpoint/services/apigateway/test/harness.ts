import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { startListener } from '../../../http/listener.ts';
import { createWire } from '../../../wire/wire.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createRestApiService } from '../index.ts';

const quiet = () => undefined;

/** The service behind the wire, called by AWS's own client. */
export async function openRestApis() {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const service = createRestApiService({ database: store.database, clock });
  const log = { info: quiet, warn: quiet, error: quiet, debug: quiet };
  const wire = createWire([service], { log });
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire,
    planes: [],
    servedNames: ['127.0.0.1'],
    servedNamesSetting: 'LAMBDECK_ENDPOINT_ALLOWED_HOSTS',
    isVerified: false,
    log,
    health: () => ({}),
  });
  const client = new APIGatewayClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client,
    service,
    clock,
    async [Symbol.asyncDispose]() {
      client.destroy();
      await listener.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** What a refused call says: `name status: message`. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && '$metadata' in error) {
      const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
      return `${error.name} ${httpStatusCode ?? 0}: ${error.message}`;
    }
    throw error;
  }
  throw new Error('the call was not refused');
}
