import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openLambda, ready, refusalOf, settle, zip, type TestLambda } from './harness.ts';

const arn = (name: string, version?: number) =>
  `arn:aws:lambda:eu-west-1:000000000000:layer:${name}${version === undefined ? '' : `:${version}`}`;
const sha = (text: string) => createHash('sha256').update(zip(text)).digest();

const publish = (lambda: TestLambda, LayerName: string, text = LayerName, input: object = {}) =>
  lambda.call('PublishLayerVersion', { LayerName, Content: { ZipFile: zip(text) }, ...input });

async function openWith(...layers: string[]): Promise<TestLambda> {
  const lambda = await openLambda();
  for (const layer of layers) await publish(lambda, layer);
  return lambda;
}

describe('a layer version', () => {
  test('is published and read, by name and by ARN', async () => {
    await using lambda = await openLambda();
    const published = await publish(lambda, 'tools', 'tools', {
      Description: 'd',
      LicenseInfo: 'MIT',
      CompatibleRuntimes: ['nodejs24.x'],
      CompatibleArchitectures: [],
    });
    expect(published).toEqual({
      Content: {
        Location: expect.stringMatching(/^http:\/\/localhost:4566\/_lambdeck\/code\//) as string,
        CodeSha256: sha('tools').toString('base64'),
        CodeSize: zip('tools').length,
      },
      LayerArn: arn('tools'),
      LayerVersionArn: arn('tools', 1),
      Description: 'd',
      LicenseInfo: 'MIT',
      CreatedDate: expect.stringMatching(/\+0000$/) as string,
      Version: 1,
      CompatibleRuntimes: ['nodejs24.x'],
      CompatibleArchitectures: [],
    });
    const byName = await lambda.call('GetLayerVersion', { LayerName: 'tools', VersionNumber: 1 });
    expect(byName).toMatchObject({ LayerVersionArn: arn('tools', 1), LicenseInfo: 'MIT' });
    const byArn = await lambda.call('GetLayerVersionByArn', { Arn: arn('tools', 1) });
    expect(byArn).toMatchObject({ LayerVersionArn: arn('tools', 1), Version: 1 });
    const other = await publish(lambda, arn('tools'), 'two');
    expect(other).toMatchObject({ Version: 2, Description: '' });
    expect(other).not.toHaveProperty('CompatibleRuntimes');
  });

  test('is refused when malformed or missing', async () => {
    await using lambda = await openLambda();
    expect(await refusalOf(publish(lambda, 'to ols'))).toMatch(/at 'layerName' failed to satisfy/);
    expect(await refusalOf(publish(lambda, 'tools', 't', { Content: {} }))).toMatch(
      /Please provide a source/,
    );
    expect(await refusalOf(publish(lambda, 'tools', 't', { CompatibleRuntimes: ['nodejs99.x'] }))).toMatch(
      /Value '\[nodejs99.x\]' at 'compatibleRuntimes' .*enum value set: \[nodejs20.x, /,
    );
    const unknown = { CompatibleRuntimes: ['cobol'], CompatibleArchitectures: ['x86_64', 'vax'] };
    expect(await refusalOf(publish(lambda, 'tools', 't', unknown))).toMatch(
      /^ValidationException 400: 2 validation errors .* constraint: Member must satisfy enum value set: \[nodejs20.x, .*\]; Value '\[x86_64, vax\]' at 'compatibleArchitectures' failed to satisfy constraint: Member must satisfy constraint: \[Member must satisfy enum value set: \[x86_64, arm64\]\]$/,
    );
    const get = (VersionNumber: number) =>
      refusalOf(lambda.call('GetLayerVersion', { LayerName: 'tools', VersionNumber }));
    expect(await get(1)).toBe('ResourceNotFoundException 404: The resource you requested does not exist.');
    expect(await get(0)).toBe('InvalidParameterValueException 400: Layer Version Cannot be less than 1');
    expect(await lambda.call('ListLayerVersions', { LayerName: 'tools' })).toEqual({ LayerVersions: [] });
  });

  test('is filtered by runtimes that functions do not have, too', async () => {
    await using lambda = await openLambda();
    const list = (CompatibleRuntime: string) => lambda.call('ListLayers', { CompatibleRuntime });
    for (const runtime of ['byol', 'python3.15', 'ruby4.0'])
      expect(await list(runtime)).toEqual({ Layers: [] });
    expect(await refusalOf(list('cobol'))).toMatch(
      /Value 'cobol' at 'compatibleRuntime' failed .+ enum value set: \[ruby3\.5, .+, python2\.7\]$/,
    );
  });

  test('is listed, newest first, by what it is compatible with, in pages', async () => {
    await using lambda = await openWith('b', 'a');
    await publish(lambda, 'b', 'b2', {
      CompatibleRuntimes: ['python3.13'],
      CompatibleArchitectures: ['arm64'],
    });
    await publish(lambda, 'b', 'b3');
    const versions = async (input: object) => {
      const page = await lambda.call('ListLayerVersions', { LayerName: 'b', ...input });
      return {
        numbers: (page['LayerVersions'] as { Version: number }[]).map((item) => item.Version),
        Marker: page['NextMarker'],
      };
    };
    const first = await versions({ MaxItems: 2 });
    expect(first.numbers).toEqual([3, 2]);
    expect(await versions({ MaxItems: 2, Marker: first.Marker })).toEqual({
      numbers: [1],
      Marker: undefined,
    });
    expect((await versions({ CompatibleRuntime: 'python3.13' })).numbers).toEqual([2]);
    expect((await versions({ CompatibleArchitecture: 'x86_64' })).numbers).toEqual([]);

    const layers = async (input: object = {}) => await lambda.call('ListLayers', input);
    expect(await layers()).toMatchObject({
      Layers: [
        { LayerName: 'a', LayerArn: arn('a'), LatestMatchingVersion: { Version: 1 } },
        { LayerName: 'b', LatestMatchingVersion: { Version: 3, LayerVersionArn: arn('b', 3) } },
      ],
    });
    expect(await layers({ CompatibleRuntime: 'python3.13' })).toMatchObject({
      Layers: [{ LayerName: 'b', LatestMatchingVersion: { Version: 2 } }],
    });
    const page = await layers({ MaxItems: 1 });
    expect(await layers({ MaxItems: 1, Marker: page['NextMarker'] })).toMatchObject({
      Layers: [{ LayerName: 'b' }],
    });
  });

  test('once deleted is gone for good: its number is not used again', async () => {
    await using lambda = await openWith('tools');
    for (let time = 0; time < 2; time += 1) {
      await lambda.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 1 });
    }
    await settle(lambda, () => Promise.resolve(lambda.forgotten.length > 0));
    expect(lambda.forgotten[0]).toBe(sha('tools').toString('hex'));
    expect(await lambda.call('ListLayers', {})).toEqual({ Layers: [] });
    expect(await publish(lambda, 'tools')).toMatchObject({ Version: 2 });
  });
});

