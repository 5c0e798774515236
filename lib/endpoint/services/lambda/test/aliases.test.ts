import { describe, expect, test } from 'vitest';
import { openLambda, ready, refusalOf, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';

/** A function with versions 1 and 2. */
async function openPublished(): Promise<TestLambda> {
  const lambda = await openLambda();
  await lambda.create();
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: 9 });
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  return lambda;
}

const alias = (lambda: TestLambda, name: 'CreateAlias' | 'UpdateAlias', input: object = {}) =>
  lambda.call(name, { FunctionName: 'fn', Name: 'live', ...input });

describe('an alias', () => {
  test('is made, read, changed and deleted, with a revision of its own', async () => {
    await using lambda = await openPublished();
    const revision = (await lambda.configuration())['RevisionId'];
    const made = await alias(lambda, 'CreateAlias', { FunctionVersion: '1' });
    expect(made).toEqual({
      AliasArn: `${arn}:live`,
      Name: 'live',
      FunctionVersion: '1',
      Description: '',
      RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(await lambda.call('GetAlias', { FunctionName: 'fn', Name: 'live' })).toEqual(made);
    expect(await refusalOf(alias(lambda, 'CreateAlias', { FunctionVersion: '1' }))).toBe(
      `ResourceConflictException 409: Alias already exists: ${arn}:live`,
    );
    const changed = await alias(lambda, 'UpdateAlias', {
      FunctionVersion: '2',
      Description: 'x',
      RevisionId: made['RevisionId'],
    });
    expect(changed).toMatchObject({ FunctionVersion: '2', Description: 'x' });
    expect(await refusalOf(alias(lambda, 'UpdateAlias', { RevisionId: made['RevisionId'] }))).toMatch(
      /^PreconditionFailedException 412: /,
    );
    expect((await lambda.configuration())['RevisionId']).toBe(revision);
    const read = await lambda.call('GetFunctionConfiguration', { FunctionName: 'fn', Qualifier: 'live' });
    expect(read).toMatchObject({ FunctionArn: `${arn}:live`, Version: '2' });

    for (let time = 0; time < 2; time += 1) {
      await lambda.call('DeleteAlias', { FunctionName: 'fn', Name: 'live' });
      expect(await refusalOf(lambda.call('GetAlias', { FunctionName: 'fn', Name: 'live' }))).toBe(
        `ResourceNotFoundException 404: Cannot find alias arn: ${arn}:live`,
      );
    }
    expect(await refusalOf(alias(lambda, 'UpdateAlias'))).toBe(
      `ResourceNotFoundException 404: Alias not found: ${arn}:live`,
    );
  });

  test('keeps its version from being deleted, and goes with the function', async () => {
    await using lambda = await openPublished();
    await alias(lambda, 'CreateAlias', {
      FunctionVersion: '1',
      RoutingConfig: { AdditionalVersionWeights: { 2: 0 } },
    });
    await alias(lambda, 'CreateAlias', { Name: 'first', FunctionVersion: '1' });
    for (const [Qualifier, named] of [
      ['1', 'first, live'],
      ['2', 'live'],
    ]) {
      expect(await refusalOf(lambda.call('DeleteFunction', { FunctionName: 'fn', Qualifier }))).toBe(
        `ResourceConflictException 409: Unable to delete version because the following aliases reference it: [${named}]`,
      );
    }
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    await lambda.create();
    expect(await lambda.call('ListAliases', { FunctionName: 'fn' })).toEqual({ Aliases: [] });
  });

  test('is listed by name, in pages, and by version', async () => {
    await using lambda = await openPublished();
    for (const [Name, FunctionVersion] of [
      ['b', '1'],
      ['a', '2'],
      ['c', '$LATEST'],
    ] as const) {
      await alias(lambda, 'CreateAlias', { Name, FunctionVersion });
    }
    const list = async (input: object) => {
      const page = await lambda.call('ListAliases', { FunctionName: 'fn', ...input });
      return {
        names: (page['Aliases'] as { Name: string }[]).map((item) => item.Name),
        next: page['NextMarker'],
      };
    };
    const first = await list({ MaxItems: 2 });
    expect(first.names).toEqual(['a', 'b']);
    expect(await list({ MaxItems: 2, Marker: first.next })).toEqual({ names: ['c'], next: undefined });
    expect((await list({ FunctionVersion: '2' })).names).toEqual(['a']);
    expect((await list({ FunctionVersion: '$LATEST' })).names).toEqual(['c']);
  });

  test.each([
    [{ FunctionVersion: '7' }, `ResourceNotFoundException 404: Function not found: ${arn}:7`],
    [
      { FunctionName: 'gone', FunctionVersion: '1' },
      `ResourceNotFoundException 404: Function not found: ${arn.replace(/fn$/, 'gone')}:1`,
    ],
    [{ FunctionVersion: '1', Name: '7' }, /at 'name' failed to satisfy .* pattern: \(\?!\^\[0-9\]\+\$\)/],
    [{ FunctionVersion: '$LATEST.PUBLISHED' }, /Function not found: .+:fn:\$LATEST\.PUBLISHED$/],
    [
      { FunctionVersion: 'live' },
      /at 'functionVersion' failed to satisfy .*: \(\\\$LATEST\(\\\.PUBLISHED\)\?\|\[0-9\]\+\)$/,
    ],
  ])('is refused: %j', async (input, refusal) => {
    await using lambda = await openPublished();
    const text = await refusalOf(alias(lambda, 'CreateAlias', input));
    if (typeof refusal === 'string') expect(text).toBe(refusal);
    else expect(text).toMatch(refusal);
  });
});

describe('weights', () => {
  test('share calls out between two versions', async () => {
    await using lambda = await openPublished();
    await alias(lambda, 'CreateAlias', {
      FunctionVersion: '1',
      RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } },
    });
    const versions: unknown[] = [];
    for (let call = 0; call < 200; call += 1) {
      versions.push((await lambda.call('Invoke', { FunctionName: 'fn:live' }))['ExecutedVersion']);
    }
    // Outside of this once in 10^9 runs: six standard deviations of a fair coin.
    const toSecond = versions.filter((version) => version === '2').length;
    expect(toSecond).toBeGreaterThan(57);
    expect(toSecond).toBeLessThan(143);
    expect(versions.filter((version) => version === '1')).toHaveLength(200 - toSecond);
    expect(lambda.script.calls.every((call) => call.request.invokedFunctionArn === `${arn}:live`)).toBe(true);
    expect(lambda.script.calls.map((call) => call.launch.version)).toEqual(versions);

    const set = (weights: object) =>
      alias(lambda, 'UpdateAlias', { RoutingConfig: { AdditionalVersionWeights: weights } });
    expect(await set({ 2: 1 })).toMatchObject({ RoutingConfig: { AdditionalVersionWeights: { 2: 1 } } });
    expect(await lambda.call('Invoke', { FunctionName: 'fn:live' })).toMatchObject({ ExecutedVersion: '2' });
    expect(await set({})).not.toHaveProperty('RoutingConfig');
    expect(await lambda.call('Invoke', { FunctionName: 'fn:live' })).toMatchObject({ ExecutedVersion: '1' });
  });

  test.each([
    ['1', { 2: 2 }, /Value '\{2=2\.0\}' at 'routingConfig.additionalVersionWeights' failed .*Map value must/],
    ['1', { x: 0.1 }, /Map keys must satisfy constraint: /],
    ['1', { 2: 0.1, 3: 0.1 }, /: Number of items in AdditionalVersionWeights cannot be greater than 1$/],
    ['1', { 1: 0.1 }, /: Invalid function version 1\. Function version 1 is already included in routing/],
    ['$LATEST', { 1: 0.1 }, /: \$LATEST is not supported for an alias pointing to more than 1 version$/],
    ['1', { 9: 0.1 }, /^ResourceNotFoundException 404: Function not found: .*:fn:9$/],
  ])('of version %s and %j are refused', async (FunctionVersion, weights, refusal) => {
    await using lambda = await openPublished();
    const input = { FunctionVersion, RoutingConfig: { AdditionalVersionWeights: weights } };
    expect(await refusalOf(alias(lambda, 'CreateAlias', input))).toMatch(refusal);
  });
});
