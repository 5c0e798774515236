import { APIGatewayClient, CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client, CreateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateFileSystemCommand, EFSClient } from '@aws-sdk/client-efs';
import { CreateEventBusCommand, EventBridgeClient, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateCodeSigningConfigCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  ListTagsCommand,
} from '@aws-sdk/client-lambda';
import {
  GetResourcesCommand,
  GetTagKeysCommand,
  GetTagValuesCommand,
  ResourceGroupsTaggingAPIClient,
  TagResourcesCommand,
  UntagResourcesCommand,
  type GetResourcesCommandInput,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { CreateBucketCommand, GetBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, roleArn, zipOf, type Clients } from './clients.ts';
import { startProgram, type Program } from './program.ts';

const here = 'us-east-1:000000000000';
const functionArn = (name: string) => `arn:aws:lambda:${here}:function:${name}`;

let program: Program;
let clients: Clients;
let tagging: ResourceGroupsTaggingAPIClient;
let s3: S3Client;
/** What was made by kind; ids that the endpoint chose are in the ARNs. */
const made: Record<string, string | undefined> = {};
/** More than one page of ListFunctions. */
const functionCount = 60;

beforeAll(async () => {
  program = await startProgram();
  clients = clientsFor(program.ready.url);
  const settings = {
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  tagging = new ResourceGroupsTaggingAPIClient(settings);
  s3 = new S3Client({ ...settings, forcePathStyle: true });
  const ZipFile = await zipOf({ 'index.mjs': 'export const handler = async () => 1;' });
  const createFunction = (name: string, Tags: Record<string, string>) =>
    clients.lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: 'nodejs22.x',
        Role: roleArn,
        Handler: 'index.handler',
        Code: { ZipFile },
        Tags,
      }),
    );
  for (let index = 0; index < functionCount; index += 1)
    await createFunction(`f-${String(index).padStart(3, '0')}`, {
      team: index % 2 === 0 ? 'red' : 'blue',
      index: String(index),
    });
  await createFunction('untagged', {});
  const tags = { kind: 'made' };
  const pairs = [{ Key: 'kind', Value: 'made' }];
  const signing = await clients.lambda.send(
    new CreateCodeSigningConfigCommand({
      AllowedPublishers: {
        SigningProfileVersionArns: [`arn:aws:signer:${here}:/signing-profiles/p/abcdefghij`],
      },
      Tags: tags,
    }),
  );
  made['lambda:code-signing-config'] = signing.CodeSigningConfig?.CodeSigningConfigArn;
  const queue = new CreateQueueCommand({ QueueName: 'jobs', tags });
  await new SQSClient(settings).send(queue);
  made['sqs:queue'] = `arn:aws:sqs:${here}:jobs`;
  const topic = await new SNSClient(settings).send(new CreateTopicCommand({ Name: 'news', Tags: pairs }));
  made['sns:topic'] = topic.TopicArn;
  const events = new EventBridgeClient(settings);
  const bus = await events.send(new CreateEventBusCommand({ Name: 'orders', Tags: pairs }));
  made['events:event-bus'] = bus.EventBusArn;
  const EventPattern = '{"source":["a"]}';
  const rule = new PutRuleCommand({ Name: 'late', EventBusName: 'orders', EventPattern, Tags: pairs });
  made['events:rule'] = (await events.send(rule)).RuleArn;
  const group = new CreateScheduleGroupCommand({ Name: 'nightly', Tags: pairs });
  made['scheduler:schedule-group'] = (await new SchedulerClient(settings).send(group)).ScheduleGroupArn;
  await s3.send(new CreateBucketCommand({ Bucket: 'pictures' }));
  made['s3:bucket'] = 'arn:aws:s3:::pictures';
  await clients.logs.send(new CreateLogGroupCommand({ logGroupName: '/app/one', tags }));
  made['logs:log-group'] = `arn:aws:logs:${here}:log-group:/app/one`;
  const key = await new KMSClient(settings).send(
    new CreateKeyCommand({ Tags: [{ TagKey: 'kind', TagValue: 'made' }] }),
  );
  made['kms:key'] = key.KeyMetadata?.Arn;
  const secret = new CreateSecretCommand({ Name: 'password', SecretString: 'x', Tags: pairs });
  made['secretsmanager:secret'] = (await new SecretsManagerClient(settings).send(secret)).ARN;
  await new SSMClient(settings).send(
    new PutParameterCommand({ Name: '/app/size', Value: '1', Type: 'String', Tags: pairs }),
  );
  made['ssm:parameter'] = `arn:aws:ssm:${here}:parameter/app/size`;
  const fileSystem = new CreateFileSystemCommand({ CreationToken: 'one', Tags: pairs });
  made['elasticfilesystem:file-system'] = (await new EFSClient(settings).send(fileSystem)).FileSystemArn;
  const rest = await new APIGatewayClient(settings).send(new CreateRestApiCommand({ name: 'rest', tags }));
  made['apigateway:restapis'] = `arn:aws:apigateway:us-east-1::/restapis/${rest.id}`;
  const http = new CreateApiCommand({ Name: 'http', ProtocolType: 'HTTP', Tags: tags });
  const { ApiId } = await new ApiGatewayV2Client(settings).send(http);
  made['apigateway:apis'] = `arn:aws:apigateway:us-east-1::/apis/${ApiId}`;
}, 60_000);

