import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { expect } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { createKmsService } from '../../kms/index.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createSsmService } from '../../ssm/index.ts';
import { createSecretsManagerService } from '../index.ts';

/** What keeps secrets, with KMS under it, behind a real listener and SDK clients; time stands still. */
export async function openSecrets() {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const kms = await createKmsService({ store, clock });
  const options = { database: store.database, clock, keys: kms.keys };
  const failures: object[] = [];
  const log = { error: (fields: object) => void failures.push(fields) };
  const wire = createWire([kms, createSecretsManagerService(options), createSsmService(options)], { log });
  const listener = await startListener({ port: 0, host: '127.0.0.1', wire, health: () => ({}), log });
  const settings = {
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const clients = {
    kms: new KMSClient(settings),
    secrets: new SecretsManagerClient(settings),
    ssm: new SSMClient(settings),
  };
  return {
    ...clients,
    port: listener.port,
    clock,
    store,
    async [Symbol.asyncDispose]() {
      expect(failures).toEqual([]);
      for (const client of Object.values(clients)) client.destroy();
      await listener.close();
      await store[Symbol.asyncDispose]();
    },
  };
}
