import { describe, expect, test } from 'vitest';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { openLambda, ready, refusalOf, settle, zip, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';

async function openReady(): Promise<TestLambda> {
  const lambda = await openLambda();
  await lambda.create();
  await ready(lambda);
  return lambda;
}

const publish = (lambda: TestLambda, input: object = {}) =>
  lambda.call('PublishVersion', { FunctionName: 'fn', ...input });

async function update(lambda: TestLambda, input: object): Promise<void> {
  await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', ...input });
  await ready(lambda);
}

async function updateCode(lambda: TestLambda, text: string): Promise<void> {
  await lambda.call('UpdateFunctionCode', { FunctionName: 'fn', ZipFile: zip(text) });
  await ready(lambda);
}

describe('PublishVersion', () => {
  test('copies $LATEST, and makes no new version as long as nothing has changed', async () => {
    await using lambda = await openReady();
    const before = await lambda.configuration();
    const first = await publish(lambda, { Description: 'one' });
    expect(first).toMatchObject({
      FunctionArn: `${arn}:1`,
      Version: '1',
      Description: 'one',
      State: 'Active',
      LastUpdateStatus: 'Successful',
      CodeSha256: before['CodeSha256'],
    });
    const revision = (await lambda.configuration())['RevisionId'];
    expect(revision).not.toBe(before['RevisionId']);
    expect(await publish(lambda, { Description: 'other' })).toEqual(first);
    expect((await lambda.configuration())['RevisionId']).toBe(revision);
    // An update that changes nothing renews the revision alone.
    await update(lambda, { Timeout: 3 });
    expect(await publish(lambda)).toEqual(first);
    await update(lambda, { Timeout: 4 });
    expect(await publish(lambda)).toMatchObject({ Version: '2', Timeout: 4, Description: '' });
    await updateCode(lambda, 'two');
    expect(await publish(lambda)).toMatchObject({ Version: '3' });
    expect(await lambda.call('GetFunctionConfiguration', { FunctionName: 'fn:1' })).toEqual(first);
  });

  test('gives no number twice, neither after a version nor after the function was deleted', async () => {
    await using lambda = await openReady();
    await publish(lambda);
    await lambda.call('DeleteFunction', { FunctionName: 'fn', Qualifier: '1' });
    expect(await refusalOf(lambda.call('GetFunction', { FunctionName: 'fn', Qualifier: '1' }))).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn}:1`,
    );
    expect(await publish(lambda)).toMatchObject({ Version: '2' });
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    await lambda.create({ Publish: true });
    await ready(lambda);
    const listed = await lambda.call('ListVersionsByFunction', { FunctionName: 'fn' });
    expect(listed['Versions']).toMatchObject([{ Version: '$LATEST' }, { Version: '3' }]);
  });

  test('guards by code and revision, and waits for what is under way', async () => {
    await using lambda = await openReady();
    const { RevisionId, CodeSha256 } = await lambda.configuration();
    expect(await refusalOf(publish(lambda, { CodeSha256: 'abc' }))).toBe(
      `InvalidParameterValueException 400: CodeSHA256 (abc) is different from current CodeSHA256 in $LATEST (${String(CodeSha256)}). Please try again with the CodeSHA256 in $LATEST.`,
    );
    expect(await refusalOf(publish(lambda, { RevisionId: '00000000-0000-4000-8000-000000000000' }))).toMatch(
      /^PreconditionFailedException 412: /,
    );
    await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: 9 });
    expect(await refusalOf(publish(lambda))).toBe(
      `ResourceConflictException 409: The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
    );
    await ready(lambda);
    expect(await refusalOf(publish(lambda, { RevisionId }))).toMatch(/^PreconditionFailedException/);
    expect(await publish(lambda, { CodeSha256 })).toMatchObject({ Version: '1' });
    expect(await refusalOf(publish(lambda, { FunctionName: 'gone' }))).toMatch(
      /Function not found: .*:gone$/,
    );
  });

  test('with SnapStart is optimised once the version is ready', async () => {
    await using lambda = await openLambda();
    await lambda.create({ Runtime: 'python3.13', SnapStart: { ApplyOn: 'PublishedVersions' } });
    await ready(lambda);
    expect(await publish(lambda)).toMatchObject({
      State: 'Pending',
      SnapStart: { OptimizationStatus: 'Off' },
    });
    expect(await refusalOf(lambda.call('Invoke', { FunctionName: 'fn:1' }))).toMatch(/state: Pending$/);
    const version = () => lambda.call('GetFunctionConfiguration', { FunctionName: 'fn:1' });
    await settle(lambda, async () => (await version())['State'] === 'Active');
    expect((await version())['SnapStart']).toEqual({
      ApplyOn: 'PublishedVersions',
      OptimizationStatus: 'On',
    });
    expect((await lambda.configuration())['SnapStart']).toMatchObject({ OptimizationStatus: 'Off' });
  });
});

