import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyNamePattern, createNamePattern } from '../rules/patterns.ts';
import { openLambda, ready, refusalOf, roleArn, zip, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const invalid = (message: string) => `InvalidParameterValueException 400: ${message}`;
const broken = (message: string) => `ValidationException 400: 1 validation error detected: ${message}`;

let lambda: TestLambda;

beforeAll(async () => {
  lambda = await openLambda({ roles: { exists: (_account, role) => !role.endsWith('/missing') } });
  await lambda.create();
  await ready(lambda);
});

afterAll(() => lambda[Symbol.asyncDispose]());

const onCreate = (input: object) => refusalOf(lambda.create({ FunctionName: 'new', ...input }));
const onUpdate = (input: object) =>
  refusalOf(lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', ...input }));

describe('model constraints', () => {
  const subnetConstraints =
    'Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: subnet-[0-9a-z]*, Member must not be null]';
  const rows: [object, string][] = [
    [
      { Timeout: 901 },
      `Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900`,
    ],
    [
      { Timeout: 0 },
      `Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    ],
    [
      { MemorySize: 127 },
      `Value '127' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128`,
    ],
    [
      { MemorySize: 32_769 },
      `Value '32769' at 'memorySize' failed to satisfy constraint: Member must have value less than or equal to 32768`,
    ],
    [
      { EphemeralStorage: { Size: 511 } },
      `Value '511' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value greater than or equal to 512`,
    ],
    [
      { EphemeralStorage: { Size: 10_241 } },
      `Value '10241' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value less than or equal to 10240`,
    ],
    [
      { Handler: 'a b' },
      `Value 'a b' at 'handler' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\s]+`,
    ],
    [
      { Handler: 'h'.repeat(129) },
      `Value '${'h'.repeat(129)}' at 'handler' failed to satisfy constraint: Member must have length less than or equal to 128`,
    ],
    [
      { Description: 'd'.repeat(257) },
      `Value '${'d'.repeat(257)}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ],
    [
      { Role: 'r' },
      `Value 'r' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+`,
    ],
    [
      { TracingConfig: { Mode: 'On' } },
      `Value 'On' at 'tracingConfig.mode' failed to satisfy constraint: Member must satisfy enum value set: [Active, PassThrough]`,
    ],
    [
      { SnapStart: { ApplyOn: 'All' } },
      `Value 'All' at 'snapStart.applyOn' failed to satisfy constraint: Member must satisfy enum value set: [PublishedVersions, None]`,
    ],
    [
      { LoggingConfig: { LogGroup: 'a b' } },
      `Value 'a b' at 'loggingConfig.logGroup' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
    ],
    [
      { VpcConfig: { SubnetIds: ['subnet-1', 'x'] } },
      `Value '[subnet-1, x]' at 'vpcConfig.subnetIds' failed to satisfy constraint: ${subnetConstraints}`,
    ],
    [
      { Environment: { Variables: { '1A': 'secret' } } },
      `Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+, Member must not be null]`,
    ],
  ];

  test.each(rows)('%j', async (input, message) => {
    expect(await onCreate(input)).toBe(broken(message));
    expect(await onUpdate(input)).toBe(broken(message));
  });

  test('of creation alone', async () => {
    expect(await onCreate({ Architectures: ['arm64', 'x86_64'] })).toBe(
      broken(
        "Value '[arm64, x86_64]' at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1",
      ),
    );
    expect(await onCreate({ Architectures: ['mips'] })).toBe(
      broken(
        "Value '[mips]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
      ),
    );
    expect(await onCreate({ Tags: { ['k'.repeat(129)]: 'v' } })).toContain(
      "at 'tags' failed to satisfy constraint: Map keys",
    );
    expect(await onCreate({ Tags: { k: 'v'.repeat(257) } })).toContain(
      "at 'tags' failed to satisfy constraint: Map value",
    );
  });

  test('are reported together', async () => {
    expect(await onCreate({ Timeout: 0, MemorySize: 1 })).toBe(
      "ValidationException 400: 2 validation errors detected: Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1; Value '1' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
    );
  });
});

describe('names', () => {
  test('on creation', async () => {
    const long = 'n'.repeat(65);
    const longArn = `${arn}${'n'.repeat(140)}`;
    const other = (part: string, replacement: string) => arn.replace(part, replacement).replace(/fn$/, 'new');
    expect(await onCreate({ FunctionName: long })).toBe(
      invalid(
        `1 validation error detected: Value '${long}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
      ),
    );
    expect(await onCreate({ FunctionName: longArn })).toBe(
      broken(
        `Value '${longArn}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 140`,
      ),
    );
    const bad = `${'n'.repeat(140)}!`;
    expect(await onCreate({ FunctionName: bad })).toBe(
      `ValidationException 400: 2 validation errors detected: Value '${bad}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${createNamePattern}; Value '${bad}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 140`,
    );
    expect(await onCreate({ FunctionName: other('000000000000', '111111111111') })).toBe(
      'AccessDeniedException 403: ',
    );
    await expect(
      lambda.create({ FunctionName: other('000000000000', '111111111111') }),
    ).rejects.toMatchObject({ members: { Message: null } });
    expect(await onCreate({ FunctionName: other('eu-west-1', 'us-east-1') })).toBe(
      "ResourceNotFoundException 404: Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
    );
  });

  test('on reads, in every form', async () => {
    const forms = [
      'fn',
      'function:fn',
      '000000000000:function:fn',
      'eu-west-1:000000000000:function:fn',
      arn,
    ];
    for (const FunctionName of forms) {
      const read = (Qualifier?: string) =>
        lambda.call('GetFunctionConfiguration', { FunctionName, Qualifier });
      expect((await read())['FunctionArn']).toBe(arn);
      expect((await read('$LATEST'))['FunctionArn']).toBe(`${arn}:$LATEST`);
      const qualified = { FunctionName: `${FunctionName}:$LATEST` };
      expect((await lambda.call('GetFunctionConfiguration', qualified))['FunctionArn']).toBe(
        `${arn}:$LATEST`,
      );
      expect(await refusalOf(read('7'))).toBe(`ResourceNotFoundException 404: Function not found: ${arn}:7`);
    }
  });

  test('that do not fit', async () => {
    const get = (FunctionName: string, Qualifier?: string) =>
      refusalOf(lambda.call('GetFunction', { FunctionName, Qualifier }));
    expect(await get('fn:1', '2')).toBe(
      invalid('The derived qualifier from the function name does not match the specified qualifier.'),
    );
    expect(await get('arn:aws:lambda:eu-west-1:000000000000:function')).toBe(
      'ResourceNotFoundException 404: Function not found: arn:aws:lambda:eu-west-1:000000000000:function:function',
    );
    const long = 'n'.repeat(65);
    expect(await get(long)).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn.replace(/fn$/, long)}`,
    );
    expect(await get('fn', '$latest')).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn}:$latest`,
    );
    expect(await get('a!', 'b!')).toBe(
      `ValidationException 400: 2 validation errors detected: Value 'b!' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: \\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+; Value 'a!' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${anyNamePattern}`,
    );
    const both = `${'n'.repeat(256)}!`;
    expect(await get(both)).toBe(
      broken(
        `Value '${both}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${anyNamePattern}`,
      ),
    );
    expect(await get('n'.repeat(257))).toMatch(/Member must have length less than or equal to 256$/);
    expect(await get(arn.replace('eu-west-1', 'us-east-1'))).toBe(
      "ResourceNotFoundException 404: Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
    );
    expect(await get(arn.replace('000000000000', '111111111111'))).toMatch(
      /^AccessDeniedException 403: User: .* lambda:GetFunction action$/,
    );
  });
});

