import { parseArn } from '../shared/arn.ts';

/** What an ARN or a principal says about the thing at the other end: which family, which name. */

/** Families of the diagram: the colour and the picture of a tile. */
export type NodeKind =
  'function' | 'http' | 'queue' | 'bus' | 'stream' | 'storage' | 'database' | 'workflow' | 'other';

export interface ConnectedService {
  readonly kind: NodeKind;
  /** AWS's name of the service, the same in every language. */
  readonly service: string;
}

const byArnService: Readonly<Record<string, ConnectedService>> = {
  sqs: { kind: 'queue', service: 'SQS' },
  sns: { kind: 'bus', service: 'SNS' },
  kinesis: { kind: 'stream', service: 'Kinesis' },
  dynamodb: { kind: 'database', service: 'DynamoDB' },
  kafka: { kind: 'stream', service: 'MSK' },
  mq: { kind: 'queue', service: 'Amazon MQ' },
  rds: { kind: 'database', service: 'DocumentDB' },
  s3: { kind: 'storage', service: 'S3' },
  events: { kind: 'bus', service: 'EventBridge' },
  lambda: { kind: 'function', service: 'Lambda' },
  'execute-api': { kind: 'http', service: 'API Gateway' },
  elasticloadbalancing: { kind: 'http', service: 'Application Load Balancer' },
  logs: { kind: 'stream', service: 'CloudWatch Logs' },
  states: { kind: 'workflow', service: 'Step Functions' },
};

/** Names a service principal such as `apigateway.amazonaws.com`; older ones carry a Region. */
const byPrincipal: Readonly<Record<string, ConnectedService>> = {
  apigateway: { kind: 'http', service: 'API Gateway' },
  elasticloadbalancing: { kind: 'http', service: 'Application Load Balancer' },
  'vpc-lattice': { kind: 'http', service: 'VPC Lattice' },
  s3: { kind: 'storage', service: 'S3' },
  sns: { kind: 'bus', service: 'SNS' },
  events: { kind: 'bus', service: 'EventBridge' },
  scheduler: { kind: 'bus', service: 'EventBridge Scheduler' },
  logs: { kind: 'stream', service: 'CloudWatch Logs' },
  iot: { kind: 'bus', service: 'AWS IoT' },
  ses: { kind: 'queue', service: 'SES' },
  config: { kind: 'other', service: 'AWS Config' },
  connect: { kind: 'other', service: 'Connect' },
  secretsmanager: { kind: 'other', service: 'Secrets Manager' },
  'cognito-idp': { kind: 'other', service: 'Cognito' },
  'cognito-sync': { kind: 'other', service: 'Cognito Sync' },
  codecommit: { kind: 'other', service: 'CodeCommit' },
  lexv2: { kind: 'other', service: 'Lex' },
  lex: { kind: 'other', service: 'Lex' },
  'alexa-appkit': { kind: 'other', service: 'Alexa' },
  'alexa-connectedhome': { kind: 'other', service: 'Alexa' },
};

/** The service at the other end of an ARN; a Kafka destination is written `kafka://topic`. */
export function serviceOfArn(arn: string): ConnectedService {
  if (arn.startsWith('kafka://')) return { kind: 'stream', service: 'Apache Kafka' };
  const service = parseArn(arn)?.service ?? '';
  return Object.hasOwn(byArnService, service)
    ? (byArnService[service] ?? { kind: 'other', service })
    : { kind: 'other', service: service || arn };
}

/** The service behind a principal of a policy statement; a principal we do not know is shown as it is. */
export function serviceOfPrincipal(principal: string): ConnectedService {
  const name = /^([a-z0-9-]+)(\.[a-z0-9-]+)?\.amazon(aws)?\.com(\.cn)?$/.exec(principal)?.[1] ?? '';
  return Object.hasOwn(byPrincipal, name)
    ? (byPrincipal[name] ?? { kind: 'other', service: principal })
    : { kind: 'other', service: principal };
}

/** The name people know a resource by: the queue, the table, the bus, the rule, the function. */
export function resourceName(arn: string): string {
  if (arn.startsWith('kafka://')) return arn.slice('kafka://'.length);
  const parsed = parseArn(arn);
  if (!parsed) return arn;
  const { service, resource } = parsed;
  if (service === 'lambda') return resource.replace(/^function:/, '');
  if (service === 'logs') return resource.replace(/^log-group:/, '').replace(/:\*$/, '');
  if (service === 'execute-api') return resource.split('/')[0] ?? resource;
  if (service === 'dynamodb') return resource.split('/')[1] ?? resource;
  if (service === 'kafka') return resource.split('/')[1] ?? resource;
  if (service === 'elasticloadbalancing') return resource.split('/')[1] ?? resource;
  if (service === 'sqs' || service === 'sns' || service === 's3') return resource;
  const slash = resource.lastIndexOf('/');
  const colon = resource.lastIndexOf(':');
  return resource.slice(Math.max(slash, colon) + 1) || resource;
}
