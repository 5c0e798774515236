import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  RemoveTagsFromResourceCommand,
  UnlabelParameterVersionCommand,
  type PutParameterRequest,
} from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { refusal } from '../../deliveries/test/harness.ts';
import { openSecrets } from '../../secretsmanager/test/harness.ts';

async function openParameters() {
  const own = await openSecrets();
  return {
    ...own,
    put: (Name: string, Value: string, more: Partial<PutParameterRequest> = {}) =>
      own.ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more })),
    async value(Name: string, more: object = {}) {
      return (await own.ssm.send(new GetParameterCommand({ Name, ...more }))).Parameter?.Value;
    },
  };
}

test('a parameter is put, overwritten, read by version and by label', async () => {
  await using own = await openParameters();
  expect(await own.put('/app/level', 'one')).toMatchObject({ Version: 1, Tier: 'Standard' });
  expect(await refusal(own.put('/app/level', 'two'))).toBe(
    'ParameterAlreadyExists 400: The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
  );
  expect((await own.put('/app/level', 'two', { Overwrite: true })).Version).toBe(2);
  const label = new LabelParameterVersionCommand({
    Name: '/app/level',
    ParameterVersion: 1,
    Labels: ['old', 'aws-x'],
  });
  expect(await own.ssm.send(label)).toMatchObject({ InvalidLabels: ['aws-x'], ParameterVersion: 1 });
  const read = [own.value('/app/level'), own.value('/app/level:1'), own.value('/app/level:old')];
  expect(await Promise.all(read)).toEqual(['two', 'one', 'one']);
  expect(await own.value('arn:aws:ssm:us-east-1:000000000000:parameter/app/level')).toBe('two');
  await own.ssm.send(new LabelParameterVersionCommand({ Name: '/app/level', Labels: ['old'] }));
  expect(await own.value('/app/level:old')).toBe('two');
  const off = new UnlabelParameterVersionCommand({
    Name: '/app/level',
    ParameterVersion: 2,
    Labels: ['old', 'no'],
  });
  expect(await own.ssm.send(off)).toMatchObject({ RemovedLabels: ['old'], InvalidLabels: ['no'] });
  expect(await refusal(own.value('/app/level:7'))).toContain('ParameterVersionNotFound');
  const history = await own.ssm.send(new GetParameterHistoryCommand({ Name: '/app/level' }));
  expect(history.Parameters?.map(({ Value }) => Value)).toEqual(['one', 'two']);
  const some = await own.ssm.send(new GetParametersCommand({ Names: ['/app/level', 'none'] }));
  expect([some.Parameters?.length, some.InvalidParameters]).toEqual([1, ['none']]);
  await own.ssm.send(new DeleteParameterCommand({ Name: '/app/level' }));
  expect(await refusal(own.value('/app/level'))).toContain('ParameterNotFound 400');
});

test('a secure string is kept encrypted, and opened when asked', async () => {
  await using own = await openParameters();
  await own.put('/app/key', 'very secret', { Type: 'SecureString' });
  const sealed = await own.value('/app/key');
  expect(sealed).not.toContain('secret');
  expect(await own.value('/app/key', { WithDecryption: true })).toBe('very secret');
  const row = own.store.database.statement<{ value: Uint8Array }>('SELECT value FROM ssm_version').get();
  expect(Buffer.from(row?.value ?? []).includes('secret')).toBe(false);
  const described = await own.ssm.send(new DescribeParametersCommand({}));
  expect(described.Parameters).toMatchObject([
    { Name: '/app/key', KeyId: 'alias/aws/ssm', Type: 'SecureString' },
  ]);
  const wrong = own.put('/app/other', 'x', { Type: 'SecureString', KeyId: 'alias/none' });
  expect(await refusal(wrong)).toContain('InvalidKeyId 400');
});