describe('a function with layers', () => {
  test('shows them, and runs with them in order', async () => {
    await using lambda = await openWith('one', 'two');
    const created = await lambda.create({ Layers: [arn('two', 1), arn('one', 1)] });
    expect(created['Layers']).toEqual([
      { Arn: arn('two', 1), CodeSize: zip('two').length },
      { Arn: arn('one', 1), CodeSize: zip('one').length },
    ]);
    await ready(lambda);
    await lambda.call('Invoke', { FunctionName: 'fn' });
    expect(lambda.script.calls[0]?.launch.layerFolders).toEqual([
      `/unpacked/${sha('two').toString('hex')}`,
      `/unpacked/${sha('one').toString('hex')}`,
    ]);
    await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: 5 });
    await ready(lambda);
    expect((await lambda.configuration())['Layers']).toHaveLength(2);
    await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Layers: [] });
    await ready(lambda);
    expect(await lambda.configuration()).not.toHaveProperty('Layers');
  });

  test('keeps a deleted one until nothing has it: neither $LATEST nor a version', async () => {
    await using lambda = await openWith('one');
    await lambda.create({ Layers: [arn('one', 1)] });
    await ready(lambda);
    await lambda.call('PublishVersion', { FunctionName: 'fn' });
    await lambda.call('DeleteLayerVersion', { LayerName: 'one', VersionNumber: 1 });
    expect(await refusalOf(lambda.create({ FunctionName: 'new', Layers: [arn('one', 1)] }))).toBe(
      `InvalidParameterValueException 400: Layer version ${arn('one', 1)} does not exist.`,
    );
    await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Layers: [] });
    await ready(lambda);
    await lambda.call('Invoke', { FunctionName: 'fn:1' });
    expect(lambda.script.calls[0]?.launch.layerFolders).toHaveLength(1);
    const blob = sha('one').toString('hex');
    expect(lambda.store.blobs.pathOf(blob)).toBeTruthy();
    expect(lambda.forgotten).toEqual([]);
    await lambda.call('DeleteFunction', { FunctionName: 'fn', Qualifier: '1' });
    await settle(lambda, () => Promise.resolve(lambda.forgotten.includes(blob)));
  });

  test('is refused where AWS refuses it', async () => {
    await using lambda = await openWith('a', 'b', 'c', 'd', 'e', 'f');
    await publish(lambda, 'a', 'a2');
    const create = (...Layers: string[]) => refusalOf(lambda.create({ Layers }));
    const invalid = 'InvalidParameterValueException 400:';
    expect(await create(...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => arn(name, 1)))).toBe(
      `${invalid} Cannot reference more than 5 layers.`,
    );
    expect(await create(arn('a', 9))).toBe(`${invalid} Layer version ${arn('a', 9)} does not exist.`);
    expect(await create(arn('a', 0))).toBe(`${invalid} Layer Version Cannot be less than 1`);
    expect(await create(arn('a', 1).replace('eu-west-1', 'us-east-1'))).toBe(
      `${invalid} Layers are not in the same region as the function. Layers are expected to be in region eu-west-1.`,
    );
    expect(await create(arn('a', 1), arn('a', 2))).toBe(
      `${invalid} Two different versions of the same layer are not allowed to be referenced in the same function. ${arn('a', 1)} and ${arn('a', 2)} are versions of the same layer.`,
    );
    lambda.store.database
      .statement(`UPDATE lambda_layer_version SET unpacked_size = 262144000 WHERE layer = 'b'`)
      .run();
    const size = 262_144_000 + zip().length;
    expect(await create(arn('b', 1))).toBe(
      `${invalid} Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is ${size} bytes.`,
    );
    await lambda.create();
    await ready(lambda);
    expect(
      await refusalOf(
        lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Layers: [arn('b', 1)] }),
      ),
    ).toBe(`${invalid} Layers consume more than the available size of 262144000 bytes`);
  });
});

