import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateRandomCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import type { Store } from '../../../store/database.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { refusal } from '../../deliveries/test/harness.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createKmsService } from '../index.ts';

async function openKms(given?: { store: Store }) {
  const clock = createManualClock();
  const own = given ? undefined : await openTemporaryStore({ now: clock.now });
  const store = given?.store ?? own;
  if (!store) throw new Error('no store');
  const service = await createKmsService({ store, clock });
  const failures: object[] = [];
  const log = { error: (fields: object) => void failures.push(fields) };
  const wire = createWire([service], { log });
  const listener = await startListener({ port: 0, host: '127.0.0.1', wire, health: () => ({}), log });
  const kms = new KMSClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    kms,
    clock,
    store,
    async key(): Promise<string> {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
      return KeyMetadata?.KeyId ?? '';
    },
    async [Symbol.asyncDispose]() {
      expect(failures).toEqual([]);
      kms.destroy();
      await listener.close();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

const Plaintext = Buffer.from('secret words');

test('a key is created, described, listed, tagged, disabled and deleted in time', async () => {
  await using own = await openKms();
  const { kms } = own;
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ Description: 'mine', Tags: [{ TagKey: 'a', TagValue: '1' }] }),
  );
  const KeyId = KeyMetadata?.KeyId ?? '';
  const Arn = `arn:aws:kms:us-east-1:000000000000:key/${KeyId}`;
  expect(KeyMetadata).toMatchObject({
    Arn,
    KeyState: 'Enabled',
    Enabled: true,
    KeySpec: 'SYMMETRIC_DEFAULT',
  });
  await own.key();
  const first = await kms.send(new ListKeysCommand({ Limit: 1 }));
  const second = await kms.send(new ListKeysCommand({ Marker: first.NextMarker }));
  expect([first.Truncated, second.Truncated, second.Keys?.length]).toEqual([true, false, 1]);
  await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'b', TagValue: '2' }] }));
  await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['a'] }));
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([
    { TagKey: 'b', TagValue: '2' },
  ]);
  await kms.send(new DisableKeyCommand({ KeyId }));
  expect(await refusal(kms.send(new EncryptCommand({ KeyId, Plaintext })))).toBe(
    `DisabledException 400: ${Arn} is disabled.`,
  );
  await kms.send(new EnableKeyCommand({ KeyId }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  expect(await refusal(kms.send(new EncryptCommand({ KeyId, Plaintext })))).toBe(
    `KMSInvalidStateException 400: ${Arn} is pending deletion.`,
  );
  await kms.send(new CancelKeyDeletionCommand({ KeyId }));
  expect((await kms.send(new DescribeKeyCommand({ KeyId: Arn }))).KeyMetadata?.KeyState).toBe('Disabled');
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  own.clock.advance(7 * 86_400_000);
  expect(await refusal(kms.send(new DescribeKeyCommand({ KeyId: Arn })))).toBe(
    `NotFoundException 400: Key '${Arn}' does not exist`,
  );
  expect((await kms.send(new ListKeysCommand({}))).Keys).toHaveLength(1);
  expect(await refusal(kms.send(new CreateKeyCommand({ KeySpec: 'RSA_2048' })))).toContain('NotImplemented');
});

test('what is encrypted comes back with its key and context alone', async () => {
  await using own = await openKms();
  const { kms } = own;
  const KeyId = await own.key();
  const EncryptionContext = { a: '1', b: '2' };
  const { CiphertextBlob = new Uint8Array() } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext, EncryptionContext }),
  );
  expect(Buffer.from(CiphertextBlob).includes(Plaintext)).toBe(false);
  const decrypt = (more: object) => kms.send(new DecryptCommand({ CiphertextBlob, ...more }));
  const answer = await decrypt({ EncryptionContext: { b: '2', a: '1' } });
  expect(Buffer.from(answer.Plaintext ?? [])).toEqual(Plaintext);
  expect(answer.KeyId).toContain(KeyId);
  expect(await refusal(decrypt({}))).toContain('InvalidCiphertextException 400');
  const other = await own.key();
  expect(await refusal(decrypt({ EncryptionContext, KeyId: other }))).toContain('IncorrectKeyException 400');
  const changed = Buffer.from(CiphertextBlob);
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
  expect(await refusal(decrypt({ EncryptionContext, CiphertextBlob: changed }))).toContain(
    'InvalidCiphertextException',
  );
  expect(await refusal(decrypt({ CiphertextBlob: Buffer.from('made up') }))).toContain(
    'InvalidCiphertextException',
  );
  const large = Buffer.alloc(4097);
  expect(await refusal(kms.send(new EncryptCommand({ KeyId, Plaintext: large })))).toContain(
    'ValidationException',
  );
  const data = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
  const opened = await decrypt({ CiphertextBlob: data.CiphertextBlob });
  expect(opened.Plaintext).toEqual(data.Plaintext);
  expect(opened.Plaintext).toHaveLength(32);
  const hidden = await kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, NumberOfBytes: 64 }));
  expect((await decrypt({ CiphertextBlob: hidden.CiphertextBlob })).Plaintext).toHaveLength(64);
  expect((await kms.send(new GenerateRandomCommand({ NumberOfBytes: 8 }))).Plaintext).toHaveLength(8);
  expect(await refusal(kms.send(new GenerateDataKeyCommand({ KeyId })))).toContain(
    'either number of bytes or key spec',
  );
});

