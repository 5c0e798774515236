import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { openLambda, ready, refusalOf, roleArn, zip, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('creation', () => {
  test('answers Pending with every default, and becomes Active with a new revision', async () => {
    await using lambda = await openLambda();
    const created = await lambda.create();
    const constant = {
      FunctionName: 'fn',
      FunctionArn: arn,
      Runtime: 'nodejs24.x',
      Role: roleArn,
      Handler: 'index.handler',
      CodeSize: zip().length,
      Description: '',
      Timeout: 3,
      MemorySize: 128,
      LastModified: '2026-02-03T04:05:06.789+0000',
      CodeSha256: createHash('sha256').update(zip()).digest('base64'),
      Version: '$LATEST',
      TracingConfig: { Mode: 'PassThrough' },
      PackageType: 'Zip',
      Architectures: ['x86_64'],
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/fn' },
    };
    const runtimeVersion = {
      RuntimeVersionArn: expect.stringMatching(/^arn:aws:lambda:eu-west-1::runtime:[0-9a-f]{64}$/),
    };
    expect(created).toEqual({
      ...constant,
      RuntimeVersionConfig: runtimeVersion,
      RevisionId: expect.stringMatching(uuid),
      State: 'Pending',
      StateReason: 'The function is being created.',
      StateReasonCode: 'Creating',
    });
    expect((await lambda.configuration())['State']).toBe('Pending');
    await ready(lambda);
    const active = await lambda.configuration();
    expect(active).toEqual({
      ...constant,
      RuntimeVersionConfig: runtimeVersion,
      RevisionId: expect.stringMatching(uuid),
      State: 'Active',
      LastUpdateStatus: 'Successful',
    });
    expect(active['RevisionId']).not.toBe(created['RevisionId']);
    const { Functions } = await lambda.call('ListFunctions', {});
    expect(Functions).toEqual([{ ...constant, RevisionId: active['RevisionId'] }]);
  });

  test('keeps what was sent', async () => {
    await using lambda = await openLambda();
    const created = await lambda.create({
      Description: 'd',
      Timeout: 900,
      MemorySize: 10_240,
      EphemeralStorage: { Size: 1024 },
      Architectures: ['arm64'],
      Environment: { Variables: { AB: '1' } },
      TracingConfig: { Mode: 'Active' },
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:000000000000:dlq' },
      KMSKeyArn: 'arn:aws:kms:eu-west-1:000000000000:key/1',
      LoggingConfig: { LogFormat: 'JSON', LogGroup: 'g' },
      VpcConfig: { SubnetIds: [], SecurityGroupIds: [] },
      Tags: { a: 'b' },
    });
    expect(created).toMatchObject({
      Description: 'd',
      Timeout: 900,
      MemorySize: 10_240,
      EphemeralStorage: { Size: 1024 },
      Architectures: ['arm64'],
      Environment: { Variables: { AB: '1' } },
      TracingConfig: { Mode: 'Active' },
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:000000000000:dlq' },
      KMSKeyArn: 'arn:aws:kms:eu-west-1:000000000000:key/1',
      LoggingConfig: {
        ApplicationLogLevel: 'INFO',
        LogFormat: 'JSON',
        LogGroup: 'g',
        SystemLogLevel: 'INFO',
      },
      VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: '', Ipv6AllowedForDualStack: false },
    });
    expect((await lambda.call('GetFunction', { FunctionName: 'fn' }))['Tags']).toEqual({ a: 'b' });
  });

  test('of the same name twice, one after the other or at once, makes one', async () => {
    await using lambda = await openLambda();
    const both = await Promise.allSettled([lambda.create(), lambda.create()]);
    expect(both.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(lambda.create())).toBe(
      'ResourceConflictException 409: Function already exist: fn',
    );
    expect((await lambda.call('GetAccountSettings', {}))['AccountUsage']).toEqual({
      FunctionCount: 1,
      TotalCodeSize: zip().length,
    });
  });

  test('is split by account and Region', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    for (const place of [{ accountId: '111111111111' }, { region: 'us-east-1' }]) {
      expect((await lambda.call('ListFunctions', {}, place))['Functions']).toEqual([]);
      expect(await refusalOf(lambda.call('GetFunction', { FunctionName: 'fn' }, place))).toContain(
        'Function not found',
      );
    }
  });

  test('that the last run did not finish is finished by the next', async () => {
    await using store = await openTemporaryStore();
    const before = await openLambda({ store });
    await before.create();
    await before.service.close?.();
    await using after = await openLambda({ store });
    expect((await after.configuration())['State']).toBe('Pending');
    await ready(after);
    expect((await after.configuration())['State']).toBe('Active');
    expect(after.logged).toContainEqual({
      fields: { functions: 1 },
      message: expect.stringContaining('last run'),
    });
  });

  test('whose code cannot be unpacked fails, and says so', async () => {
    const archives = {
      inspect: () => Promise.resolve({ kind: 'sound' as const, unpackedBytes: 1 }),
      folderFor: () => Promise.reject(new Error('disk full')),
      forget: () => Promise.resolve(),
    };
    await using lambda = await openLambda({ archives });
    await lambda.create();
    await ready(lambda);
    expect(await lambda.configuration()).toMatchObject({
      State: 'Failed',
      StateReasonCode: 'InvalidZipFileException',
    });
    expect(lambda.logged[0]?.message).toContain('could not be unpacked');
  });
});

