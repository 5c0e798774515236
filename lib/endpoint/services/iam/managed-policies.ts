import { stableId } from './identifiers.ts';

/** A policy that exists in every account. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly policyId: string;
  readonly description: string;
  readonly document: string;
  readonly createdAt: Date;
}

const logActions = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/**
 * The AWS managed policies that Lambda's console attaches, by what they allow. Their ids are made from the name:
 * AWS's own ids carry no meaning. Source: docs.aws.amazon.com/aws-managed-policy/latest/reference/
 */
export const managedPolicies: readonly ManagedPolicy[] = [
  define(
    '/service-role/',
    'AWSLambdaBasicExecutionRole',
    'Provides write permissions to CloudWatch Logs.',
    logActions,
  ),
  define(
    '/service-role/',
    'AWSLambdaVPCAccessExecutionRole',
    'Lets a function use network interfaces of a VPC.',
    [
      ...logActions,
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
  ),
  define('/service-role/', 'AWSLambdaSQSQueueExecutionRole', 'Lets a function read from SQS queues.', [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    ...logActions,
  ]),
  define('/service-role/', 'AWSLambdaKinesisExecutionRole', 'Lets a function read from Kinesis streams.', [
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
    'kinesis:ListStreams',
    'kinesis:SubscribeToShard',
    ...logActions,
  ]),
  define('/service-role/', 'AWSLambdaDynamoDBExecutionRole', 'Lets a function read from DynamoDB streams.', [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    ...logActions,
  ]),
  define('/', 'AWSXRayDaemonWriteAccess', 'Lets a function send trace segments to X-Ray.', [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ]),
];

export function findManagedPolicy(arn: string): ManagedPolicy | undefined {
  return managedPolicies.find((policy) => policy.arn === arn);
}

function define(path: string, name: string, description: string, actions: readonly string[]): ManagedPolicy {
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return {
    arn: `arn:aws:iam::aws:policy${path}${name}`,
    name,
    path,
    policyId: stableId('ANPA', name),
    description,
    document: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2),
    createdAt: new Date('2015-04-09T15:00:00Z'),
  };
}