afterAll(async () => {
  tagging.destroy();
  s3.destroy();
  clients[Symbol.dispose]();
  await program[Symbol.asyncDispose]();
});

/** Every page, as a client that follows tokens reads them. */
async function allResources(input: GetResourcesCommandInput) {
  const found = [];
  const sizes: number[] = [];
  let PaginationToken: string | undefined;
  do {
    const page = await tagging.send(new GetResourcesCommand({ ...input, PaginationToken }));
    sizes.push(page.ResourceTagMappingList?.length ?? 0);
    found.push(...(page.ResourceTagMappingList ?? []));
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  return { found, sizes, arns: found.map(({ ResourceARN }) => ResourceARN) };
}

describe('GetResources', () => {
  it('lists what has tags, every kind, each once', async () => {
    await tagging.send(
      new TagResourcesCommand({ ResourceARNList: [made['s3:bucket'] ?? ''], Tags: { kind: 'made' } }),
    );
    const { arns } = await allResources({ TagFilters: [{ Key: 'kind', Values: ['made'] }] });
    expect([...arns].sort()).toEqual(Object.values(made).sort());
  });

  it.each([
    'lambda:code-signing-config',
    'sqs',
    'sns',
    's3',
    'events:rule',
    'logs:log-group',
    'ssm:parameter',
  ])('filters by the kind %s', async (type) => {
    const { arns } = await allResources({ ResourceTypeFilters: [type] });
    const wanted = Object.entries(made).filter(([kind]) => kind === type || kind.startsWith(`${type}:`));
    expect(arns).toEqual(wanted.map(([, arn]) => arn));
  });

  it('pages through functions and leaves out those without tags', async () => {
    const { arns, sizes } = await allResources({
      ResourceTypeFilters: ['lambda:function'],
      ResourcesPerPage: 25,
    });
    expect(sizes).toEqual([25, 25, 10]);
    expect(new Set(arns).size).toBe(functionCount);
    expect(arns).toHaveLength(functionCount);
    expect(arns).not.toContain(functionArn('untagged'));
  });

  it('does not part a resource from its tags', async () => {
    const { sizes, arns } = await allResources({
      ResourceTypeFilters: ['lambda:function'],
      TagsPerPage: 101,
      ResourcesPerPage: 100,
    });
    expect(sizes).toEqual([50, 10]);
    expect(new Set(arns).size).toBe(functionCount);
  });

  it('takes several values of a key as any of them, and several keys as all', async () => {
    const team = { Key: 'team', Values: ['red', 'green'] };
    const red = await allResources({ TagFilters: [team], ResourcesPerPage: 100 });
    expect(red.arns).toHaveLength(functionCount / 2);
    const both = await allResources({ TagFilters: [team, { Key: 'index', Values: ['4', '5'] }] });
    expect(both.found).toEqual([
      {
        ResourceARN: functionArn('f-004'),
        Tags: [
          { Key: 'team', Value: 'red' },
          { Key: 'index', Value: '4' },
        ],
      },
    ]);
  });

  it('reads named resources, without those that are not there', async () => {
    const ResourceARNList = [functionArn('f-001'), functionArn('missing'), functionArn('untagged')];
    const { arns } = await allResources({ ResourceARNList });
    expect(arns).toEqual([functionArn('f-001')]);
    await expect(allResources({ ResourceARNList, TagFilters: [] })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('refuses a token that is none', async () => {
    const command = new GetResourcesCommand({ PaginationToken: 'nonsense' });
    await expect(tagging.send(command)).rejects.toMatchObject({ name: 'PaginationTokenExpiredException' });
  });

  it('goes on behind functions that were deleted meanwhile', async () => {
    const input = { ResourceTypeFilters: ['lambda:function'], ResourcesPerPage: 50 };
    const first = await tagging.send(new GetResourcesCommand(input));
    await clients.lambda.send(new DeleteFunctionCommand({ FunctionName: 'f-059' }));
    const { PaginationToken } = first;
    const second = await tagging.send(new GetResourcesCommand({ ...input, PaginationToken }));
    const arns = second.ResourceTagMappingList?.map(({ ResourceARN }) => ResourceARN);
    expect(arns?.at(-1)).toBe(functionArn('f-058'));
    expect(second.PaginationToken).toBe('');
  });
});

describe('keys and values', () => {
  it('come in order, each once', async () => {
    const { TagKeys } = await tagging.send(new GetTagKeysCommand({}));
    expect(TagKeys).toEqual(['index', 'kind', 'team']);
    const { TagValues } = await tagging.send(new GetTagValuesCommand({ Key: 'team' }));
    expect(TagValues).toEqual(['blue', 'red']);
  });
});

describe('changes', () => {
  it('reach the service of each resource; what one refuses is told', async () => {
    const arns = [functionArn('f-002'), functionArn('missing'), `arn:aws:glue:${here}:job/one`];
    const command = new TagResourcesCommand({ ResourceARNList: arns, Tags: { stage: 'dev' } });
    const { FailedResourcesMap } = await tagging.send(command);
    expect(FailedResourcesMap).toMatchObject({
      [functionArn('missing')]: { StatusCode: 404, ErrorCode: 'ResourceNotFoundException' },
      [`arn:aws:glue:${here}:job/one`]: { StatusCode: 400, ErrorCode: 'InvalidParameterException' },
    });
    const after = await clients.lambda.send(new ListTagsCommand({ Resource: functionArn('f-002') }));
    expect(after.Tags).toEqual({ team: 'red', index: '2', stage: 'dev' });
  });

  it('take tags off every kind', async () => {
    const arns = Object.values(made).map((arn = '') => arn);
    const add = new TagResourcesCommand({ ResourceARNList: arns, Tags: { extra: 'yes' } });
    expect((await tagging.send(add)).FailedResourcesMap).toEqual({});
    const filter = { TagFilters: [{ Key: 'extra' }] };
    expect((await allResources(filter)).arns).toHaveLength(arns.length);
    const remove = new UntagResourcesCommand({ ResourceARNList: arns, TagKeys: ['extra'] });
    expect((await tagging.send(remove)).FailedResourcesMap).toEqual({});
    expect((await allResources(filter)).arns).toEqual([]);
    // S3 has no call for a single tag: the others of the set stay.
    const { TagSet } = await s3.send(new GetBucketTaggingCommand({ Bucket: 'pictures' }));
    expect(TagSet).toEqual([{ Key: 'kind', Value: 'made' }]);
  });
});
