import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { awsForConnection } from '@/lib/aws/clients';
import { lazyClients } from '@/lib/aws/lazy-clients';
import type { Connection } from '@/lib/connections/connection';

vi.mock('@/lib/auth/guard', () => ({ findUser: () => Promise.resolve(undefined) }));

const connection: Connection = {
  id: 'test',
  name: 'Test',
  tone: 'local',
  region: 'us-east-1',
  origin: 'console',
  version: 1,
  settings: { kind: 'static-keys', accessKeyId: 'AKIAEXAMPLE' },
};

interface Sender {
  readonly middlewareStack: { identify(): string[] };
}
const isSender = (value: unknown): value is Sender =>
  typeof value === 'object' && value !== null && 'middlewareStack' in value;
const sendsChangesOnce = (client: Sender) =>
  client.middlewareStack.identify().some((step) => step.startsWith('sendChangesOnce'));

const aws = await awsForConnection(connection, 'nobody', { secretAccessKey: 'secret' });
const lazyNames = Object.keys(lazyClients({} as Parameters<typeof lazyClients>[0]));

describe('a lost answer to a change is not asked for again', () => {
  const clients = Object.entries(aws).filter(([, value]) => isSender(value));

  it.each(clients)('by %s', (name, client) => {
    // Invoke's own client tries once altogether: whatever it sends may have run.
    if (name === 'lambdaInvoke') return expect(aws.lambdaInvoke.config.maxAttempts()).resolves.toBe(1);
    return expect(isSender(client) && sendsChangesOnce(client)).toBe(true);
  });

  it.each(lazyNames)('by %s', async (name) => {
    const make: unknown = Reflect.get(aws, name);
    const client: unknown = typeof make === 'function' ? await make() : undefined;
    expect(isSender(client) && sendsChangesOnce(client)).toBe(true);
  });

  it('and clients are made nowhere else', () => {
    const makesClient = /\bnew [A-Z]\w*Client\(/;
    const files = ['app', 'components', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
    );
    const makers = files.filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !/\.test\.ts$|^lib\/(endpoint|tools)\//.test(file) &&
        makesClient.test(readFileSync(file, 'utf8')),
    );
    expect(makers.sort()).toEqual(['lib/aws/clients.ts', 'lib/aws/lazy-clients.ts']);
  });
});
