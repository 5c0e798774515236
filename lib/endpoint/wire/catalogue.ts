import type { ServiceName } from '../services/service.ts';

export type ProtocolName =
  'restJson1' | 'awsJson1_0' | 'awsJson1_1' | 'awsQuery' | 'ec2Query' | 'restXml' | 'rpcv2Cbor';

/** How a service words a missing required member. */
export type MissingMemberStyle =
  | { readonly code: string; readonly wording: 'constraint' }
  | { readonly code: string; readonly wording: 'parameter' };

/** What an SDK client knows about its service beside the schemas; a test compares it with the real clients. */
export interface CatalogueEntry {
  readonly name: ServiceName;
  /** As people call it, for messages. */
  readonly title: string;
  readonly namespace: string;
  /** The service in a SigV4 credential scope. */
  readonly signingName: string;
  /** Begins every path of a service that shares its signing name with another. */
  readonly pathPrefix: string | undefined;
  readonly version: string;
  /** What stands before the dot in `X-Amz-Target`, and the service name in rpcv2Cbor paths. */
  readonly target: string;
  readonly xmlNamespace: string | undefined;
  /** Speaks JSON or CBOR, and puts the old query codes in `x-amzn-query-error`. */
  readonly isQueryCompatible: boolean;
  readonly rest: 'restJson1' | 'restXml' | undefined;
  readonly query: 'awsQuery' | 'ec2Query' | undefined;
  readonly missingMember: MissingMemberStyle;
  /** Content type of an answer whose payload is a bare blob. */
  readonly blobContentType: string;
}

/** The exports of a client's schema module. */
export type SchemaModule = Readonly<Record<string, unknown>>;
export type SchemaLoader = () => Promise<SchemaModule>;

const DEFAULTS = {
  pathPrefix: undefined,
  xmlNamespace: undefined,
  isQueryCompatible: false,
  rest: undefined,
  query: undefined,
  missingMember: { code: 'ValidationException', wording: 'constraint' },
  blobContentType: 'application/octet-stream',
} as const;

const VALIDATION_ERROR = { code: 'ValidationError', wording: 'constraint' } as const;
const MISSING_PARAMETER = { code: 'MissingParameter', wording: 'parameter' } as const;

