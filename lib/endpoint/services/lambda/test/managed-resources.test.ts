import {
  CheckpointDurableExecutionCommand,
  CreateCapacityProviderCommand,
  DeleteCapacityProviderCommand,
  DeleteFunctionCommand,
  GetCapacityProviderCommand,
  GetDurableExecutionCommand,
  GetDurableExecutionHistoryCommand,
  GetDurableExecutionStateCommand,
  GetFunctionConfigurationCommand,
  GetFunctionScalingConfigCommand,
  InvokeCommand,
  ListCapacityProvidersCommand,
  ListDurableExecutionsByFunctionCommand,
  ListFunctionVersionsByCapacityProviderCommand,
  ListTagsCommand,
  PublishVersionCommand,
  PutFunctionScalingConfigCommand,
  SendDurableExecutionCallbackFailureCommand,
  SendDurableExecutionCallbackHeartbeatCommand,
  SendDurableExecutionCallbackSuccessCommand,
  StopDurableExecutionCommand,
  TagResourceCommand,
  UpdateCapacityProviderCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { expect, test, vi } from 'vitest';
import { arnOf, openDeliveries, refusal } from '../../deliveries/test/harness.ts';

const CapacityProviderName = 'fleet';
const providerArn = arnOf('lambda', 'capacity-provider:fleet');
const settings = {
  CapacityProviderName,
  VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
  PermissionsConfig: { CapacityProviderOperatorRoleArn: 'arn:aws:iam::000000000000:role/operator' },
};

test('a capacity provider is kept and shown, and has no functions', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  const created = await lambda.send(new CreateCapacityProviderCommand({ ...settings, Tags: { a: '1' } }));
  expect(created).toMatchObject({
    $metadata: { httpStatusCode: 202 },
    CapacityProvider: {
      CapacityProviderArn: providerArn,
      State: 'Pending',
      InstanceRequirements: { Architectures: ['x86_64'] },
      CapacityProviderScalingConfig: { MaxVCpuCount: 400, ScalingMode: 'Auto' },
    },
  });
  expect(await refusal(lambda.send(new CreateCapacityProviderCommand(settings)))).toContain(
    'ResourceConflictException 409',
  );
  const CapacityProviderScalingConfig = { MaxVCpuCount: 8 };
  await lambda.send(
    new UpdateCapacityProviderCommand({ CapacityProviderName, CapacityProviderScalingConfig }),
  );
  const byArn = { CapacityProviderName: providerArn };
  expect(await lambda.send(new GetCapacityProviderCommand(byArn))).toMatchObject({
    CapacityProvider: {
      State: 'Active',
      VpcConfig: settings.VpcConfig,
      CapacityProviderScalingConfig: { MaxVCpuCount: 8, ScalingMode: 'Auto' },
    },
  });
  const listed = await lambda.send(new ListCapacityProvidersCommand({}));
  expect(listed.CapacityProviders).toHaveLength(1);
  expect(
    (await lambda.send(new ListCapacityProvidersCommand({ State: 'Failed' }))).CapacityProviders,
  ).toEqual([]);
  expect(
    await lambda.send(new ListFunctionVersionsByCapacityProviderCommand({ CapacityProviderName })),
  ).toMatchObject({
    CapacityProviderArn: providerArn,
    FunctionVersions: [],
  });
  await lambda.send(new TagResourceCommand({ Resource: providerArn, Tags: { b: '2' } }));
  expect((await lambda.send(new ListTagsCommand({ Resource: providerArn }))).Tags).toEqual({
    a: '1',
    b: '2',
  });
  expect(await lambda.send(new DeleteCapacityProviderCommand({ CapacityProviderName }))).toMatchObject({
    CapacityProvider: { State: 'Deleting' },
  });
  expect(await refusal(lambda.send(new GetCapacityProviderCommand({ CapacityProviderName })))).toBe(
    `ResourceNotFoundException 404: Capacity provider not found: ${providerArn}`,
  );
  const small = { ...settings, CapacityProviderScalingConfig: { MaxVCpuCount: 1 } };
  expect(await refusal(lambda.send(new CreateCapacityProviderCommand(small)))).toContain(
    "at 'capacityProviderScalingConfig.maxVCpuCount' failed to satisfy constraint",
  );
});