test('hierarchies are listed by level, in pages and by filter', async () => {
  await using own = await openParameters();
  for (const name of ['/a/1', '/a/2', '/a/b/3', '/ab/4', 'plain']) await own.put(name, 'x');
  const names = async (input: object) =>
    (await own.ssm.send(new GetParametersByPathCommand({ Path: '/a', ...input }))).Parameters?.map(
      ({ Name }) => Name,
    );
  expect(await names({})).toEqual(['/a/1', '/a/2']);
  expect(await names({ Recursive: true })).toEqual(['/a/1', '/a/2', '/a/b/3']);
  const first = await own.ssm.send(
    new GetParametersByPathCommand({ Path: '/', Recursive: true, MaxResults: 3 }),
  );
  expect(await names({ Path: '/', Recursive: true, NextToken: first.NextToken })).toEqual(['/ab/4']);
  const described = async (ParameterFilters: object[]) => {
    const command = new DescribeParametersCommand({ ParameterFilters } as object);
    return (await own.ssm.send(command)).Parameters?.map(({ Name }) => Name);
  };
  await own.ssm.send(
    new AddTagsToResourceCommand({
      ResourceType: 'Parameter',
      ResourceId: 'plain',
      Tags: [{ Key: 'team', Value: 'x' }],
    }),
  );
  expect(await described([{ Key: 'Name', Option: 'BeginsWith', Values: ['/a/'] }])).toHaveLength(3);
  expect(await described([{ Key: 'tag:team', Values: ['x'] }])).toEqual(['plain']);
  expect(await described([{ Key: 'Path', Option: 'Recursive', Values: ['/a'] }])).toHaveLength(3);
  expect(await refusal(described([{ Key: 'Color', Values: ['x'] }]))).toContain('InvalidFilterKey');
  const deleted = await own.ssm.send(new DeleteParametersCommand({ Names: ['/a/1', 'none'] }));
  expect([deleted.DeletedParameters, deleted.InvalidParameters]).toEqual([['/a/1'], ['none']]);
});

test('tags are added, listed and taken', async () => {
  await using own = await openParameters();
  await own.put('p', 'x', { Tags: [{ Key: 'a', Value: '1' }] });
  const of = { ResourceType: 'Parameter', ResourceId: 'p' } as const;
  await own.ssm.send(new AddTagsToResourceCommand({ ...of, Tags: [{ Key: 'b', Value: '2' }] }));
  await own.ssm.send(new RemoveTagsFromResourceCommand({ ...of, TagKeys: ['a'] }));
  expect((await own.ssm.send(new ListTagsForResourceCommand(of))).TagList).toEqual([
    { Key: 'b', Value: '2' },
  ]);
  const none = new ListTagsForResourceCommand({ ...of, ResourceId: 'none' });
  expect(await refusal(own.ssm.send(none))).toContain('InvalidResourceId');
});

test('names, sizes, types and patterns are checked', async () => {
  await using own = await openParameters();
  expect(await refusal(own.put('ssm-x', 'x'))).toContain('ValidationException');
  expect(await refusal(own.put('aws-x', 'x'))).toBe(
    'AccessDeniedException 400: No access to reserved parameter name: aws-x.',
  );
  expect(await refusal(own.put('a/b', 'x'))).toContain('fully qualified name');
  expect(await refusal(own.put(`/${'a/'.repeat(15)}b`, 'x'))).toContain(
    'HierarchyLevelLimitExceededException',
  );
  const large = 'x'.repeat(4097);
  expect(await refusal(own.put('p', large))).toContain('Standard tier parameters support');
  expect((await own.put('p', large, { Tier: 'Intelligent-Tiering' })).Tier).toBe('Advanced');
  expect(await refusal(own.put('p', 'x', { Overwrite: true, Tier: 'Standard' }))).toContain(
    "can't downgrade",
  );
  expect(await refusal(own.put('p', 'x', { Overwrite: true, Type: 'SecureString' }))).toContain(
    'HierarchyTypeMismatchException',
  );
  expect(await refusal(own.put('n', 'x', { AllowedPattern: '^\\d+$' }))).toContain(
    'ParameterPatternMismatchException',
  );
  expect(await refusal(own.put('n', 'x', { AllowedPattern: '(' }))).toContain(
    'InvalidAllowedPatternException',
  );
  expect(await refusal(own.put('n', 'x', { Policies: '[{}]' }))).toContain('NotImplemented');
});

test('the oldest of a hundred versions makes room, unless it has a label', async () => {
  await using own = await openParameters();
  for (let count = 0; count < 100; count += 1) await own.put('p', `${count}`, { Overwrite: true });
  await own.put('p', 'more', { Overwrite: true });
  expect(await refusal(own.value('p:1'))).toContain('ParameterVersionNotFound');
  await own.ssm.send(new LabelParameterVersionCommand({ Name: 'p', ParameterVersion: 2, Labels: ['keep'] }));
  expect(await refusal(own.put('p', 'x', { Overwrite: true }))).toContain('ParameterMaxVersionLimitExceeded');
});
