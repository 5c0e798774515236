import { assertInvariant } from '../../shared/invariant.ts';
import type { ServiceName } from '../services/service.ts';
import { queryErrorOf, type ServiceModel } from './aws-schema.ts';

/** One known operation of a service, as our reading of the SDK's schemas must give it. */
interface KnownOperation {
  readonly name: string;
  readonly http?: string;
  /** Required members. */
  readonly required: string;
  /** Input or output members by path, and what they must be. */
  readonly members: Readonly<Record<string, string>>;
  readonly eventStream?: string;
}

interface KnownService {
  readonly operations: readonly KnownOperation[];
  /** Missing where the model has no errors at all. */
  readonly error?: { readonly name: string; readonly status: number; readonly queryCode?: string };
}

const KNOWN: Readonly<Partial<Record<ServiceName, KnownService>>> = {
  lambda: {
    operations: [
      {
        name: 'Invoke',
        http: 'POST /2015-03-31/functions/{FunctionName}/invocations 200',
        required: 'FunctionName',
        members: {
          FunctionName: 'string httpLabel',
          Payload: 'blob httpPayload',
          Qualifier: 'string httpQuery',
        },
      },
      {
        name: 'CreateFunction',
        http: 'POST /2015-03-31/functions 201',
        required: 'FunctionName,Role,Code',
        members: {
          'Code.ZipFile': 'blob',
          'Environment.Variables': 'map',
          Timeout: 'number',
          Publish: 'boolean',
        },
      },
      {
        name: 'InvokeWithResponseStream',
        http: 'POST /2021-11-15/functions/{FunctionName}/response-streaming-invocations 200',
        required: 'FunctionName',
        members: { LogType: 'string httpHeader' },
        eventStream: 'EventStream',
      },
    ],
    error: { name: 'ResourceNotFoundException', status: 404 },
  },
  logs: {
    operations: [
      {
        name: 'PutLogEvents',
        required: 'logGroupName,logStreamName,logEvents',
        members: { logEvents: 'list', 'logEvents.timestamp': 'number' },
      },
      { name: 'StartLiveTail', required: 'logGroupIdentifiers', members: {}, eventStream: 'responseStream' },
    ],
    error: { name: 'ResourceNotFoundException', status: Number.NaN },
  },
  iam: {
    operations: [
      { name: 'CreateRole', required: 'RoleName,AssumeRolePolicyDocument', members: { Tags: 'list' } },
    ],
    error: { name: 'NoSuchEntityException', status: 404, queryCode: 'NoSuchEntity' },
  },
  sts: {
    operations: [
      { name: 'AssumeRole', required: 'RoleArn,RoleSessionName', members: { DurationSeconds: 'number' } },
    ],
    error: { name: 'ExpiredTokenException', status: 400, queryCode: 'ExpiredTokenException' },
  },
  cloudwatch: {
    operations: [
      {
        name: 'PutMetricData',
        required: 'Namespace',
        members: { MetricData: 'list', 'MetricData.Value': 'number', 'MetricData.Timestamp': 'timestamp' },
      },
    ],
    error: { name: 'InvalidParameterValueException', status: 400, queryCode: 'InvalidParameterValue' },
  },
  s3: {
    operations: [
      {
        name: 'PutObject',
        http: 'PUT /{Key+}?x-id=PutObject 200',
        required: 'Bucket,Key',
        members: { Body: 'blob httpPayload', ContentType: 'string httpHeader' },
      },
    ],
    error: { name: 'NoSuchKey', status: 404 },
  },
  kms: {
    operations: [
      {
        name: 'Encrypt',
        required: 'KeyId,Plaintext',
        members: { Plaintext: 'blob', EncryptionContext: 'map' },
      },
    ],
    error: { name: 'NotFoundException', status: 404, queryCode: 'NotFound' },
  },
  secretsmanager: {
    operations: [
      {
        name: 'PutSecretValue',
        required: 'SecretId',
        members: { SecretBinary: 'blob', VersionStages: 'list' },
      },
    ],
    error: { name: 'ResourceNotFoundException', status: Number.NaN },
  },
  ssm: {
    operations: [
      { name: 'PutParameter', required: 'Name,Value', members: { Overwrite: 'boolean', Tags: 'list' } },
    ],
    error: { name: 'ParameterNotFound', status: Number.NaN, queryCode: 'ParameterNotFound' },
  },
  rds: {
    operations: [
      {
        name: 'CreateDBProxy',
        required: 'DBProxyName,EngineFamily,RoleArn,VpcSubnetIds',
        members: { Auth: 'list', RequireTLS: 'boolean', IdleClientTimeout: 'number' },
      },
    ],
    error: { name: 'DBProxyNotFoundFault', status: 404, queryCode: 'DBProxyNotFoundFault' },
  },
  sqs: {
    operations: [
      {
        name: 'SendMessage',
        required: 'QueueUrl,MessageBody',
        members: { MessageAttributes: 'map', DelaySeconds: 'number' },
      },
    ],
    error: {
      name: 'QueueDoesNotExist',
      status: 400,
      queryCode: 'AWS.SimpleQueueService.NonExistentQueue',
    },
  },
  sns: {
    operations: [
      {
        name: 'Subscribe',
        required: 'TopicArn,Protocol',
        members: { Attributes: 'map', ReturnSubscriptionArn: 'boolean' },
      },
    ],
    error: { name: 'NotFoundException', status: 404, queryCode: 'NotFound' },
  },
  events: {
    operations: [
      { name: 'PutEvents', required: 'Entries', members: { Entries: 'list', 'Entries.Time': 'timestamp' } },
    ],
    error: { name: 'ResourceNotFoundException', status: Number.NaN },
  },
  scheduler: {
    operations: [
      {
        name: 'CreateSchedule',
        http: 'POST /schedules/{Name} 200',
        required: 'Name,ScheduleExpression,Target,FlexibleTimeWindow',
        members: { Name: 'string httpLabel', StartDate: 'timestamp' },
      },
    ],
    error: { name: 'ResourceNotFoundException', status: 404 },
  },
  tagging: {
    operations: [
      {
        name: 'TagResources',
        http: 'POST /TagResources 200',
        required: 'ResourceARNList,Tags',
        members: { ResourceARNList: 'list', Tags: 'map' },
      },
    ],
    error: { name: 'InvalidParameterException', status: Number.NaN },
  },
  schemas: {
    operations: [
      {
        name: 'CreateSchema',
        http: 'POST /v1/registries/name/{RegistryName}/schemas/name/{SchemaName} 201',
        required: 'Content,RegistryName,SchemaName,Type',
        members: { Tags: 'map', Content: 'string' },
      },
    ],
    error: { name: 'NotFoundException', status: 404 },
  },
  ec2: {
    operations: [
      {
        name: 'CreateSecurityGroup',
        required: 'Description,GroupName',
        members: { TagSpecifications: 'list', DryRun: 'boolean' },
      },
    ],
  },
  xray: {
    operations: [
      {
        name: 'GetTraceSummaries',
        http: 'POST /TraceSummaries 200',
        required: 'StartTime,EndTime',
        members: { StartTime: 'timestamp', FilterExpression: 'string' },
      },
    ],
    error: { name: 'InvalidRequestException', status: Number.NaN },
  },
  efs: {
    operations: [
      {
        name: 'CreateAccessPoint',
        http: 'POST /2015-02-01/access-points 200',
        required: 'FileSystemId',
        members: { 'PosixUser.Uid': 'number', Tags: 'list' },
      },
    ],
    error: { name: 'AccessPointNotFound', status: 404 },
  },
  apigateway: {
    operations: [
      {
        name: 'GetRestApis',
        http: 'GET /restapis 200',
        required: '',
        members: { limit: 'number httpQuery' },
      },
    ],
    error: { name: 'NotFoundException', status: 404 },
  },
  apigatewayv2: {
    operations: [
      {
        name: 'CreateApi',
        http: 'POST /v2/apis 201',
        required: 'Name,ProtocolType',
        members: { CorsConfiguration: 'structure', Tags: 'map' },
      },
    ],
    error: { name: 'NotFoundException', status: 404 },
  },
};