test('a function on a capacity provider is kept with its scaling, and not run', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  await lambda.send(new CreateCapacityProviderCommand(settings));
  const instances = {
    CapacityProviderArn: providerArn,
    PerExecutionEnvironmentMaxConcurrency: 8,
    ExecutionEnvironmentMemoryGiBPerVCpu: 4,
  };
  const CapacityProviderConfig = { LambdaManagedInstancesCapacityProviderConfig: instances };
  const other = { ...instances, CapacityProviderArn: arnOf('lambda', 'capacity-provider:none') };
  const nowhere = { LambdaManagedInstancesCapacityProviderConfig: other };
  expect(
    await refusal(own.createFunction('fn', { CapacityProviderConfig: nowhere, MemorySize: 2048 })),
  ).toContain('ResourceNotFoundException 404: Capacity provider not found');
  expect(await refusal(own.createFunction('fn', { CapacityProviderConfig, MemorySize: 128 }))).toContain(
    'MemorySize must be at least 2048',
  );
  await own.createFunction('fn', { CapacityProviderConfig, MemorySize: 2048, Publish: true });
  const FunctionName = 'fn';
  expect(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).toMatchObject({
    CapacityProviderConfig,
  });
  const version = { FunctionName, Qualifier: '1' };
  const isReady = async () =>
    (await lambda.send(new GetFunctionConfigurationCommand(version))).State === 'Active';
  await vi.waitUntil(isReady, { timeout: 15_000, interval: 1 });
  for (const InvocationType of ['RequestResponse', 'Event', 'DryRun'] as const)
    expect(await refusal(lambda.send(new InvokeCommand({ ...version, InvocationType })))).toMatch(
      /^NotImplemented 501: Not implemented: The function is on a capacity provider.+is not run here/,
    );

  const FunctionScalingConfig = { MinExecutionEnvironments: 3, MaxExecutionEnvironments: 9 };
  await lambda.send(new PutFunctionScalingConfigCommand({ ...version, FunctionScalingConfig }));
  const scaling = await lambda.send(new GetFunctionScalingConfigCommand(version));
  expect(scaling.RequestedFunctionScalingConfig).toEqual(FunctionScalingConfig);
  expect(scaling.AppliedFunctionScalingConfig).toBeUndefined();
  const upsideDown = { MinExecutionEnvironments: 9, MaxExecutionEnvironments: 3 };
  const wrong = { ...version, FunctionScalingConfig: upsideDown };
  expect(await refusal(lambda.send(new PutFunctionScalingConfigCommand(wrong)))).toContain('less than');

  const byProvider = new ListFunctionVersionsByCapacityProviderCommand({ CapacityProviderName });
  expect((await lambda.send(byProvider)).FunctionVersions).toEqual([
    { FunctionArn: `${arnOf('lambda', 'function:fn')}:1`, State: 'Active' },
  ]);
  const remove = () => lambda.send(new DeleteCapacityProviderCommand({ CapacityProviderName }));
  expect(await refusal(remove())).toContain('ResourceConflictException 409');
  expect((await lambda.send(new DeleteFunctionCommand({ FunctionName }))).$metadata.httpStatusCode).toBe(202);
  expect((await lambda.send(byProvider)).FunctionVersions).toEqual([]);
  await remove();
});

test('a function on a capacity provider begins with what AWS gives it, and $LATEST cannot be called', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  await lambda.send(new CreateCapacityProviderCommand(settings));
  const CapacityProviderConfig = {
    LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: providerArn },
  };
  const create = (more: object) => refusal(own.createFunction('fn', { CapacityProviderConfig, ...more }));
  expect(await create({ Runtime: 'python3.12' })).toBe(
    'InvalidParameterValueException 400: Runtime Enum python3.12 does not support specified feature: Lambda Managed Instances',
  );
  expect(await create({ LoggingConfig: { LogFormat: 'Text' } })).toContain(
    'LogLevel is not supported when LogFormat is set to "Text".',
  );
  const byName = {
    LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: CapacityProviderName },
  };
  expect(await create({ CapacityProviderConfig: byName })).toMatch(
    /Value 'fleet' at 'capacityProviderConfig\..+\.capacityProviderArn' .+ pattern: arn:aws.+:capacity-provider:\[a-zA-Z0-9-_\]\+$/,
  );
  await own.createFunction('fn', { CapacityProviderConfig, Runtime: 'python3.13' });
  const found = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'fn' }));
  expect(found).toMatchObject({
    State: 'ActiveNonInvocable',
    LastUpdateStatus: 'Successful',
    MemorySize: 2048,
    LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'INFO' },
    CapacityProviderConfig: {
      LambdaManagedInstancesCapacityProviderConfig: {
        PerExecutionEnvironmentMaxConcurrency: 16,
        ExecutionEnvironmentMemoryGiBPerVCpu: 2,
      },
    },
  });
  expect(found.SnapStart).toBeUndefined();
  expect(await lambda.send(new PublishVersionCommand({ FunctionName: 'fn' }))).toMatchObject({
    Version: '1',
    State: 'Pending',
    StateReasonCode: 'Creating',
  });
  const byProvider = new ListFunctionVersionsByCapacityProviderCommand({ CapacityProviderName });
  expect((await lambda.send(byProvider)).FunctionVersions).toEqual([
    { FunctionArn: `${arnOf('lambda', 'function:fn')}:1`, State: 'Pending' },
  ]);
  const update = (input: object) =>
    lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'fn', ...input }));
  expect(await update({ MemorySize: 32_768, Timeout: 5400 })).toMatchObject({
    State: 'ActiveNonInvocable',
    MemorySize: 32_768,
    Timeout: 5400,
  });
  expect(await refusal(update({ Timeout: 5401 }))).toContain('less than or equal to 5400');
  for (const Qualifier of [undefined, '$LATEST'])
    expect(await refusal(lambda.send(new InvokeCommand({ FunctionName: 'fn', Qualifier })))).toMatch(
      /^NoPublishedVersionException 400: The function can't be invoked because no published version exists\./,
    );
});