export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    ...DEFAULTS,
    name: 'lambda',
    title: 'AWS Lambda',
    namespace: 'com.amazonaws.lambda',
    signingName: 'lambda',
    version: '2015-03-31',
    target: 'AWSGirApiService',
    rest: 'restJson1',
    // Invoke answers with the function's bytes, labelled as JSON whatever they are.
    blobContentType: 'application/json',
  },
  {
    ...DEFAULTS,
    name: 'logs',
    title: 'Amazon CloudWatch Logs',
    namespace: 'com.amazonaws.cloudwatchlogs',
    signingName: 'logs',
    version: '2014-03-28',
    target: 'Logs_20140328',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2014-03-28/',
    missingMember: { code: 'InvalidParameterException', wording: 'constraint' },
  },
  {
    ...DEFAULTS,
    name: 'iam',
    title: 'AWS Identity and Access Management',
    namespace: 'com.amazonaws.iam',
    signingName: 'iam',
    version: '2010-05-08',
    target: 'AWSIdentityManagementV20100508',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    query: 'awsQuery',
    missingMember: VALIDATION_ERROR,
  },
  {
    ...DEFAULTS,
    name: 'sts',
    title: 'AWS Security Token Service',
    namespace: 'com.amazonaws.sts',
    signingName: 'sts',
    version: '2011-06-15',
    target: 'AWSSecurityTokenServiceV20110615',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    query: 'awsQuery',
    missingMember: VALIDATION_ERROR,
  },
  {
    ...DEFAULTS,
    name: 'apigateway',
    title: 'Amazon API Gateway',
    namespace: 'com.amazonaws.apigateway',
    signingName: 'apigateway',
    version: '2015-07-09',
    target: 'BackplaneControlService',
    rest: 'restJson1',
    missingMember: { code: 'BadRequestException', wording: 'constraint' },
  },
  {
    ...DEFAULTS,
    name: 'apigatewayv2',
    title: 'Amazon API Gateway V2',
    namespace: 'com.amazonaws.apigatewayv2',
    signingName: 'apigateway',
    pathPrefix: '/v2/',
    version: '2018-11-29',
    target: 'ApiGatewayV2',
    rest: 'restJson1',
    missingMember: { code: 'BadRequestException', wording: 'constraint' },
  },
  {
    ...DEFAULTS,
    name: 'cloudwatch',
    title: 'Amazon CloudWatch',
    namespace: 'com.amazonaws.cloudwatch',
    signingName: 'monitoring',
    version: '2010-08-01',
    target: 'GraniteServiceVersion20100801',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    isQueryCompatible: true,
    query: 'awsQuery',
    missingMember: MISSING_PARAMETER,
  },
  {
    ...DEFAULTS,
    name: 's3',
    title: 'Amazon S3',
    namespace: 'com.amazonaws.s3',
    signingName: 's3',
    version: '2006-03-01',
    target: 'AmazonS3',
    xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    rest: 'restXml',
    missingMember: { code: 'InvalidRequest', wording: 'parameter' },
  },
  {
    ...DEFAULTS,
    name: 'sqs',
    title: 'Amazon SQS',
    namespace: 'com.amazonaws.sqs',
    signingName: 'sqs',
    version: '2012-11-05',
    target: 'AmazonSQS',
    isQueryCompatible: true,
    query: 'awsQuery',
    missingMember: { code: 'MissingRequiredParameterException', wording: 'parameter' },
  },
  {
    ...DEFAULTS,
    name: 'sns',
    title: 'Amazon SNS',
    namespace: 'com.amazonaws.sns',
    signingName: 'sns',
    version: '2010-03-31',
    target: 'AmazonSimpleNotificationService',
    xmlNamespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    query: 'awsQuery',
    missingMember: VALIDATION_ERROR,
  },
  {
    ...DEFAULTS,
    name: 'events',
    title: 'Amazon EventBridge',
    namespace: 'com.amazonaws.eventbridge',
    signingName: 'events',
    version: '2015-10-07',
    target: 'AWSEvents',
    xmlNamespace: 'http://events.amazonaws.com/doc/2015-10-07',
  },
  {
    ...DEFAULTS,
    name: 'scheduler',
    title: 'Amazon EventBridge Scheduler',
    namespace: 'com.amazonaws.scheduler',
    signingName: 'scheduler',
    version: '2021-06-30',
    target: 'AWSChronosService',
    rest: 'restJson1',
  },
  {
    ...DEFAULTS,
    name: 'schemas',
    title: 'Amazon EventBridge Schemas',
    namespace: 'com.amazonaws.schemas',
    signingName: 'schemas',
    version: '2019-12-02',
    target: 'schemas',
    rest: 'restJson1',
    missingMember: { code: 'BadRequestException', wording: 'constraint' },
  },
  {
    ...DEFAULTS,
    name: 'tagging',
    title: 'AWS Resource Groups Tagging API',
    namespace: 'com.amazonaws.resourcegroupstaggingapi',
    signingName: 'tagging',
    version: '2017-01-26',
    target: 'ResourceGroupsTaggingAPI_20170126',
    missingMember: { code: 'InvalidParameterException', wording: 'constraint' },
  },
  {
    ...DEFAULTS,
    name: 'kms',
    title: 'AWS KMS',
    namespace: 'com.amazonaws.kms',
    signingName: 'kms',
    version: '2014-11-01',
    target: 'TrentService',
    xmlNamespace: 'https://trent.amazonaws.com/doc/2014-11-01/',
  },
  {
    ...DEFAULTS,
    name: 'secretsmanager',
    title: 'AWS Secrets Manager',
    namespace: 'com.amazonaws.secretsmanager',
    signingName: 'secretsmanager',
    version: '2017-10-17',
    target: 'secretsmanager',
  },
  {
    ...DEFAULTS,
    name: 'ssm',
    title: 'AWS Systems Manager',
    namespace: 'com.amazonaws.ssm',
    signingName: 'ssm',
    version: '2014-11-06',
    target: 'AmazonSSM',
    xmlNamespace: 'http://ssm.amazonaws.com/doc/2014-11-06/',
  },
  {
    ...DEFAULTS,
    name: 'rds',
    title: 'Amazon RDS',
    namespace: 'com.amazonaws.rds',
    signingName: 'rds',
    version: '2014-10-31',
    target: 'AmazonRDSv19',
    xmlNamespace: 'http://rds.amazonaws.com/doc/2014-10-31/',
    query: 'awsQuery',
    missingMember: MISSING_PARAMETER,
  },
  {
    ...DEFAULTS,
    name: 'xray',
    title: 'AWS X-Ray',
    namespace: 'com.amazonaws.xray',
    signingName: 'xray',
    version: '2016-04-12',
    target: 'AWSXRay',
    rest: 'restJson1',
    missingMember: { code: 'InvalidRequestException', wording: 'constraint' },
  },
  {
    ...DEFAULTS,
    name: 'ec2',
    title: 'Amazon EC2',
    namespace: 'com.amazonaws.ec2',
    signingName: 'ec2',
    version: '2016-11-15',
    target: 'AmazonEC2',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15',
    query: 'ec2Query',
    missingMember: MISSING_PARAMETER,
  },
  {
    ...DEFAULTS,
    name: 'efs',
    title: 'Amazon EFS',
    namespace: 'com.amazonaws.efs',
    signingName: 'elasticfilesystem',
    version: '2015-02-01',
    target: 'MagnolioAPIService_v20150201',
    rest: 'restJson1',
    missingMember: { code: 'BadRequest', wording: 'constraint' },
  },
];