describe('a change of configuration', () => {
  test('shows InProgress, touches only what was sent, and runs the previous settings until it ends', async () => {
    await using lambda = await openLambda();
    await lambda.create({ Description: 'before', Environment: { Variables: { AB: '1', CD: '2' } } });
    await ready(lambda);
    const before = await lambda.configuration();
    lambda.clock.advance(5000);
    const updated = await lambda.call('UpdateFunctionConfiguration', {
      FunctionName: 'fn',
      Timeout: 15,
      Environment: { Variables: { EF: '3' } },
      RevisionId: before['RevisionId'],
    });
    expect(updated).toMatchObject({
      Description: 'before',
      Timeout: 15,
      Environment: { Variables: { EF: '3' } },
      State: 'Active',
      LastUpdateStatus: 'InProgress',
      LastUpdateStatusReason: 'The function is being created.',
      LastUpdateStatusReasonCode: 'Creating',
    });
    expect(updated['RevisionId']).not.toBe(before['RevisionId']);
    expect(updated['LastModified']).not.toBe(before['LastModified']);

    await lambda.call('Invoke', { FunctionName: 'fn' });
    expect(lambda.script.calls[0]?.launch).toMatchObject({
      timeoutSeconds: 3,
      variables: { AB: '1', CD: '2' },
    });
    const busy = `ResourceConflictException 409: The operation cannot be performed at this time. An update is in progress for resource: ${arn}`;
    const again = { FunctionName: 'fn', ZipFile: zip('2') };
    expect(await refusalOf(lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn' }))).toBe(busy);
    expect(await refusalOf(lambda.call('UpdateFunctionCode', again))).toBe(busy);

    await ready(lambda);
    const after = await lambda.configuration();
    expect(after).toMatchObject({ LastUpdateStatus: 'Successful', Timeout: 15 });
    expect(after['LastUpdateStatusReason']).toBeUndefined();
    expect(after['RevisionId']).not.toBe(updated['RevisionId']);
    await lambda.call('Invoke', { FunctionName: 'fn' });
    expect(lambda.script.calls[1]?.launch).toMatchObject({ timeoutSeconds: 15, variables: { EF: '3' } });
    expect(lambda.script.calls[1]?.launch.key).not.toBe(lambda.script.calls[0]?.launch.key);
    expect(lambda.script.retired).toEqual([lambda.script.calls[0]?.launch.key]);
  });

  test('is refused while Pending, and with a stale revision', async () => {
    await using lambda = await openLambda();
    const created = await lambda.create();
    const change = { FunctionName: 'fn', RevisionId: created['RevisionId'] };
    const pending =
      'ResourceConflictException 409: The operation cannot be performed at this time. The function is currently in the following state: Pending';
    expect(await refusalOf(lambda.call('UpdateFunctionConfiguration', change))).toBe(pending);
    expect(await refusalOf(lambda.call('UpdateFunctionCode', { FunctionName: 'fn', ZipFile: zip() }))).toBe(
      pending,
    );
    expect(await refusalOf(lambda.call('Invoke', { FunctionName: 'fn' }))).toBe(pending);
    await ready(lambda);
    const stale =
      'PreconditionFailedException 412: The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id';
    expect(await refusalOf(lambda.call('UpdateFunctionConfiguration', change))).toBe(stale);
    expect(await refusalOf(lambda.call('UpdateFunctionCode', { ...change, ZipFile: zip() }))).toBe(stale);
    // The model gives a revision no form: any other text is a stale one.
    const other = { FunctionName: 'fn', RevisionId: 'other' };
    expect(await refusalOf(lambda.call('UpdateFunctionConfiguration', other))).toBe(stale);
    expect(await refusalOf(lambda.call('UpdateFunctionCode', { ...other, ZipFile: zip() }))).toBe(stale);
    expect(await refusalOf(lambda.call('PublishVersion', other))).toBe(stale);
  });

  test('merges logging, and Text drops the levels but not the group', async () => {
    await using lambda = await openLambda();
    await lambda.create({ LoggingConfig: { LogGroup: 'mine' } });
    await ready(lambda);
    const change = async (LoggingConfig: object) => {
      await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', LoggingConfig });
      await ready(lambda);
      return (await lambda.configuration())['LoggingConfig'];
    };
    expect(await change({ LogFormat: 'JSON', ApplicationLogLevel: 'WARN' })).toEqual({
      LogFormat: 'JSON',
      ApplicationLogLevel: 'WARN',
      SystemLogLevel: 'INFO',
      LogGroup: 'mine',
    });
    expect(await change({ SystemLogLevel: 'DEBUG' })).toMatchObject({
      ApplicationLogLevel: 'WARN',
      SystemLogLevel: 'DEBUG',
    });
    expect(await change({ LogFormat: 'Text' })).toEqual({ LogFormat: 'Text', LogGroup: 'mine' });
    expect(await refusalOf(change({ SystemLogLevel: 'DEBUG' }))).toBe(
      'InvalidParameterValueException 400: LogLevel is not supported when LogFormat is set to "Text". Remove LogLevel from your request or change the LogFormat to "JSON" and try again.',
    );
  });

  test('clears a dead letter target, which still shows in the direct answer', async () => {
    await using lambda = await openLambda();
    const TargetArn = 'arn:aws:sqs:eu-west-1:000000000000:dlq';
    await lambda.create({ DeadLetterConfig: { TargetArn } });
    await ready(lambda);
    const direct = await lambda.call('UpdateFunctionConfiguration', {
      FunctionName: 'fn',
      DeadLetterConfig: { TargetArn: '' },
      Environment: {},
    });
    expect(direct['DeadLetterConfig']).toEqual({ TargetArn });
    expect(direct['Environment']).toEqual({ Variables: {} });
    await ready(lambda);
    expect((await lambda.configuration())['DeadLetterConfig']).toBeUndefined();
  });

  test.each([
    [
      'arn:aws:sqs:eu-west-1:000000000000:dlq.fifo',
      'FIFO SQS queue is not supported for dead letter configuration',
    ],
    [
      'arn:aws:lambda:eu-west-1:000000000000:function:fn',
      'The service specified by the TargetArn is not supported for dead letter configuration.',
    ],
    [
      'arn:aws:sns:us-east-1:000000000000:lost',
      "The resource specified by the TargetArn must be in the same region as the Lambda function it's associated with.",
    ],
  ])('does not send lost events to %s', async (TargetArn, reason) => {
    await using lambda = await openLambda();
    const wrong = { DeadLetterConfig: { TargetArn } };
    const text = `InvalidParameterValueException 400: Invalid dead letter queue ARN: ${reason}`;
    expect(await refusalOf(lambda.create(wrong))).toBe(text);
    await lambda.create();
    expect(
      await refusalOf(lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', ...wrong })),
    ).toBe(text);
  });
});

describe('a change of code', () => {
  test('runs the previous code until it ends, then removes it', async () => {
    await using lambda = await openLambda();
    const created = await lambda.create();
    await ready(lambda);
    const first = Buffer.from(String(created['CodeSha256']), 'base64').toString('hex');
    const updated = await lambda.call('UpdateFunctionCode', { FunctionName: 'fn', ZipFile: zip('second') });
    expect(updated).toMatchObject({ LastUpdateStatus: 'InProgress', CodeSize: zip('second').length });
    await lambda.call('Invoke', { FunctionName: 'fn' });
    expect(lambda.script.calls[0]?.launch.codeFolder).toBe(`/unpacked/${first}`);
    await ready(lambda);
    await lambda.call('Invoke', { FunctionName: 'fn' });
    const second = Buffer.from(String(updated['CodeSha256']), 'base64').toString('hex');
    expect(lambda.script.calls[1]?.launch.codeFolder).toBe(`/unpacked/${second}`);
    await lambda.service.close?.();
    expect(existsSync(lambda.store.blobs.pathOf(first))).toBe(false);
    expect(existsSync(lambda.store.blobs.pathOf(second))).toBe(true);
    expect(lambda.forgotten).toEqual([first]);
  });

  test('that is a DryRun validates and changes nothing', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    await ready(lambda);
    const before = await lambda.configuration();
    const would = await lambda.call('UpdateFunctionCode', {
      FunctionName: 'fn',
      ZipFile: zip('other'),
      DryRun: true,
    });
    expect(would).toEqual({
      ...before,
      CodeSha256: createHash('sha256').update(zip('other')).digest('base64'),
      CodeSize: zip('other').length,
    });
    expect(await lambda.configuration()).toEqual(before);
    const broken = { FunctionName: 'fn', ZipFile: Buffer.from('no'), DryRun: true };
    expect(await refusalOf(lambda.call('UpdateFunctionCode', broken))).toContain(
      'Could not unzip uploaded file',
    );
  });

  test('keeps an archive that another function shares, or that a running call needs', async () => {
    await using lambda = await openLambda();
    const created = await lambda.create();
    await lambda.create({ FunctionName: 'twin' });
    await ready(lambda);
    await ready(lambda, 'twin');
    const blob = Buffer.from(String(created['CodeSha256']), 'base64').toString('hex');
    const file = lambda.store.blobs.pathOf(blob);
    await lambda.call('DeleteFunction', { FunctionName: 'twin' });
    let finish: () => void = () => undefined;
    const answer = lambda.script.answer;
    lambda.script.answer = async (request) => {
      await new Promise<void>((resolve) => (finish = resolve));
      return answer(request);
    };
    const running = lambda.call('Invoke', { FunctionName: 'fn' });
    await expect.poll(() => lambda.script.calls.length, { timeout: 15_000, interval: 1 }).toBe(1);
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    expect(existsSync(file)).toBe(true);
    expect(lambda.forgotten).toEqual([]);
    finish();
    expect(await running).toMatchObject({ StatusCode: 200 });
    await lambda.service.close?.();
    expect(existsSync(file)).toBe(false);
  });
});

describe('deletion', () => {
  test('removes the function, its environments and its code', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    expect(await lambda.call('DeleteFunction', { FunctionName: 'fn' })).toEqual({ StatusCode: 204 });
    expect(lambda.script.retired).toEqual([`${arn}:`]);
    const gone = `ResourceNotFoundException 404: Function not found: ${arn}`;
    expect(await refusalOf(lambda.configuration())).toBe(gone);
    expect(await refusalOf(lambda.call('DeleteFunction', { FunctionName: 'fn' }))).toBe(gone);
    await lambda.create({ Code: { ZipFile: zip('anew') } });
    await ready(lambda);
    expect((await lambda.configuration())['State']).toBe('Active');
  });

  test('of a qualifier', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    const remove = (Qualifier: string) => lambda.call('DeleteFunction', { FunctionName: 'fn', Qualifier });
    expect(await refusalOf(remove('$LATEST'))).toBe(
      'InvalidParameterValueException 400: $LATEST version cannot be deleted without deleting the function.',
    );
    expect(await refusalOf(remove('alias'))).toBe(
      'InvalidParameterValueException 400: Deletion of aliases is not currently supported.',
    );
    expect(await remove('7')).toEqual({ StatusCode: 204 });
    expect(await remove('$latest')).toEqual({ StatusCode: 204 });
    expect((await lambda.configuration())['FunctionName']).toBe('fn');
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    for (const version of ['7', '$latest'])
      expect(await refusalOf(remove(version))).toBe(
        `ResourceNotFoundException 404: Function not found: ${arn}`,
      );
    expect(await refusalOf(remove('-1'))).toMatch(/Deletion of aliases is not currently supported\.$/);
    expect(await refusalOf(remove('$LATEST'))).toMatch(
      /^InvalidParameterValueException 400: \$LATEST version/,
    );
  });
});