test('a durable function is kept, changed, and not run', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  const DurableConfig = { ExecutionTimeout: 3600 };
  expect(await refusal(own.createFunction('fn', { DurableConfig: {} }))).toBe(
    'InvalidParameterValueException 400: You cannot create a function with a durable configuration without an executionTimeout',
  );
  await own.createFunction('fn', { DurableConfig });
  await own.createFunction('plain');
  const FunctionName = 'fn';
  const update = (input: object) => lambda.send(new UpdateFunctionConfigurationCommand(input as never));
  expect(await update({ FunctionName, DurableConfig: { RetentionPeriodInDays: 30 } })).toMatchObject({
    DurableConfig: { ExecutionTimeout: 3600, RetentionPeriodInDays: 30 },
  });
  expect(await refusal(update({ FunctionName: 'plain', DurableConfig }))).toContain(
    'when the function is created',
  );
  expect(await refusal(lambda.send(new InvokeCommand({ FunctionName })))).toBe(
    'InvalidParameterValueException 400: You cannot invoke a durable function using an unqualified ARN.',
  );
  for (const DurableExecutionName of [undefined, 'order-1'])
    expect(
      await refusal(
        lambda.send(new InvokeCommand({ FunctionName, Qualifier: '$LATEST', DurableExecutionName })),
      ),
    ).toMatch(/^NotImplemented 501: Not implemented: The function is durable.+is not run here/);
  const named = new InvokeCommand({ FunctionName: 'plain', DurableExecutionName: 'order-1' });
  expect(await refusal(lambda.send(named))).toBe(
    'InvalidParameterValueException 400: DurableExecutionName can be given for durable functions alone.',
  );
  const listed = await lambda.send(new ListDurableExecutionsByFunctionCommand({ FunctionName }));
  expect(listed.DurableExecutions).toEqual([]);
});

test('an ordinary function has no scaling configuration and no durable executions', async () => {
  await using own = await openDeliveries();
  const { lambda } = own;
  await own.createFunction('fn');
  const scaling = { FunctionName: 'fn', Qualifier: '$LATEST' };
  const message =
    "InvalidParameterValueException 400: FunctionScalingConfig isn't supported for Lambda Default functions.";
  expect(await refusal(lambda.send(new GetFunctionScalingConfigCommand(scaling)))).toBe(message);
  expect(await refusal(lambda.send(new PutFunctionScalingConfigCommand(scaling)))).toBe(message);
  const listed = await lambda.send(new ListDurableExecutionsByFunctionCommand({ FunctionName: 'fn' }));
  expect(listed.DurableExecutions).toEqual([]);
  expect(
    await refusal(lambda.send(new ListDurableExecutionsByFunctionCommand({ FunctionName: 'none' }))),
  ).toContain('ResourceNotFoundException 404: Function not found');
  const DurableExecutionArn = arnOf('lambda', 'function:fn:$LATEST/durable-execution/name/id');
  const gone = `ResourceNotFoundException 404: Durable execution not found: ${DurableExecutionArn}`;
  expect(await refusal(lambda.send(new GetDurableExecutionCommand({ DurableExecutionArn })))).toBe(gone);
  expect(await refusal(lambda.send(new GetDurableExecutionHistoryCommand({ DurableExecutionArn })))).toBe(
    gone,
  );
  expect(await refusal(lambda.send(new StopDurableExecutionCommand({ DurableExecutionArn })))).toBe(gone);
  const token = { DurableExecutionArn, CheckpointToken: 'x' };
  expect(await refusal(lambda.send(new CheckpointDurableExecutionCommand(token)))).toContain(
    'Invalid Checkpoint Token',
  );
  expect(await refusal(lambda.send(new GetDurableExecutionStateCommand(token)))).toContain(
    'Invalid Checkpoint Token',
  );
  const CallbackId = 'c';
  const refusals = await Promise.all([
    refusal(lambda.send(new SendDurableExecutionCallbackFailureCommand({ CallbackId }))),
    refusal(lambda.send(new SendDurableExecutionCallbackHeartbeatCommand({ CallbackId }))),
    refusal(lambda.send(new SendDurableExecutionCallbackSuccessCommand({ CallbackId }))),
  ]);
  expect(refusals).toEqual(Array(3).fill('ResourceNotFoundException 404: Callback not found: c'));
});