function checkOperation(model: ServiceModel, known: KnownOperation): void {
  const where = `${model.entry.title}'s ${known.name}`;
  const operation = model.operations.get(known.name);
  assertInvariant(operation, `The SDK's schemas have no operation ${where}.`);
  const { http } = operation;
  const binding = http && `${http.method} ${http.template} ${http.status}`;
  assertInvariant(binding === known.http, `${where} has the HTTP binding ${binding}, not ${known.http}.`);
  const required = operation.input.members.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  assertInvariant(
    required.join() === known.required,
    `${where} requires ${required.join()}, not ${known.required}.`,
  );
  assertInvariant(
    operation.eventStream?.name === known.eventStream,
    `${where} streams ${operation.eventStream?.name}, not ${known.eventStream}.`,
  );
  for (const [path, wanted] of Object.entries(known.members)) {
    const [kind = '', trait] = wanted.split(' ');
    let shape = operation.input;
    let traits = shape.traits;
    for (const name of path.split('.')) {
      const member = (shape.kind === 'list' ? shape.element.shape : shape).member(name);
      assertInvariant(member, `${where} has no input member ${path}.`);
      ({ shape, traits } = member);
    }
    assertInvariant(shape.kind === kind, `${where} has a ${shape.kind} as ${path}, not a ${kind}.`);
    assertInvariant(!trait || traits[trait] !== undefined, `${where} does not bind ${path} by ${trait}.`);
  }
}

/**
 * Compares a service's schemas with a few operations known by heart, so that an SDK whose inside has changed is
 * found when the service is loaded and not by a wrong answer. Throws an InvariantError.
 */
export function checkServiceModel(model: ServiceModel): void {
  const known = KNOWN[model.entry.name];
  if (!known) return;
  for (const operation of known.operations) checkOperation(model, operation);
  if (!known.error) return;
  const error = model.errors.get(known.error.name);
  assertInvariant(error, `${model.entry.title} has no ${known.error.name} in the SDK's schemas.`);
  assertInvariant(
    Object.is(Number(error.traits.httpError), known.error.status) &&
      queryErrorOf(error)?.code === known.error.queryCode,
    `${model.entry.title}'s ${known.error.name} has another status or code in the SDK's schemas.`,
  );
}