describe('Publish', () => {
  test('of a new function gives version 1, which becomes active with it', async () => {
    await using lambda = await openLambda();
    expect(await lambda.create({ Publish: true })).toMatchObject({
      FunctionArn: arn,
      Version: '1',
      State: 'Pending',
    });
    await ready(lambda);
    const version = () => lambda.call('GetFunctionConfiguration', { FunctionName: 'fn:1' });
    await settle(lambda, async () => (await version())['State'] === 'Active');
  });

  test('with new code gives the next version', async () => {
    await using lambda = await openReady();
    const input = { FunctionName: 'fn', ZipFile: zip('two'), Publish: true };
    expect(await lambda.call('UpdateFunctionCode', input)).toMatchObject({
      FunctionArn: `${arn}:1`,
      Version: '1',
      State: 'Pending',
    });
    await ready(lambda);
    expect(await lambda.call('UpdateFunctionCode', input)).toMatchObject({ Version: '1' });
  });
});

describe('at one time', () => {
  test('of 100 updates one is made, the others meet it', async () => {
    await using lambda = await openReady();
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: index + 1 }),
      ),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(99);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: 'ResourceConflictException',
        message: `The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
      });
    }
  });

  test('100 publications give one version, 100 creations one alias', async () => {
    await using lambda = await openReady();
    const published = await Promise.all(Array.from({ length: 100 }, () => publish(lambda)));
    expect(new Set(published.map((version) => version['Version']))).toEqual(new Set(['1']));
    const aliases = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        lambda.call('CreateAlias', { FunctionName: 'fn', Name: 'live', FunctionVersion: '1' }),
      ),
    );
    expect(aliases.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  });
});

test('a version that was being made when the endpoint stopped is taken up by the next start', async () => {
  await using store = await openTemporaryStore();
  const before = await openLambda({ store });
  await before.create({ Publish: true });
  await before.service.close?.();
  await using lambda = await openLambda({ store });
  const version = () => lambda.call('GetFunctionConfiguration', { FunctionName: 'fn:1' });
  expect(await version()).toMatchObject({ State: 'Pending' });
  await settle(lambda, async () => (await version())['State'] === 'Active');
  expect(await lambda.configuration()).toMatchObject({ State: 'Active' });
});

describe('a published version', () => {
  test('runs its own code and settings whatever becomes of $LATEST', async () => {
    await using lambda = await openReady();
    await publish(lambda);
    await update(lambda, { Timeout: 9 });
    await updateCode(lambda, 'two');
    expect(lambda.forgotten).toEqual([]);
    const answer = await lambda.call('Invoke', { FunctionName: 'fn', Qualifier: '1' });
    expect(answer).toMatchObject({ ExecutedVersion: '1' });
    await lambda.call('Invoke', { FunctionName: 'fn' });
    const [old, latest] = lambda.script.calls;
    expect(old?.launch).toMatchObject({ version: '1', timeoutSeconds: 3 });
    expect(old?.request.invokedFunctionArn).toBe(`${arn}:1`);
    expect(latest?.launch).toMatchObject({ version: '$LATEST', timeoutSeconds: 9 });
    expect(old?.launch.codeFolder).not.toBe(latest?.launch.codeFolder);
    expect(old?.launch.key).not.toBe(latest?.launch.key);

    await lambda.call('DeleteFunction', { FunctionName: 'fn', Qualifier: '1' });
    expect(lambda.script.retired).toContain(`${arn}:1:`);
    await settle(lambda, () => Promise.resolve(lambda.forgotten.length === 1));
    expect(old?.launch.codeFolder).toBe(`/unpacked/${lambda.forgotten[0] ?? ''}`);
  });

  test('is changed by nothing', async () => {
    await using lambda = await openReady();
    await publish(lambda);
    for (const [name, input] of [
      ['UpdateFunctionConfiguration', { Timeout: 9 }],
      ['UpdateFunctionCode', { ZipFile: zip('two') }],
      ['PublishVersion', {}],
    ] as const) {
      expect(await refusalOf(lambda.call(name, { FunctionName: 'fn:1', ...input }))).toMatch(
        /^InvalidParameterValueException 400: /,
      );
    }
  });

  test('is listed after $LATEST, in pages, and with all functions', async () => {
    await using lambda = await openReady();
    for (const timeout of [4, 5, 6]) {
      await update(lambda, { Timeout: timeout });
      await publish(lambda);
    }
    await lambda.create({ FunctionName: 'other' });
    const seen: unknown[] = [];
    let Marker: unknown;
    do {
      const page = await lambda.call('ListVersionsByFunction', { FunctionName: 'fn', MaxItems: 1, Marker });
      seen.push(...(page['Versions'] as { Version: string }[]).map((item) => item.Version));
      Marker = page['NextMarker'];
    } while (Marker !== undefined);
    expect(seen).toEqual(['$LATEST', '1', '2', '3']);

    const all: string[] = [];
    do {
      const page = await lambda.call('ListFunctions', { FunctionVersion: 'ALL', MaxItems: 2, Marker });
      all.push(...(page['Functions'] as { FunctionArn: string }[]).map((item) => item.FunctionArn));
      Marker = page['NextMarker'];
    } while (Marker !== undefined);
    expect(all.map((item) => item.split(':function:')[1])).toEqual([
      'fn:$LATEST',
      'fn:1',
      'fn:2',
      'fn:3',
      'other:$LATEST',
    ]);
  });
});