describe('checks behind the model', () => {
  const vpc = (VpcConfig: object) => ({ VpcConfig });
  const accessPoint = `arn:aws:elasticfilesystem:eu-west-1:000000000000:access-point/fsap-${'0'.repeat(17)}`;
  const layer = (region: string) => `arn:aws:lambda:${region}:000000000000:layer:lib:1`;
  const rows: [string, object, string][] = [
    [
      'memory',
      { MemorySize: 10_241 },
      "'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to 10240",
    ],
    [
      'role',
      { Role: 'arn:aws:iam::000000000000:role/missing' },
      'The role defined for the function cannot be assumed by Lambda.',
    ],
    [
      'retired runtime',
      { Runtime: 'python2.7' },
      'The runtime parameter of python2.7 is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.',
    ],
    [
      'reserved variable',
      { Environment: { Variables: { AWS_REGION: 'x', AB: 'y', LAMBDA_TASK_ROOT: 'z' } } },
      'Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: AWS_REGION, LAMBDA_TASK_ROOT',
    ],
    [
      'too many bytes of variables',
      { Environment: { Variables: { AB: 'x'.repeat(4088) } } },
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: {"AB":"${'x'.repeat(4088)}"}`,
    ],
    [
      'six layers',
      { Layers: Array.from({ length: 6 }, () => layer('eu-west-1')) },
      'Cannot reference more than 5 layers.',
    ],
    ['layer', { Layers: [layer('eu-west-1')] }, `Layer version ${layer('eu-west-1')} does not exist.`],
    [
      'layer of another Region',
      { Layers: [layer('us-east-1')] },
      'Layers are not in the same region as the function. Layers are expected to be in region eu-west-1.',
    ],
    [
      'subnet',
      vpc({ SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }),
      "Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID 'subnet-1' does not exist",
    ],
    [
      'security group',
      vpc({ SecurityGroupIds: ['sg-1'] }),
      'SubnetIds and SecurityIds must coexist or be both empty list.',
    ],
    [
      'file system',
      { FileSystemConfigs: [{ Arn: accessPoint, LocalMountPath: '/mnt/x' }] },
      `Function must be configured to execute in a VPC to reference access point ${accessPoint}`,
    ],
    [
      'path of a file system',
      { FileSystemConfigs: [{ Arn: accessPoint, LocalMountPath: '/mnt/..' }] },
      'LocalMountPath /mnt/.. is invalid: it must name a folder below /mnt/.',
    ],
    [
      'SnapStart',
      { SnapStart: { ApplyOn: 'PublishedVersions' } },
      'nodejs24.x is not supported for SnapStart enabled functions.',
    ],
  ];

  test.each(rows)('%s', async (_name, input, message) => {
    expect(await onCreate(input)).toBe(invalid(message));
    expect(await onUpdate(input)).toBe(invalid(message));
  });

  test('exactly 4096 bytes of variables are taken', async () => {
    await using other = await openLambda();
    await other.create({ Environment: { Variables: { AB: 'x'.repeat(4096 - '{"AB":""}'.length) } } });
    expect((await other.configuration())['State']).toBe('Pending');
  });

  test('an unknown runtime', async () => {
    expect(await onCreate({ Runtime: 'cobol' })).toMatch(
      /^InvalidParameterValueException 400: Value cobol at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[nodejs20\.x, python3\.14, .*\] or be a valid ARN$/,
    );
  });

  test('a runtime leaves on its day', async () => {
    await using other = await openLambda();
    await other.create({ Runtime: 'nodejs20.x' });
    await ready(other);
    other.clock.advance(Date.parse('2027-02-01') - other.clock.now());
    expect(await refusalOf(other.create({ FunctionName: 'late', Runtime: 'nodejs20.x' }))).toContain(
      'no longer supported',
    );
    const change = { FunctionName: 'fn', ZipFile: zip('2') };
    await other.call('UpdateFunctionCode', change);
    await ready(other);
    other.clock.advance(Date.parse('2027-03-03') - other.clock.now());
    expect(await refusalOf(other.call('UpdateFunctionCode', change))).toContain('no longer supported');
    expect(
      await refusalOf(other.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: 4 })),
    ).toContain('no longer supported');
    expect(await other.call('Invoke', { FunctionName: 'fn' })).toMatchObject({ StatusCode: 200 });
  });
});

describe('code', () => {
  test('is refused in AWS’s words', async () => {
    const code = (Code: object) => onCreate({ Code });
    expect(await code({})).toBe(invalid('Please provide a source for function code.'));
    expect(await code({ ZipFile: Buffer.from('no zip') })).toBe(
      invalid('Could not unzip uploaded file. Please check your file, then try to upload again.'),
    );
    expect(await code({ ZipFile: zip('huge') })).toBe(
      invalid('Unzipped size must be smaller than 262144000 bytes'),
    );
    expect(await code({ ZipFile: Buffer.alloc(52_428_801) })).toBe(
      'RequestEntityTooLargeException 413: Zipped size must be smaller than 52428800 bytes',
    );
    const mandatory = invalid(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
    expect(await onCreate({ Runtime: undefined })).toBe(mandatory);
    expect(await onCreate({ Handler: undefined })).toBe(mandatory);
    const update = (input: object) =>
      refusalOf(lambda.call('UpdateFunctionCode', { FunctionName: 'fn', ...input }));
    expect(await update({})).toBe(invalid('Please provide a source for function code.'));
    expect(await update({ ImageUri: 'x' })).toBe(
      invalid("Please don't provide ImageUri when updating a function with packageType Zip."),
    );
  });

  test('counts towards the storage of the account', async () => {
    await using other = await openLambda();
    await other.create();
    // As many bytes as the account may have, without storing them.
    other.store.database.statement('UPDATE lambda_function SET code_size = 80530636800').run();
    expect(await refusalOf(other.create({ FunctionName: 'more', Code: { ZipFile: zip('more') } }))).toBe(
      'CodeStorageExceededException 400: Code storage limit exceeded.',
    );
  });
});

test('what this endpoint cannot honour it refuses, and says what to do instead', async () => {
  const refused: object[] = [
    { Code: { S3Bucket: 'bucket', S3Key: 'key' } },
    { Code: { ImageUri: 'image' } },
    { Code: { ZipFile: zip(), SourceKMSKeyArn: 'arn:aws:kms:x' } },
    { PackageType: 'Image' },
    { PublishTo: 'LATEST_PUBLISHED' },
    { ImageConfig: { Command: ['x'] } },
  ];
  for (const input of refused)
    expect(await onCreate(input)).toMatch(/^NotImplemented 501: .+ not implemented.*\. \(Lambdeck/);
  const publishTo = { FunctionName: 'fn', ZipFile: zip(), PublishTo: 'LATEST_PUBLISHED' };
  expect(await refusalOf(lambda.call('UpdateFunctionCode', publishTo))).toMatch(
    /^NotImplemented 501: PublishTo/,
  );
  const csc = 'arn:aws:lambda:eu-west-1:000000000000:code-signing-config:csc-00000000000000000';
  expect(await onCreate({ CodeSigningConfigArn: csc })).toBe(
    `CodeSigningConfigNotFoundException 404: The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${csc}.`,
  );
  expect(roleArn).toMatch(/^arn:/);
  expect(await refusalOf(lambda.call('GetFunction', { FunctionName: 'new' }))).toContain(
    'Function not found',
  );
});
