import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { accountOf } from '../../../wire/credential-scope.ts';
import { createWire } from '../../../wire/wire.ts';
import { refusal } from '../../deliveries/test/harness.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createStsService } from '../index.ts';

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

async function openSts(secrets?: ReadonlyMap<string, string>) {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const service = createStsService({ database: store.database, clock });
  const log = { error: () => undefined };
  const secretOf = (key: string) => secrets?.get(key) ?? service.session(key)?.secret;
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([service], { log, ...(secrets && { secretOf }) }),
    health: () => ({}),
    log,
    isVerified: secrets !== undefined,
    accountOfKey: (key) => service.session(key)?.accountId ?? accountOf(key),
  });
  const clients: STSClient[] = [];
  return {
    clock,
    service,
    client(credentials: Keys = { accessKeyId: 'test', secretAccessKey: 'test' }) {
      const endpoint = `http://127.0.0.1:${listener.port}`;
      const client = new STSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
      clients.push(client);
      return client;
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await listener.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

const role = { RoleArn: 'arn:aws:iam::111122223333:role/path/deployer', RoleSessionName: 'me' };
const identity = new GetCallerIdentityCommand({});

function keysOf(
  given: { AccessKeyId?: string; SecretAccessKey?: string; SessionToken?: string } | undefined,
): Keys {
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

test('a role is assumed, and its keys are the role of its account until they end', async () => {
  await using sts = await openSts();
  const { Credentials, AssumedRoleUser } = await sts.client().send(new AssumeRoleCommand(role));
  const Arn = 'arn:aws:sts::111122223333:assumed-role/deployer/me';
  expect(AssumedRoleUser).toMatchObject({
    Arn,
    AssumedRoleId: expect.stringMatching(/^AROA.{17}:me$/) as string,
  });
  expect(Credentials?.Expiration?.getTime()).toBe(sts.clock.now() + 3_600_000);
  const client = sts.client(keysOf(Credentials));
  expect(await client.send(identity)).toMatchObject({ Account: '111122223333', Arn });
  sts.clock.advance(3_600_000);
  expect(await client.send(identity)).toMatchObject({ Account: '000000000000' });
});

test('a session token is for the caller itself', async () => {
  await using sts = await openSts();
  const { Credentials } = await sts.client().send(new GetSessionTokenCommand({ DurationSeconds: 900 }));
  expect(await sts.client(keysOf(Credentials)).send(identity)).toMatchObject({
    Account: '000000000000',
    Arn: 'arn:aws:iam::000000000000:user/test',
  });
});

test("a session's keys are verified where keys are", async () => {
  await using sts = await openSts(new Map([['AKIATEST', 'secret']]));
  const own = sts.client({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' });
  const { Credentials } = await own.send(new AssumeRoleCommand(role));
  const keys = keysOf(Credentials);
  expect(await sts.client(keys).send(identity)).toMatchObject({ Account: '111122223333' });
  const wrong = sts.client({ ...keys, secretAccessKey: 'other' });
  expect(await refusal(wrong.send(identity))).toContain('SignatureDoesNotMatch 403');
  sts.clock.advance(3_600_000);
  expect(await refusal(sts.client(keys).send(identity))).toContain('InvalidClientTokenId 403');
});

test('what is wrong or has no effect is refused', async () => {
  await using sts = await openSts();
  const assume = (more: object) => refusal(sts.client().send(new AssumeRoleCommand({ ...role, ...more })));
  expect(await assume({ RoleArn: 'arn:aws:iam::1:role/x-too-short' })).toContain('ValidationError 400');
  expect(await assume({ RoleSessionName: 'with space' })).toContain(
    "at 'roleSessionName' failed to satisfy constraint",
  );
  expect(await assume({ RoleSessionName: 's'.repeat(65) })).toContain(
    "at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64",
  );
  const tag = { Key: 'k', Value: 'v' };
  expect(await assume({ Tags: [tag, { ...tag, Key: 'K' }] })).toBe(
    'InvalidParameterValue 400: Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  );
  expect(await assume({ Tags: [tag], TransitiveTagKeys: ['other'] })).toBe(
    'InvalidParameterValue 400: The specified transitive tag key must be included in the requested tags.',
  );
  expect(await assume({ DurationSeconds: 60 })).toContain('greater than or equal to 900');
  expect(await assume({ Policy: '{}' })).toContain('NotImplemented 501');
});

test('environments of functions are sessions of their role, and their keys have the account in them', async () => {
  await using sts = await openSts(new Map());
  const open = (functionName: string) =>
    sts.service.openEnvironment({
      accountId: '111122223333',
      roleArn: 'arn:aws:iam::111122223333:role/service-role/runner',
      functionName,
    });
  const [keys, other, short] = [open('orders'), open('orders'), open('f')];
  expect(new Set([keys.accessKeyId, other.accessKeyId, keys.secret, other.secret]).size).toBe(4);
  const tell = ({ accessKeyId, secret, token }: typeof keys) =>
    sts.client({ accessKeyId, secretAccessKey: secret, sessionToken: token }).send(identity);
  expect(await tell(keys)).toMatchObject({
    Account: '111122223333',
    Arn: 'arn:aws:sts::111122223333:assumed-role/runner/orders',
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:orders$/) as string,
  });
  expect(await tell(short)).toMatchObject({
    Arn: 'arn:aws:sts::111122223333:assumed-role/runner/f@lambda_function',
  });
  expect(await refusal(tell({ ...keys, secret: 'another' }))).toMatch(/^SignatureDoesNotMatch/);
  // Also when the session has been forgotten.
  expect(keys.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  expect(accountOf(keys.accessKeyId)).toBe('111122223333');
  expect(accountOf('ASIAQAAAAAAAAAAAAAAA')).toBe('000000000000');
});
