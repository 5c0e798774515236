import {
  AddPermissionCommand,
  DeleteResourcePolicyCommand,
  GetPolicyCommand,
  GetResourcePolicyCommand,
  InvokeCommand,
  LambdaClient,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';

const ResourceArn = arnOf('lambda', 'function:fn');
const allow = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'lambda:InvokeFunction' };

const put = ({ lambda }: Deliveries, Statement: unknown, more: object = {}) =>
  lambda.send(
    new PutResourcePolicyCommand({
      ResourceArn,
      Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
      ...more,
    }),
  );

test('a whole document replaces, is read, guarded by its revision, and deleted', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  await own.createFunction('fn');
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'fn',
      StatementId: 'old',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    }),
  );
  const answer = await put(own, [{ Sid: 'new', ...allow, Resource: ResourceArn }]);
  const statements = (text: string | undefined) =>
    (JSON.parse(text ?? '') as { Statement: unknown }).Statement;
  expect(statements(answer.Policy)).toEqual([{ Sid: 'new', ...allow, Resource: ResourceArn }]);
  const read = await lambda.send(new GetResourcePolicyCommand({ ResourceArn }));
  expect(read).toMatchObject({ Policy: answer.Policy, RevisionId: answer.RevisionId });
  expect(await lambda.send(new GetPolicyCommand({ FunctionName: 'fn' }))).toMatchObject({
    Policy: answer.Policy,
  });
  expect(await refusal(put(own, allow, { RevisionId: 'stale' }))).toBe(
    'PreconditionFailedException 412: The Revision Id provided does not match the latest Revision Id. Call the GetResourcePolicy API to retrieve the latest Revision Id',
  );
  const { RevisionId } = await put(own, allow, { RevisionId: answer.RevisionId });
  await lambda.send(new DeleteResourcePolicyCommand({ ResourceArn, RevisionId }));
  expect(await refusal(lambda.send(new GetResourcePolicyCommand({ ResourceArn })))).toBe(
    'ResourceNotFoundException 404: The resource you requested does not exist.',
  );
});

test('what a document says decides who may call', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  const other = new LambdaClient({
    endpoint: `http://127.0.0.1:${own.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  const call = (client: LambdaClient) =>
    client.send(new InvokeCommand({ FunctionName: ResourceArn })).then(
      ({ StatusCode }) => StatusCode,
      (error: { name: string; message: string }) => `${error.name}: ${error.message}`,
    );
  expect(await call(other)).toContain('because no resource-based policy allows');
  await put(own, {
    ...allow,
    Principal: { AWS: ['444455556666', 'arn:aws:iam::111122223333:root'] },
    Action: 'lambda:Invoke*',
  });
  expect(await call(other)).toBe(200);
  const deny = { Effect: 'Deny', Principal: '*', Action: ['lambda:InvokeFunction', 'lambda:GetFunction'] };
  await put(own, [allow, deny]);
  expect(await call(other)).toContain('AccessDeniedException');
  expect(await call(own.lambda)).toBe(
    `AccessDeniedException: User: arn:aws:iam::000000000000:root is not authorized to perform: lambda:InvokeFunction on resource: ${ResourceArn} with an explicit deny in a resource-based policy`,
  );
  const condition = { StringNotEquals: { 'aws:SourceAccount': '000000000000' } };
  await put(own, [allow, { ...deny, Principal: { AWS: '111122223333' }, Condition: condition }]);
  expect(await call(other)).toContain('AccessDeniedException');
  expect(await call(own.lambda)).toBe(200);
  other.destroy();
});

test('documents that are broken or cannot be evaluated are refused', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  const bad = 'InvalidParameterValueException 400: The provided policy is invalid:';
  expect(await refusal(put(own, undefined, { Policy: '{' }))).toBe(`${bad} it is not valid JSON.`);
  expect(await refusal(put(own, { ...allow, Effect: 'Maybe' }))).toContain(bad);
  expect(await refusal(put(own, { ...allow, Action: 's3:GetObject' }))).toContain(bad);
  expect(await refusal(put(own, { ...allow, Resource: '*' }))).toContain(bad);
  expect(
    await refusal(
      put(own, [
        { ...allow, Sid: 'a' },
        { ...allow, Sid: 'a' },
      ]),
    ),
  ).toContain(bad);
  expect(await refusal(put(own, { ...allow, Principal: undefined, NotPrincipal: '*' }))).toContain(
    'NotImplemented 501',
  );
  const unknown = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
  expect(await refusal(put(own, { ...allow, Condition: unknown }))).toContain(
    'NotImplemented 501: The condition key',
  );
  expect(
    await refusal(put(own, { ...allow, Condition: { IpAddress: { 'aws:SourceIp': '1.2.3.4' } } })),
  ).toContain('NotImplemented 501: The condition operator IpAddress');
  expect(await refusal(put(own, allow, { ResourceArn: arnOf('lambda', 'function:none') }))).toContain('404');
  expect(await refusal(put(own, allow, { ResourceArn: arnOf('lambda', 'function:f*') }))).toContain(
    'without wildcard',
  );
  const large = Array.from({ length: 99 }, (_, index) => ({
    ...allow,
    Resource: ResourceArn,
    Sid: `${index}`.padEnd(100, 'x'),
  }));
  expect(await refusal(put(own, large))).toContain('PolicyLengthExceededException 400');
});
