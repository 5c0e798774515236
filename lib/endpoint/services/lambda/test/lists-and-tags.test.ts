import { describe, expect, test } from 'vitest';
import { openLambda, ready, refusalOf } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';

describe('lists', () => {
  test('come in pages of at most 50', async () => {
    await using lambda = await openLambda();
    const names = Array.from({ length: 120 }, (_, index) => `fn-${String(index).padStart(3, '0')}`);
    for (const FunctionName of names) await lambda.create({ FunctionName });
    const seen: unknown[] = [];
    const sizes: number[] = [];
    let Marker: unknown;
    do {
      const page = await lambda.call('ListFunctions', { MaxItems: 10_000, Marker });
      const functions = page['Functions'] as { FunctionName: string }[];
      sizes.push(functions.length);
      seen.push(...functions.map((item) => item.FunctionName));
      Marker = page['NextMarker'];
    } while (Marker !== undefined);
    expect(sizes).toEqual([50, 50, 20]);
    expect(seen).toEqual(names);
    expect((await lambda.call('ListFunctions', { MaxItems: 120 }))['Functions']).toHaveLength(50);
    const all = await lambda.call('ListFunctions', { FunctionVersion: 'ALL', MaxItems: 1 });
    expect(all['Functions']).toMatchObject([{ FunctionArn: expect.stringMatching(/:fn-000:\$LATEST$/) }]);
    expect(await refusalOf(lambda.call('ListFunctions', { Marker: 'nonsense' }))).toContain('Invalid marker');
  });

  test('of what cannot be made yet are empty, and single reads not found', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    const input = { FunctionName: 'fn' };
    expect(await lambda.call('ListAliases', input)).toEqual({ Aliases: [] });
    expect(await lambda.call('ListEventSourceMappings', input)).toEqual({ EventSourceMappings: [] });
    expect(await lambda.call('ListLayers', {})).toEqual({ Layers: [] });
    expect(await lambda.call('ListCodeSigningConfigs', {})).toEqual({ CodeSigningConfigs: [] });
    expect(await lambda.call('GetFunctionConcurrency', input)).toEqual({});
    expect(await lambda.call('GetFunctionCodeSigningConfig', input)).toEqual({});
    expect(await lambda.call('ListFunctionEventInvokeConfigs', input)).toEqual({
      FunctionEventInvokeConfigs: [],
    });
    expect(await lambda.call('ListFunctionUrlConfigs', input)).toEqual({ FunctionUrlConfigs: [] });
    expect(await lambda.call('ListProvisionedConcurrencyConfigs', input)).toEqual({
      ProvisionedConcurrencyConfigs: [],
    });
    expect(await lambda.call('ListVersionsByFunction', input)).toMatchObject({
      Versions: [{ Version: '$LATEST', FunctionArn: `${arn}:$LATEST` }],
    });
    const notThere = 'ResourceNotFoundException 404: The resource you requested does not exist.';
    expect(await refusalOf(lambda.call('GetPolicy', input))).toBe(notThere);
    expect(await refusalOf(lambda.call('GetFunctionUrlConfig', input))).toBe(notThere);
    expect(await refusalOf(lambda.call('GetEventSourceMapping', { UUID: 'x' }))).toBe(notThere);
    expect(await refusalOf(lambda.call('GetAlias', { ...input, Name: 'live' }))).toBe(
      `ResourceNotFoundException 404: Cannot find alias arn: ${arn}:live`,
    );
    expect(await refusalOf(lambda.call('GetFunctionEventInvokeConfig', input))).toBe(
      `ResourceNotFoundException 404: The function ${arn}:$LATEST doesn't have an EventInvokeConfig`,
    );
    const missing = { FunctionName: 'missing' };
    expect(await refusalOf(lambda.call('ListFunctionEventInvokeConfigs', missing))).toContain(
      "The function doesn't exist.",
    );
    expect(await refusalOf(lambda.call('ListFunctionUrlConfigs', missing))).toContain(
      'Function does not exist',
    );
    expect(await refusalOf(lambda.call('ListAliases', missing))).toContain('Function not found');
  });
});

describe('tags', () => {
  test('are added, removed and listed, and renew the revision', async () => {
    await using lambda = await openLambda();
    const created = await lambda.create();
    await lambda.call('TagResource', { Resource: arn, Tags: { a: '1', b: '2' } });
    await lambda.call('UntagResource', { Resource: arn, TagKeys: ['a', 'absent'] });
    expect(await lambda.call('ListTags', { Resource: arn })).toEqual({ Tags: { b: '2' } });
    expect((await lambda.configuration())['RevisionId']).not.toBe(created['RevisionId']);
    await ready(lambda);
    expect(await lambda.call('ListTags', { Resource: arn })).toEqual({ Tags: { b: '2' } });
  });

  test('are refused in AWS’s words', async () => {
    await using lambda = await openLambda();
    await lambda.create();
    const tag = (Resource: string, Tags: object) => refusalOf(lambda.call('TagResource', { Resource, Tags }));
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, '']));
    expect(await tag(arn, many)).toBe(
      'InvalidParameterValueException 400: Number of tags exceeds resource tag limit.',
    );
    expect(await tag(arn, {})).toBe(
      'InvalidParameterValueException 400: An error occurred and the request cannot be processed.',
    );
    expect(await tag(`${arn}:1`, { a: '1' })).toBe(
      'InvalidParameterValueException 400: Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
    expect(await tag(`${arn}x`, { a: '1' })).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn}x`,
    );
    const mapping = `${arn.replace('function:fn', 'event-source-mapping')}:00000000-0000-4000-8000-000000000000`;
    expect(await tag(mapping, { a: '1' })).toBe(
      `ResourceNotFoundException 404: Event source mapping not found: ${mapping}`,
    );
    expect(await tag('arn:aws:s3:::bucket', { a: '1' })).toMatch(
      /^ValidationException 400: 1 validation error detected: Value 'arn:aws:s3:::bucket' at 'resource' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
    );
  });
});
