import { CreateKeyCommand, DescribeKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { sendRaw } from '../../../http/test/raw-request.ts';
import { refusal } from '../../deliveries/test/harness.ts';
import { openSecrets } from './harness.ts';

const SecretString = '{"username":"app","password":"very secret"}';
const tokenOf = (letter: string) => letter.repeat(32);

test('a value is kept encrypted and comes back under its name and its ARNs', async () => {
  await using own = await openSecrets();
  const made = await own.secrets.send(
    new CreateSecretCommand({ Name: 'app/db', SecretString, Tags: [{ Key: 'a', Value: '1' }] }),
  );
  expect(made.ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:app\/db-[A-Za-z0-9]{6}$/);
  const ids = ['app/db', made.ARN ?? '', made.ARN?.slice(0, -7) ?? ''];
  for (const SecretId of ids) {
    const found = await own.secrets.send(new GetSecretValueCommand({ SecretId }));
    expect(found).toMatchObject({ SecretString, VersionStages: ['AWSCURRENT'], VersionId: made.VersionId });
  }
  const row = own.store.database
    .statement<{ sealed: Uint8Array }>('SELECT sealed FROM secretsmanager_version')
    .get();
  expect(row?.sealed.length).toBeGreaterThan(SecretString.length);
  expect(Buffer.from(row?.sealed ?? []).includes('very secret')).toBe(false);
  const key = await own.kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/secretsmanager' }));
  expect(key.KeyMetadata?.KeyManager).toBe('AWS');
  expect(await refusal(own.kms.send(new DisableKeyCommand({ KeyId: key.KeyMetadata?.KeyId })))).toContain(
    'AccessDeniedException 400',
  );
  await own.secrets.send(new TagResourceCommand({ SecretId: 'app/db', Tags: [{ Key: 'b', Value: '2' }] }));
  await own.secrets.send(new UntagResourceCommand({ SecretId: 'app/db', TagKeys: ['a'] }));
  expect(await own.secrets.send(new DescribeSecretCommand({ SecretId: 'app/db' }))).toMatchObject({
    Tags: [{ Key: 'b', Value: '2' }],
    VersionIdsToStages: { [made.VersionId ?? '']: ['AWSCURRENT'] },
    LastAccessedDate: new Date('2026-02-03T00:00:00Z'),
  });
  const SecretBinary = Buffer.from([0, 255, 1]);
  await own.secrets.send(new CreateSecretCommand({ Name: 'bytes', SecretBinary }));
  const bytes = await own.secrets.send(new GetSecretValueCommand({ SecretId: 'bytes' }));
  expect(Buffer.from(bytes.SecretBinary ?? [])).toEqual(SecretBinary);
  const batch = await own.secrets.send(new BatchGetSecretValueCommand({ SecretIdList: ['bytes', 'none'] }));
  expect(batch.SecretValues).toHaveLength(1);
  expect(batch.Errors).toMatchObject([{ SecretId: 'none', ErrorCode: 'ResourceNotFoundException' }]);
});

test('versions take stages from each other', async () => {
  await using own = await openSecrets();
  const put = (letter: string, more: object = {}) =>
    own.secrets.send(
      new PutSecretValueCommand({
        SecretId: 's',
        SecretString: letter,
        ClientRequestToken: tokenOf(letter),
        ...more,
      }),
    );
  const read = async (by: object) =>
    (await own.secrets.send(new GetSecretValueCommand({ SecretId: 's', ...by }))).SecretString;
  await own.secrets.send(
    new CreateSecretCommand({ Name: 's', SecretString: 'a', ClientRequestToken: tokenOf('a') }),
  );
  await put('b');
  expect([await read({}), await read({ VersionStage: 'AWSPREVIOUS' })]).toEqual(['b', 'a']);
  await put('c', { VersionStages: ['NEXT'] });
  expect([await read({}), await read({ VersionStage: 'NEXT' })]).toEqual(['b', 'c']);
  await put('c', { VersionStages: ['NEXT'] });
  expect(await refusal(put('c', { SecretString: 'other' }))).toContain('ResourceExistsException');
  const move = (more: object) =>
    own.secrets.send(
      new UpdateSecretVersionStageCommand({
        SecretId: 's',
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: tokenOf('c'),
        ...more,
      }),
    );
  expect(await refusal(move({}))).toContain(`currently attached to version ${tokenOf('b')}`);
  await move({ RemoveFromVersionId: tokenOf('b') });
  expect([await read({}), await read({ VersionStage: 'AWSPREVIOUS' })]).toEqual(['c', 'b']);
  expect(await read({ VersionId: tokenOf('a') })).toBe('a');
  const listed = await own.secrets.send(new ListSecretVersionIdsCommand({ SecretId: 's' }));
  expect(listed.Versions?.map(({ VersionId }) => VersionId).sort()).toEqual([tokenOf('b'), tokenOf('c')]);
  const all = await own.secrets.send(
    new ListSecretVersionIdsCommand({ SecretId: 's', IncludeDeprecated: true }),
  );
  expect(all.Versions).toHaveLength(3);
  expect(
    await refusal(own.secrets.send(new GetSecretValueCommand({ SecretId: 's', VersionStage: 'X' }))),
  ).toBe(
    "ResourceNotFoundException 400: Secrets Manager can't find the specified secret value for staging label: X",
  );
});

test('a deleted secret can be restored until its window ends', async () => {
  await using own = await openSecrets();
  await own.secrets.send(new CreateSecretCommand({ Name: 's', SecretString }));
  await own.secrets.send(new DeleteSecretCommand({ SecretId: 's', RecoveryWindowInDays: 7 }));
  const read = () => own.secrets.send(new GetSecretValueCommand({ SecretId: 's' }));
  expect(await refusal(read())).toContain('it was marked for deletion');
  const again = () => own.secrets.send(new CreateSecretCommand({ Name: 's', SecretString }));
  expect(await refusal(again())).toContain('already scheduled for deletion');
  expect((await own.secrets.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
  await own.secrets.send(new RestoreSecretCommand({ SecretId: 's' }));
  expect((await read()).SecretString).toBe(SecretString);
  expect(await refusal(again())).toBe(
    'ResourceExistsException 400: The operation failed because the secret s already exists.',
  );
  await own.secrets.send(new DeleteSecretCommand({ SecretId: 's', RecoveryWindowInDays: 7 }));
  own.clock.advance(7 * 86_400_000);
  expect(await refusal(read())).toContain("can't find the specified secret");
  await again();
  await own.secrets.send(new DeleteSecretCommand({ SecretId: 's', ForceDeleteWithoutRecovery: true }));
  expect(await refusal(read())).toContain('ResourceNotFoundException');
});

test('secrets are listed in pages, in order, and by filter', async () => {
  await using own = await openSecrets();
  for (const Name of ['b/1', 'a/1', 'a/2']) {
    await own.secrets.send(new CreateSecretCommand({ Name, SecretString, Description: `of ${Name}` }));
    own.clock.advance(1000);
  }
  const names = async (input: object) =>
    (await own.secrets.send(new ListSecretsCommand(input))).SecretList?.map(({ Name }) => Name);
  expect(await names({})).toEqual(['a/2', 'a/1', 'b/1']);
  expect(await names({ SortBy: 'name' })).toEqual(['a/1', 'a/2', 'b/1']);
  expect(await names({ Filters: [{ Key: 'name', Values: ['a/'] }], SortOrder: 'asc' })).toEqual([
    'a/1',
    'a/2',
  ]);
  expect(await names({ Filters: [{ Key: 'name', Values: ['!a/'] }] })).toEqual(['b/1']);
  expect(await names({ Filters: [{ Key: 'all', Values: ['OF b'] }] })).toEqual(['b/1']);
  const first = await own.secrets.send(new ListSecretsCommand({ MaxResults: 2 }));
  expect(await names({ MaxResults: 2, NextToken: first.NextToken })).toEqual(['b/1']);
  expect(await refusal(own.secrets.send(new ListSecretsCommand({ NextToken: 'x' })))).toContain(
    'InvalidNextTokenException',
  );
});

test('a key that cannot be used is told, and changing the key encrypts anew', async () => {
  await using own = await openSecrets();
  const { KeyMetadata } = await own.kms.send(new CreateKeyCommand({}));
  const KmsKeyId = KeyMetadata?.KeyId ?? '';
  await own.secrets.send(new CreateSecretCommand({ Name: 's', SecretString, KmsKeyId }));
  await own.kms.send(new DisableKeyCommand({ KeyId: KmsKeyId }));
  const read = () => own.secrets.send(new GetSecretValueCommand({ SecretId: 's' }));
  expect(await refusal(read())).toContain('DecryptionFailure 400');
  const wrong = new CreateSecretCommand({ Name: 't', SecretString, KmsKeyId });
  expect(await refusal(own.secrets.send(wrong))).toContain('EncryptionFailure 400');
  const fresh = await own.kms.send(new CreateKeyCommand({}));
  const update = new UpdateSecretCommand({
    SecretId: 's',
    KmsKeyId: fresh.KeyMetadata?.KeyId,
    SecretString: 'new',
  });
  expect(await refusal(own.secrets.send(update))).toContain('DecryptionFailure');
  await own.secrets.send(new CreateSecretCommand({ Name: 'u', SecretString }));
  await own.secrets.send(new UpdateSecretCommand({ SecretId: 'u', KmsKeyId: fresh.KeyMetadata?.KeyId }));
  const versions = await own.secrets.send(new ListSecretVersionIdsCommand({ SecretId: 'u' }));
  expect(versions.Versions?.[0]?.KmsKeyIds).toEqual([fresh.KeyMetadata?.Arn]);
  const kept = await own.secrets.send(new GetSecretValueCommand({ SecretId: 'u' }));
  expect(kept.SecretString).toBe(SecretString);
});

test('what AWS was recorded to answer about names, versions and keys', async () => {
  await using own = await openSecrets();
  const wrongName =
    'ValidationException 400: Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!';
  expect(await refusal(own.secrets.send(new GetSecretValueCommand({ SecretId: 'a b' })))).toBe(wrongName);
  expect(await refusal(own.secrets.send(new DescribeSecretCommand({ SecretId: 'a*' })))).toBe(wrongName);
  await own.secrets.send(new CreateSecretCommand({ Name: 's' }));
  const empty = await own.secrets.send(new DescribeSecretCommand({ SecretId: 's' }));
  expect(empty.VersionIdsToStages).toBeUndefined();
  const put = { SecretId: 's', SecretString };
  const { VersionId } = await own.secrets.send(new PutSecretValueCommand(put));
  const { Versions } = await own.secrets.send(new ListSecretVersionIdsCommand({ SecretId: 's' }));
  expect(Versions).toMatchObject([{ VersionId, KmsKeyIds: ['DefaultEncryptionKey'] }]);
  const mixed = new GetSecretValueCommand({ SecretId: 's', VersionId, VersionStage: 'AWSPREVIOUS' });
  expect(await refusal(own.secrets.send(mixed))).toBe(
    'InvalidRequestException 400: You provided a VersionStage that is not associated to the provided VersionId.',
  );
  const bare = await sendRaw(own.port, {
    body: JSON.stringify(put),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.PutSecretValue',
    },
    service: 'secretsmanager',
  });
  expect(bare.status).toBe(400);
  expect(JSON.parse(bare.text)).toMatchObject({
    __type: 'InvalidRequestException',
    Message: 'You must provide a ClientRequestToken value. We recommend a UUID-type value.',
  });
});

test('passwords have what was asked for, and what is not offered is refused', async () => {
  await using own = await openSecrets();
  const password = async (input: object) =>
    (await own.secrets.send(new GetRandomPasswordCommand(input))).RandomPassword ?? '';
  expect(await password({})).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{32}$|_/);
  expect(await password({ PasswordLength: 20, ExcludePunctuation: true, ExcludeLowercase: true })).toMatch(
    /^[A-Z0-9]{20}$/,
  );
  expect(await refusal(own.secrets.send(new GetRandomPasswordCommand({ PasswordLength: 2 })))).toContain(
    'InvalidParameterException',
  );
  await own.secrets.send(new CreateSecretCommand({ Name: 's', SecretString }));
  const rotate = new RotateSecretCommand({ SecretId: 's' });
  expect(await refusal(own.secrets.send(rotate))).toContain('NotImplemented 501');
  const bad = new CreateSecretCommand({ Name: 'a b', SecretString });
  expect(await refusal(own.secrets.send(bad))).toContain('ValidationException 400: Invalid name.');
  const both = new CreateSecretCommand({ Name: 'x', SecretString, SecretBinary: Buffer.from('1') });
  expect(await refusal(own.secrets.send(both))).toContain('InvalidParameterException');
});