describe('the policy of a layer version', () => {
  const at = { LayerName: 'tools', VersionNumber: 1 };
  const add = (lambda: TestLambda, input: object = {}) =>
    lambda.call('AddLayerVersionPermission', {
      ...at,
      StatementId: 's1',
      Action: 'lambda:GetLayerVersion',
      Principal: '111111111111',
      ...input,
    });

  test('has AWS’s form, and a revision that each change renews', async () => {
    await using lambda = await openWith('tools');
    const none = 'ResourceNotFoundException 404: No policy is associated with the given resource.';
    expect(await refusalOf(lambda.call('GetLayerVersionPolicy', at))).toBe(none);
    const first = await add(lambda);
    const statement =
      '{"Sid":"s1","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"lambda:GetLayerVersion","Resource":"arn:aws:lambda:eu-west-1:000000000000:layer:tools:1"}';
    expect(first['Statement']).toBe(statement);
    expect(await lambda.call('GetLayerVersionPolicy', at)).toEqual({
      Policy: `{"Version":"2012-10-17","Id":"default","Statement":[${statement}]}`,
      RevisionId: first['RevisionId'],
    });
    expect(await refusalOf(add(lambda))).toBe(
      'ResourceConflictException 409: The statement id (s1) provided already exists. Please provide a new statement id, or remove the existing statement.',
    );
    const second = await add(lambda, { StatementId: 's2', Principal: '*', OrganizationId: 'o-1234567890' });
    expect(second['Statement']).toContain(
      '"Principal":"*","Action":"lambda:GetLayerVersion","Resource":"arn:aws:lambda:eu-west-1:000000000000:layer:tools:1","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}',
    );
    expect(await refusalOf(add(lambda, { StatementId: 's3', RevisionId: first['RevisionId'] }))).toBe(
      'PreconditionFailedException 412: The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
    );
    const remove = (StatementId: string) =>
      lambda.call('RemoveLayerVersionPermission', { ...at, StatementId });
    expect(await refusalOf(remove('gone'))).toBe(
      'ResourceNotFoundException 404: Statement gone is not found in resource policy.',
    );
    await remove('s1');
    await remove('s2');
    expect(await refusalOf(lambda.call('GetLayerVersionPolicy', at))).toBe(none);
    expect(await refusalOf(remove('s1'))).toBe(none);
    expect(await refusalOf(add(lambda, { VersionNumber: 7 }))).toBe(
      `ResourceNotFoundException 404: Layer version ${arn('tools', 7)} does not exist.`,
    );
    expect(await refusalOf(add(lambda, { Action: 'lambda:*' }))).toMatch(
      /at 'action' .*: lambda:GetLayerVersion$/,
    );
  });

  test('decides whether another account may use it', async () => {
    await using lambda = await openWith('tools');
    const theirs = { accountId: '111111111111' };
    const use = () =>
      lambda.call(
        'CreateFunction',
        {
          FunctionName: 'theirs',
          Runtime: 'nodejs24.x',
          Handler: 'index.handler',
          Role: 'arn:aws:iam::111111111111:role/r',
          Code: { ZipFile: zip() },
          Layers: [arn('tools', 1)],
        },
        theirs,
      );
    const read = () => lambda.call('GetLayerVersionByArn', { Arn: arn('tools', 1) }, theirs);
    const denied = `AccessDeniedException 403: User: arn:aws:iam::111111111111:root is not authorized to perform: lambda:GetLayerVersion on resource: ${arn('tools', 1)} because no resource-based policy allows the lambda:GetLayerVersion action`;
    expect(await refusalOf(use())).toBe(denied);
    expect(await refusalOf(read())).toBe(denied);
    await add(lambda);
    expect(await read()).toMatchObject({ Version: 1 });
    expect(await use()).toMatchObject({ Layers: [{ Arn: arn('tools', 1) }] });
    expect(
      await refusalOf(
        lambda.call('DeleteLayerVersion', { LayerName: arn('tools'), VersionNumber: 1 }, theirs),
      ),
    ).toMatch(/^AccessDeniedException 403/);
  });
});
