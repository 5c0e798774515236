import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateDBInstanceCommand,
  CreateDBProxyCommand,
  RDSClient,
  RegisterDBProxyTargetsCommand,
  type CreateDBProxyRequest,
} from '@aws-sdk/client-rds';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect } from 'vitest';
import { createUrlCallers } from '../../../assembly/url-callers.ts';
import { startListener } from '../../../http/listener.ts';
import { createEc2Service } from '../../../services/ec2/index.ts';
import { createKmsService } from '../../../services/kms/index.ts';
import { createManualClock } from '../../../services/manual-clock.ts';
import { createRdsService } from '../../../services/rds/index.ts';
import { createSecretsManagerService } from '../../../services/secretsmanager/index.ts';
import type { Store } from '../../../store/database.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { openBackend } from '../backend.ts';
import { makeCertificate } from '../certificate.ts';
import { createDatabaseProxyPlane } from '../plane.ts';

export const account = '000000000000';
export const roleArn = `arn:aws:iam::${account}:role/proxy`;
export const certificate = makeCertificate();

/** RDS and Secrets Manager behind a real listener, and proxies that listen; time stands still. */
export async function openRds(given: { store?: Store; keys?: ReadonlyMap<string, string> } = {}) {
  const clock = createManualClock(Date.now());
  const own = given.store ? undefined : await openTemporaryStore();
  const store = given.store ?? own;
  if (!store) throw new Error('no store');
  const { database } = store;
  const kms = await createKmsService({ store, clock });
  const secrets = createSecretsManagerService({ database, clock, keys: kms.keys });
  const ec2 = createEc2Service({ database, clock });
  const failures: unknown[] = [];
  const onFailure = (...all: unknown[]) => void failures.push(all);
  const rds = createRdsService({
    database,
    clock,
    secrets: secrets.secrets,
    networks: ec2.networks,
    onFailure,
  });
  const callers = createUrlCallers(given.keys ?? new Map(), clock.now, 'rds-db');
  const plane = createDatabaseProxyPlane({
    certificate: () => Promise.resolve(certificate),
    clock,
    callerOf: (request) => callers(request, new Uint8Array(), { mayBeInQuery: true }),
  });
  await rds.start(plane);
  const log = { error: (fields: object) => void failures.push(fields) };
  const wire = createWire([kms, secrets, rds, ec2], { log });
  const listener = await startListener({ port: 0, host: '127.0.0.1', wire, health: () => ({}), log });
  const settings = {
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const clients = {
    rds: new RDSClient(settings),
    secrets: new SecretsManagerClient(settings),
    ec2: new EC2Client(settings),
  };
  const secret = async (username: string, password: string, Name = 'db') => {
    const SecretString = JSON.stringify({ username, password });
    return (await clients.secrets.send(new CreateSecretCommand({ Name, SecretString }))).ARN ?? '';
  };
  const proxy = async (more: Partial<CreateDBProxyRequest> & { SecretArn: string }) => {
    const { SecretArn, ...rest } = more;
    const made = await clients.rds.send(
      new CreateDBProxyCommand({
        DBProxyName: 'front',
        EngineFamily: 'POSTGRESQL',
        Auth: [{ SecretArn }],
        RoleArn: roleArn,
        VpcSubnetIds: await subnetsOf(clients.ec2),
        ...rest,
      }),
    );
    return Number(made.DBProxy?.Endpoint?.split(':')[1]);
  };
  const register = async (port: number, Engine = 'postgres', DBProxyName = 'front') => {
    await clients.rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: 'main',
        DBInstanceClass: 'db.t3.micro',
        Engine,
        Tags: [{ Key: 'lambdeck:address', Value: `127.0.0.1:${port}` }],
      }),
    );
    await clients.rds.send(
      new RegisterDBProxyTargetsCommand({ DBProxyName, DBInstanceIdentifiers: ['main'] }),
    );
  };
  return {
    ...clients,
    clock,
    store,
    secret,
    proxy,
    register,
    /** A proxy with a secret before a PostgreSQL at `port`; returns the proxy's own port. */
    async before(port: number, more: Partial<CreateDBProxyRequest> = {}, password = 'secret') {
      const front = await proxy({ SecretArn: await secret('app', password), ...more });
      await register(port);
      return front;
    },
    async [Symbol.asyncDispose]() {
      for (const client of Object.values(clients)) client.destroy();
      await plane.closeAll();
      await listener.close();
      await own?.[Symbol.asyncDispose]();
      expect(failures).toEqual([]);
    },
  };
}

/** Of the default VPC, which every account has. */
export async function subnetsOf(ec2: EC2Client): Promise<string[]> {
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  return Subnets.slice(0, 2).map(({ SubnetId = '' }) => SubnetId);
}

/** A client of a proxy, or of a database. */
export function connect(
  port: number,
  more: { username?: string; password?: string; parameters?: object } = {},
) {
  return openBackend({
    host: '127.0.0.1',
    port,
    username: more.username ?? 'app',
    password: more.password ?? 'secret',
    parameters: new Map(Object.entries({ database: 'shop', ...more.parameters })),
    initQuery: undefined,
  });
}
