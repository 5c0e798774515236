import { EC2Client } from '@aws-sdk/client-ec2';
import { expect } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import type { Store } from '../../../store/database.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createEc2Service } from '../index.ts';

/** EC2 alone behind the real listener, with clients of any account and Region. */
export async function openEc2(given?: { store: Store }) {
  const clock = createManualClock();
  const own = given ? undefined : await openTemporaryStore({ now: clock.now });
  const store = given?.store ?? own;
  if (!store) throw new Error('no store');
  const service = createEc2Service({ database: store.database, clock });
  const failures: object[] = [];
  const log = { error: (fields: object) => void failures.push(fields) };
  const wire = createWire([service], { log });
  const listener = await startListener({ port: 0, host: '127.0.0.1', wire, health: () => ({}), log });
  const url = `http://127.0.0.1:${listener.port}`;
  const clients: EC2Client[] = [];
  const client = (region = 'us-east-1', accessKeyId = 'test') => {
    const made = new EC2Client({
      endpoint: url,
      region,
      credentials: { accessKeyId, secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    clients.push(made);
    return made;
  };
  return {
    ec2: client(),
    client,
    service,
    store,
    clock,
    url,
    async [Symbol.asyncDispose]() {
      expect(failures).toEqual([]);
      for (const made of clients) made.destroy();
      await listener.close();
      await own?.[Symbol.asyncDispose]();
    },
  };
}