test('names and numbers are refused in the words of recorded answers of AWS', async () => {
  await using own = await openKms();
  const { kms } = own;
  const random = (NumberOfBytes?: number) => refusal(kms.send(new GenerateRandomCommand({ NumberOfBytes })));
  expect(await random()).toBe('ValidationException 400: NumberOfBytes is required.');
  const prefix = (value: number) =>
    `ValidationException 400: 1 validation error detected: Value '${value}' at 'numberOfBytes' failed to satisfy constraint: Member must have value`;
  expect(await random(0)).toBe(`${prefix(0)} greater than or equal to 1`);
  expect(await random(1025)).toBe(`${prefix(1025)} less than or equal to 1024`);
  const describe = (KeyId: string) => refusal(kms.send(new DescribeKeyCommand({ KeyId })));
  expect(await describe('fake-key-id')).toBe("NotFoundException 400: Invalid keyId 'fake-key-id'");
  const mrk = 'mrk-d3b95762d3b95762d3b95762d3b95762';
  expect(await describe(mrk)).toBe(
    `NotFoundException 400: Key 'arn:aws:kms:us-east-1:000000000000:key/${mrk}' does not exist`,
  );
  expect(await describe(`arn:aws:kms:ap-southeast-1:000000000000:key/${mrk}`)).toBe(
    'NotFoundException 400: Invalid arn ap-southeast-1',
  );
  const bare = new CreateAliasCommand({ AliasName: 'bare', TargetKeyId: await own.key() });
  expect(await refusal(kms.send(bare))).toMatch(/^ValidationException 400: Alias must start with the prefix/);
});

test('aliases name keys, move and go', async () => {
  await using own = await openKms();
  const { kms } = own;
  const [one, two] = [await own.key(), await own.key()];
  const AliasName = 'alias/app/main';
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: one }));
  expect(await refusal(kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: two })))).toBe(
    'AlreadyExistsException 400: An alias with the name arn:aws:kms:us-east-1:000000000000:alias/app/main already exists',
  );
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: AliasName, Plaintext }));
  await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: two }));
  expect((await kms.send(new DescribeKeyCommand({ KeyId: AliasName }))).KeyMetadata?.KeyId).toBe(two);
  expect((await kms.send(new DecryptCommand({ CiphertextBlob }))).KeyId).toContain(one);
  expect((await kms.send(new ListAliasesCommand({ KeyId: one }))).Aliases).toEqual([]);
  expect((await kms.send(new ListAliasesCommand({}))).Aliases).toMatchObject([
    { AliasName, TargetKeyId: two },
  ]);
  await kms.send(new DeleteAliasCommand({ AliasName }));
  expect(await refusal(kms.send(new DescribeKeyCommand({ KeyId: AliasName })))).toBe(
    'NotFoundException 400: Alias arn:aws:kms:us-east-1:000000000000:alias/app/main is not found.',
  );
  const reserved = new CreateAliasCommand({ AliasName: 'alias/aws/lambda', TargetKeyId: one });
  expect(await refusal(kms.send(reserved))).toContain('InvalidAliasNameException');
});

test('keys survive a restart, and their material is not in the database', async () => {
  await using own = await openKms();
  const KeyId = await own.key();
  const { CiphertextBlob } = await own.kms.send(new EncryptCommand({ KeyId, Plaintext }));
  await using again = await openKms({ store: own.store });
  const answer = await again.kms.send(new DecryptCommand({ CiphertextBlob }));
  expect(Buffer.from(answer.Plaintext ?? [])).toEqual(Plaintext);
  const file = path.join(own.store.folder, 'kms-root.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const row = own.store.database.statement<{ material: Uint8Array }>('SELECT material FROM kms_key').get();
  // 32 bytes of material, and what sealing adds.
  expect(row?.material.length).toBe(32 + 28);
  expect(await readFile(file)).toHaveLength(32);
});
