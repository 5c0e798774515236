import {
  CreateCodeSigningConfigCommand,
  CreateFunctionCommand,
  DeleteCodeSigningConfigCommand,
  DeleteFunctionCodeSigningConfigCommand,
  DeleteFunctionCommand,
  GetCodeSigningConfigCommand,
  GetFunctionCodeSigningConfigCommand,
  InvokeAsyncCommand,
  ListCodeSigningConfigsCommand,
  ListFunctionsByCodeSigningConfigCommand,
  ListTagsCommand,
  PutFunctionCodeSigningConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateCodeSigningConfigCommand,
  UpdateFunctionCodeCommand,
  type CodeSigningPolicy,
} from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';
import { roleArn, zip } from './harness.ts';

const AllowedPublishers = {
  SigningProfileVersionArns: ['arn:aws:signer:us-east-1:000000000000:/signing-profiles/p/abcdefghij'],
};
const missing = arnOf('lambda', `code-signing-config:csc-${'0'.repeat(17)}`);

async function config({ lambda }: Deliveries, policy?: CodeSigningPolicy): Promise<string> {
  const { CodeSigningConfig } = await lambda.send(
    new CreateCodeSigningConfigCommand({
      AllowedPublishers,
      ...(policy && { CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy } }),
    }),
  );
  return CodeSigningConfig?.CodeSigningConfigArn ?? '';
}

const update = ({ lambda }: Deliveries) =>
  lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'fn', ZipFile: zip('other') }));

test('a configuration is created, read, changed, listed, tagged and deleted', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  const created = await lambda.send(
    new CreateCodeSigningConfigCommand({ Description: 'mine', AllowedPublishers, Tags: { a: '1' } }),
  );
  expect(created.$metadata.httpStatusCode).toBe(201);
  const CodeSigningConfigArn = created.CodeSigningConfig?.CodeSigningConfigArn ?? '';
  expect(created.CodeSigningConfig).toEqual({
    CodeSigningConfigId: expect.stringMatching(/^csc-[a-z0-9]{17}$/) as string,
    CodeSigningConfigArn: expect.stringMatching(
      /^arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-/,
    ) as string,
    Description: 'mine',
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
    LastModified: expect.stringMatching(/\+0000$/) as string,
  });
  const CodeSigningPolicies = { UntrustedArtifactOnDeployment: 'Enforce' as const };
  await lambda.send(new UpdateCodeSigningConfigCommand({ CodeSigningConfigArn, CodeSigningPolicies }));
  const { CodeSigningConfig } = await lambda.send(new GetCodeSigningConfigCommand({ CodeSigningConfigArn }));
  expect(CodeSigningConfig).toMatchObject({ Description: 'mine', CodeSigningPolicies });
  await config(own);
  const page = await lambda.send(new ListCodeSigningConfigsCommand({ MaxItems: 1 }));
  const rest = await lambda.send(new ListCodeSigningConfigsCommand({ Marker: page.NextMarker }));
  expect([page.CodeSigningConfigs?.length, rest.CodeSigningConfigs?.length, rest.NextMarker]).toEqual([
    1,
    1,
    undefined,
  ]);
  const Resource = CodeSigningConfigArn;
  await lambda.send(new TagResourceCommand({ Resource, Tags: { b: '2' } }));
  await lambda.send(new UntagResourceCommand({ Resource, TagKeys: ['a'] }));
  expect((await lambda.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ b: '2' });
  await lambda.send(new DeleteCodeSigningConfigCommand({ CodeSigningConfigArn }));
  expect(await refusal(lambda.send(new GetCodeSigningConfigCommand({ CodeSigningConfigArn })))).toBe(
    `ResourceNotFoundException 404: The Lambda code signing configuration ${CodeSigningConfigArn} can not be found.`,
  );
  const none = { SigningProfileVersionArns: [] };
  expect(
    await refusal(lambda.send(new CreateCodeSigningConfigCommand({ AllowedPublishers: none }))),
  ).toContain("at 'allowedPublishers.signingProfileVersionArns' failed to satisfy constraint");
});

