import {
  CreateKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import {
  CreateFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
  type UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';
import { roleArn, zip } from './harness.ts';

const Environment = { Variables: { PASSWORD: 'hunter2-in-the-clear' } };

async function key({ kms }: Deliveries): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  return KeyMetadata?.Arn ?? '';
}

const kept = ({ store }: Deliveries): string =>
  JSON.stringify(store.database.statement('SELECT settings, running_settings FROM lambda_function').all());

const configuration = ({ lambda }: Deliveries) =>
  lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'fn' }));

const call = ({ lambda }: Deliveries) => lambda.send(new InvokeCommand({ FunctionName: 'fn' }));

async function update(
  own: Deliveries,
  input: Omit<UpdateFunctionConfigurationCommandInput, 'FunctionName'>,
): Promise<void> {
  await own.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'fn', ...input }));
  await own.until(async () => {
    own.clock.advance(1);
    return (await configuration(own)).LastUpdateStatus === 'Successful';
  });
}

test('variables lie encrypted, are shown and run decrypted, and follow the key', async () => {
  await using own = await openDeliveries();
  const KMSKeyArn = await key(own);
  await own.createFunction('fn', { Environment, KMSKeyArn });
  expect(kept(own)).not.toContain('hunter2');
  expect(await configuration(own)).toMatchObject({ Environment, KMSKeyArn });
  await call(own);
  expect(own.calls.at(-1)?.launch.variables).toEqual(Environment.Variables);
  const { Version } = await own.lambda.send(new PublishVersionCommand({ FunctionName: 'fn' }));
  // The same variables again are no change.
  await update(own, { Environment });
  expect((await own.lambda.send(new PublishVersionCommand({ FunctionName: 'fn' }))).Version).toBe(Version);
  const other = await key(own);
  await update(own, { KMSKeyArn: other });
  await own.kms.send(new DisableKeyCommand({ KeyId: KMSKeyArn }));
  expect(await configuration(own)).toMatchObject({ Environment, KMSKeyArn: other });
  await update(own, { KMSKeyArn: '' });
  expect(kept(own)).toContain('hunter2');
  expect((await configuration(own)).KMSKeyArn).toBeUndefined();
  await call(own);
  expect(own.calls.at(-1)?.launch.variables).toEqual(Environment.Variables);
});

test('a key that cannot be used stops calls and is told', async () => {
  await using own = await openDeliveries();
  const KMSKeyArn = await key(own);
  await own.createFunction('fn', { Environment, KMSKeyArn });
  await own.kms.send(new DisableKeyCommand({ KeyId: KMSKeyArn }));
  expect(await refusal(call(own))).toBe(
    "KMSDisabledException 502: Lambda was unable to decrypt the environment variables because the KMS key used is disabled. Please check the function's KMS key settings.",
  );
  expect((await configuration(own)).Environment).toMatchObject({
    Error: { ErrorCode: 'KMSDisabledException' },
  });
  await own.kms.send(new EnableKeyCommand({ KeyId: KMSKeyArn }));
  expect((await call(own)).StatusCode).toBe(200);
  await own.kms.send(new ScheduleKeyDeletionCommand({ KeyId: KMSKeyArn, PendingWindowInDays: 7 }));
  expect(await refusal(call(own))).toContain('KMSInvalidStateException 502');
  own.clock.advance(7 * 86_400_000);
  expect(await refusal(call(own))).toContain('KMSNotFoundException 502');
});

test('a key that is not there is refused when the function is made', async () => {
  await using own = await openDeliveries();
  const KMSKeyArn = 'arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000';
  const create = new CreateFunctionCommand({
    FunctionName: 'fn',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: roleArn,
    Code: { ZipFile: zip() },
    KMSKeyArn,
  });
  expect(await refusal(own.lambda.send(create))).toBe(
    `InvalidParameterValueException 400: Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: NotFoundException KMS Message: Key '${KMSKeyArn}' does not exist`,
  );
});