/**
 * Schemas of the services that ship. The names are written out so that the bundler sees them; each becomes a
 * chunk of its own, read when the first request needs it.
 */
export const SHIPPED_SCHEMAS: Readonly<Partial<Record<ServiceName, SchemaLoader>>> = {
  lambda: () => import('@aws-sdk/client-lambda/dist-es/schemas/schemas_0.js'),
  logs: () => import('@aws-sdk/client-cloudwatch-logs/dist-es/schemas/schemas_0.js'),
  iam: () => import('@aws-sdk/client-iam/dist-es/schemas/schemas_0.js'),
  sts: () => import('@aws-sdk/client-sts/dist-es/schemas/schemas_0.js'),
  cloudwatch: () => import('@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js'),
  s3: () => import('@aws-sdk/client-s3/dist-es/schemas/schemas_0.js'),
  sqs: () => import('@aws-sdk/client-sqs/dist-es/schemas/schemas_0.js'),
  sns: () => import('@aws-sdk/client-sns/dist-es/schemas/schemas_0.js'),
  events: () => import('@aws-sdk/client-eventbridge/dist-es/schemas/schemas_0.js'),
  kms: () => import('@aws-sdk/client-kms/dist-es/schemas/schemas_0.js'),
  secretsmanager: () => import('@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js'),
  ssm: () => import('@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js'),
  rds: () => import('@aws-sdk/client-rds/dist-es/schemas/schemas_0.js'),
  efs: () => import('@aws-sdk/client-efs/dist-es/schemas/schemas_0.js'),
  ec2: () => import('@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js'),
  xray: () => import('@aws-sdk/client-xray/dist-es/schemas/schemas_0.js'),
  scheduler: () => import('@aws-sdk/client-scheduler/dist-es/schemas/schemas_0.js'),
  tagging: () => import('@aws-sdk/client-resource-groups-tagging-api/dist-es/schemas/schemas_0.js'),
  schemas: () => import('@aws-sdk/client-schemas/dist-es/schemas/schemas_0.js'),
  apigateway: () => import('@aws-sdk/client-api-gateway/dist-es/schemas/schemas_0.js'),
  apigatewayv2: () => import('@aws-sdk/client-apigatewayv2/dist-es/schemas/schemas_0.js'),
};

const byTarget = new Map(CATALOGUE.map((entry) => [entry.target, entry]));
const bySigningName = new Map(
  CATALOGUE.filter(({ pathPrefix }) => !pathPrefix).map((entry) => [entry.signingName, entry]),
);
const withPrefix = CATALOGUE.filter(({ pathPrefix }) => pathPrefix);
const byVersion = new Map(CATALOGUE.map((entry) => [entry.version, entry]));

export function entryByTarget(target: string): CatalogueEntry | undefined {
  return byTarget.get(target);
}

/** The path tells apart services that share a signing name. */
export function entryBySigningName(name: string, path: string): CatalogueEntry | undefined {
  const isMeant = ({ signingName, pathPrefix = '' }: CatalogueEntry): boolean =>
    signingName === name && path.startsWith(pathPrefix);
  return withPrefix.find(isMeant) ?? bySigningName.get(name);
}

/** The query protocol's `Version` is a date no two of the services share. */
export function entryByVersion(version: string): CatalogueEntry | undefined {
  return byVersion.get(version);
}