test('Enforce blocks what cannot be verified, and Warn lets it through and says so', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  const enforce = await config(own, 'Enforce');
  const Function = {
    FunctionName: 'new',
    Runtime: 'nodejs24.x' as const,
    Handler: 'index.handler',
    Role: roleArn,
  };
  const create = (CodeSigningConfigArn: string) =>
    lambda.send(new CreateFunctionCommand({ ...Function, Code: { ZipFile: zip() }, CodeSigningConfigArn }));
  expect(await refusal(create(enforce))).toContain(
    'CodeVerificationFailedException 400: Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for new.',
  );
  expect(await refusal(create(missing))).toBe(
    `CodeSigningConfigNotFoundException 404: The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${missing}.`,
  );
  // What is deployed already stays; new code does not come in.
  await own.createFunction('fn');
  const attach = { FunctionName: 'fn', CodeSigningConfigArn: enforce };
  expect(await lambda.send(new PutFunctionCodeSigningConfigCommand(attach))).toMatchObject(attach);
  expect(await lambda.send(new GetFunctionCodeSigningConfigCommand({ FunctionName: 'fn' }))).toMatchObject(
    attach,
  );
  expect(await refusal(update(own))).toContain('CodeVerificationFailedException 400');
  const byConfig = { CodeSigningConfigArn: enforce };
  expect(await lambda.send(new ListFunctionsByCodeSigningConfigCommand(byConfig))).toMatchObject({
    FunctionArns: [arnOf('lambda', 'function:fn')],
  });
  expect(await refusal(lambda.send(new DeleteCodeSigningConfigCommand(byConfig)))).toContain(
    'ResourceConflictException 409: The code signing configuration is in use by the function fn.',
  );
  const warn = await config(own, 'Warn');
  await lambda.send(
    new PutFunctionCodeSigningConfigCommand({ FunctionName: 'fn', CodeSigningConfigArn: warn }),
  );
  await update(own);
  expect(
    own.logged.some(({ message }) => message.startsWith('The signature of the code was not verified')),
  ).toBe(true);
  await lambda.send(new DeleteFunctionCodeSigningConfigCommand({ FunctionName: 'fn' }));
  expect(
    (await lambda.send(new GetFunctionCodeSigningConfigCommand({ FunctionName: 'fn' }))).CodeSigningConfigArn,
  ).toBeUndefined();
  await create(warn);
  await lambda.send(new DeleteFunctionCommand({ FunctionName: 'new' }));
  // With the function its attachment went.
  await lambda.send(new DeleteCodeSigningConfigCommand({ CodeSigningConfigArn: warn }));
});

test('InvokeAsync puts its arguments into the queue', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  const answer = await own.lambda.send(new InvokeAsyncCommand({ FunctionName: 'fn', InvokeArgs: '{"a":1}' }));
  expect(answer).toMatchObject({ Status: 202, $metadata: { httpStatusCode: 202 } });
  await own.until(() => own.eventsOf('fn').length > 0);
  expect(own.eventsOf('fn')).toEqual([{ a: 1 }]);
  expect(
    await refusal(own.lambda.send(new InvokeAsyncCommand({ FunctionName: 'fn', InvokeArgs: '{' }))),
  ).toContain('InvalidRequestContentException 400');
  expect(
    await refusal(own.lambda.send(new InvokeAsyncCommand({ FunctionName: 'none', InvokeArgs: '{}' }))),
  ).toContain('ResourceNotFoundException 404');
  const large = JSON.stringify('x'.repeat(1_048_577));
  expect(
    await refusal(own.lambda.send(new InvokeAsyncCommand({ FunctionName: 'fn', InvokeArgs: large }))),
  ).toContain('413');
});