describe('a code link', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A server with nothing but the plane, and the link of the function through it. */
  async function openLink(lambda: TestLambda): Promise<string> {
    const { codePlane } = lambda.service;
    const server = createServer((request, response) => {
      const target = { path: request.url ?? '', requestId: 'r' };
      if (codePlane.matches(target)) void codePlane.handle(request, response, target);
      else response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const place = { baseUrl: `http://127.0.0.1:${port}` };
    const { Code } = (await lambda.call('GetFunction', { FunctionName: 'fn' }, place)) as {
      Code: { Location: string };
    };
    return Code.Location;
  }

  test('serves the archive for ten minutes, to whoever has the whole of it', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    const link = await openLink(lambda);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/_lambdeck\/code\/[\w-]+\.[\w-]+$/);
    const answer = await fetch(link);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="fn.zip"');
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(zip()))).toBe(true);
    expect((await fetch(link, { method: 'HEAD' })).headers.get('content-length')).toBe(String(zip().length));
    expect((await fetch(link, { method: 'PUT' })).status).toBe(405);
    for (const forged of [
      `${link}x`,
      link.replace('/code/', '/code/x'),
      link.slice(0, -8),
      `${link.split('/code/')[0]}/code/`,
    ]) {
      expect((await fetch(forged)).status).toBe(403);
    }
    lambda.clock.advance(10 * 60 * 1000 + 1);
    const late = await fetch(link);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('expired');
  });

  test('to code that is gone is not found, and a new start keeps links good', async () => {
    await using store = await openTemporaryStore();
    const before = await openLambda({ store });
    await before.create();
    const link = await openLink(before);
    await before.service.close?.();
    await using lambda = await openLambda({ store });
    const token = (await openLink(lambda)).replace(/\/code\/.*/, `/code/${link.split('/code/')[1] ?? ''}`);
    expect((await fetch(token)).status).toBe(200);
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    expect((await fetch(token)).status).toBe(404);
  });
});
