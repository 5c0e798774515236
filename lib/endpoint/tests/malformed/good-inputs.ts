import { roleArn, zipOf } from '../clients.ts';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const openapi =
  '{"openapi":"3.0.1","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"a"}}}}}}';
const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:one';

/** Of a value in a good input: one that was seen under this name, such as an id the endpoint chose. */
export class Known {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const known = (name: string) => new Known(name);

/**
 * Inputs that make things, so that the other operations have something to be wrong about. In the order of their
 * needs, by service and operation.
 */
export async function goodInputs(): Promise<Readonly<Record<string, object>>> {
  const ZipFile = await zipOf({ 'index.mjs': 'export const handler = async (event) => event;' });
  return {
    'lambda CreateFunction': {
      FunctionName: 'one',
      Runtime: 'nodejs22.x',
      Role: roleArn,
      Handler: 'index.handler',
      Code: { ZipFile },
      Tags: { a: 'b' },
      Environment: { Variables: { AB: 'c' } },
    },
    'lambda PublishVersion': { FunctionName: 'one' },
    'lambda CreateAlias': { FunctionName: 'one', Name: 'live', FunctionVersion: '1' },
    'lambda PublishLayerVersion': { LayerName: 'layer', Content: { ZipFile } },
    'lambda AddLayerVersionPermission': {
      LayerName: 'layer',
      VersionNumber: 1,
      StatementId: 'all',
      Action: 'lambda:GetLayerVersion',
      Principal: '*',
    },
    'lambda AddPermission': {
      FunctionName: 'one',
      StatementId: 'all',
      Action: 'lambda:InvokeFunction',
      Principal: 'sns.amazonaws.com',
    },
    'lambda CreateFunctionUrlConfig': {
      FunctionName: 'one',
      AuthType: 'NONE',
      Cors: { AllowOrigins: ['*'] },
    },
    'lambda PutFunctionConcurrency': { FunctionName: 'one', ReservedConcurrentExecutions: 5 },
    'lambda PutFunctionEventInvokeConfig': { FunctionName: 'one', MaximumRetryAttempts: 1 },
    'lambda PutProvisionedConcurrencyConfig': {
      FunctionName: 'one',
      Qualifier: 'live',
      ProvisionedConcurrentExecutions: 1,
    },
    'lambda CreateCodeSigningConfig': {
      AllowedPublishers: {
        SigningProfileVersionArns: ['arn:aws:signer:us-east-1:000000000000:/signing-profiles/a/abcdefghij'],
      },
    },
    'lambda UpdateFunctionConfiguration': { FunctionName: 'one', Timeout: 5 },
    'lambda UpdateFunctionCode': { FunctionName: 'one', ZipFile },
    'lambda Invoke': { FunctionName: 'one', Payload: '{"a":1}' },
    'sqs CreateQueue': { QueueName: 'queue', Attributes: { VisibilityTimeout: '30' } },
    'sqs SendMessage': { QueueUrl: known('QueueUrl'), MessageBody: 'body' },
    'sqs ReceiveMessage': { QueueUrl: known('QueueUrl') },
    'lambda CreateEventSourceMapping': {
      FunctionName: 'one',
      EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:queue',
      Enabled: false,
    },
    'sns CreateTopic': { Name: 'topic', Attributes: { DisplayName: 'a' } },
    'sns Subscribe': {
      TopicArn: known('TopicArn'),
      Protocol: 'sqs',
      Endpoint: 'arn:aws:sqs:us-east-1:000000000000:queue',
    },
    'sns Publish': { TopicArn: known('TopicArn'), Message: 'a' },
    'logs CreateLogGroup': { logGroupName: '/one', tags: { a: 'b' } },
    'logs CreateLogStream': { logGroupName: '/one', logStreamName: 'stream' },
    'logs PutLogEvents': {
      logGroupName: '/one',
      logStreamName: 'stream',
      logEvents: [
        { timestamp: Date.now(), message: '{"a":1,"b":[{"c":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}]}' },
      ],
    },
    'logs FilterLogEvents': { logGroupName: '/one', filterPattern: '{ $.a = 1 }' },
    'logs StartQuery': {
      logGroupName: '/one',
      startTime: 0,
      endTime: Math.floor(Date.now() / 1000) + 60,
      queryString: 'fields @message | filter a = 1 | limit 5',
    },
    'logs PutSubscriptionFilter': {
      logGroupName: '/one',
      filterName: 'f',
      filterPattern: '',
      destinationArn: functionArn,
    },
    'iam CreateRole': { RoleName: 'role', AssumeRolePolicyDocument: trust },
    'iam CreatePolicy': { PolicyName: 'policy', PolicyDocument: policy.replace('"Principal":"*",', '') },
    'iam PutRolePolicy': {
      RoleName: 'role',
      PolicyName: 'inline',
      PolicyDocument: policy.replace('"Principal":"*",', ''),
    },
    'iam AttachRolePolicy': { RoleName: 'role', PolicyArn: 'arn:aws:iam::000000000000:policy/policy' },
    's3 CreateBucket': { Bucket: 'a-bucket' },
    's3 PutObject': { Bucket: 'a-bucket', Key: 'a/key', Body: 'text' },
    's3 CreateMultipartUpload': { Bucket: 'a-bucket', Key: 'large' },
    's3 UploadPart': {
      Bucket: 'a-bucket',
      Key: 'large',
      UploadId: known('UploadId'),
      PartNumber: 1,
      Body: 'part',
    },
    's3 PutBucketNotificationConfiguration': {
      Bucket: 'a-bucket',
      NotificationConfiguration: {
        QueueConfigurations: [
          { QueueArn: 'arn:aws:sqs:us-east-1:000000000000:queue', Events: ['s3:ObjectCreated:*'] },
        ],
      },
    },
    'events PutRule': { Name: 'rule', EventPattern: '{"source":["a"]}' },
    'events PutTargets': { Rule: 'rule', Targets: [{ Id: 'one', Arn: functionArn, InputPath: '$.detail' }] },
    'events PutEvents': { Entries: [{ Source: 'a', DetailType: 'b', Detail: '{"c":1}' }] },
    'events TestEventPattern': {
      EventPattern: '{"source":["a"]}',
      Event:
        '{"id":"1","detail-type":"b","source":"a","account":"000000000000","time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],"detail":{"c":1}}',
    },
    'scheduler CreateSchedule': {
      Name: 'schedule',
      ScheduleExpression: 'rate(1 hour)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: functionArn, RoleArn: roleArn },
    },
    'kms CreateKey': { Description: 'a' },
    'kms CreateAlias': { AliasName: 'alias/one', TargetKeyId: known('KeyId') },
    'kms Encrypt': { KeyId: known('KeyId'), Plaintext: Buffer.from('a') },
    'secretsmanager CreateSecret': { Name: 'secret', SecretString: '{"username":"a","password":"b"}' },
    'ssm PutParameter': { Name: 'parameter', Value: 'a', Type: 'String' },
    'cloudwatch PutMetricData': { Namespace: 'A/B', MetricData: [{ MetricName: 'one', Value: 1 }] },
    'cloudwatch GetMetricStatistics': {
      Namespace: 'A/B',
      MetricName: 'one',
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(),
      Period: 60,
      Statistics: ['Sum'],
    },
    'cloudwatch GetMetricData': {
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(),
      MetricDataQueries: [
        {
          Id: 'a',
          MetricStat: { Metric: { Namespace: 'A/B', MetricName: 'one' }, Period: 60, Stat: 'p99' },
        },
      ],
    },
    'xray PutTraceSegments': {
      TraceSegmentDocuments: [
        '{"trace_id":"1-5f84c7a1-e7d1852db8c4fd35d88bf49a","id":"70de5b6f19ff9a0a","name":"a","start_time":1.7e9,"end_time":1.7e9}',
      ],
    },
    'xray GetTraceSummaries': {
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(),
      FilterExpression: 'service("a") AND responsetime > 1',
    },
    'ec2 CreateVpc': { CidrBlock: '10.0.0.0/16' },
    'ec2 CreateSubnet': {
      VpcId: known('VpcId'),
      CidrBlock: '10.0.1.0/24',
      AvailabilityZone: 'us-east-1a',
    },
    'ec2 CreateSecurityGroup': { GroupName: 'group', Description: 'a', VpcId: known('VpcId') },
    'ec2 AuthorizeSecurityGroupIngress': {
      GroupId: known('GroupId'),
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    'ec2 CreateTags': { Resources: [known('VpcId')], Tags: [{ Key: 'a', Value: 'b' }] },
    'efs CreateFileSystem': { CreationToken: 'one' },
    'efs CreateMountTarget': { FileSystemId: known('FileSystemId'), SubnetId: known('SubnetId') },
    'efs CreateAccessPoint': { ClientToken: 'one', FileSystemId: known('FileSystemId') },
    'apigateway CreateRestApi': { name: 'rest' },
    'apigateway CreateResource': {
      restApiId: known('restApiId'),
      parentId: known('rootResourceId'),
      pathPart: 'pets',
    },
    'apigateway PutMethod': {
      restApiId: known('restApiId'),
      resourceId: known('rootResourceId'),
      httpMethod: 'GET',
      authorizationType: 'NONE',
    },
    'apigateway PutIntegration': {
      restApiId: known('restApiId'),
      resourceId: known('rootResourceId'),
      httpMethod: 'GET',
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
    },
    'apigateway PutMethodResponse': {
      restApiId: known('restApiId'),
      resourceId: known('rootResourceId'),
      httpMethod: 'GET',
      statusCode: '200',
    },
    'apigateway PutIntegrationResponse': {
      restApiId: known('restApiId'),
      resourceId: known('rootResourceId'),
      httpMethod: 'GET',
      statusCode: '200',
      responseTemplates: { 'application/json': '$input.json("$")' },
    },
    'apigateway CreateDeployment': { restApiId: known('restApiId'), stageName: 'test' },
    'apigateway TestInvokeMethod': {
      restApiId: known('restApiId'),
      resourceId: known('rootResourceId'),
      httpMethod: 'GET',
    },
    'apigateway CreateModel': {
      restApiId: known('restApiId'),
      name: 'model',
      contentType: 'application/json',
      schema: '{"type":"object"}',
    },
    'apigateway CreateRequestValidator': { restApiId: known('restApiId'), name: 'validator' },
    'apigateway CreateAuthorizer': {
      restApiId: known('restApiId'),
      name: 'authorizer',
      type: 'TOKEN',
      authorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
      identitySource: 'method.request.header.Authorization',
    },
    'apigateway UpdateRestApi': {
      restApiId: known('restApiId'),
      patchOperations: [{ op: 'replace', path: '/name', value: 'renamed' }],
    },
    'apigateway UpdateStage': {
      restApiId: known('restApiId'),
      stageName: 'test',
      patchOperations: [{ op: 'replace', path: '/variables/a', value: 'b' }],
    },
    'apigateway CreateApiKey': { name: 'key', enabled: true },
    'apigateway CreateUsagePlan': {
      name: 'plan',
      throttle: { rateLimit: 5, burstLimit: 5 },
      apiStages: [{ apiId: known('restApiId'), stage: 'test' }],
    },
    'apigateway CreateUsagePlanKey': {
      usagePlanId: known('usagePlanId'),
      keyId: known('apiKeyId'),
      keyType: 'API_KEY',
    },
    'apigateway ImportRestApi': { body: Buffer.from(openapi) },
    'apigateway GetExport': { restApiId: known('restApiId'), stageName: 'test', exportType: 'oas30' },
    'apigatewayv2 CreateApi': { Name: 'http', ProtocolType: 'HTTP' },
    'apigatewayv2 CreateIntegration': {
      ApiId: known('ApiId'),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn,
      PayloadFormatVersion: '2.0',
    },
    'apigatewayv2 CreateRoute': { ApiId: known('ApiId'), RouteKey: 'GET /pets' },
    'apigatewayv2 CreateStage': { ApiId: known('ApiId'), StageName: '$default', AutoDeploy: true },
    'apigatewayv2 CreateDeployment': { ApiId: known('ApiId') },
    'apigatewayv2 CreateAuthorizer': {
      ApiId: known('ApiId'),
      Name: 'jwt',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://localhost:1', Audience: ['a'] },
    },
    'apigatewayv2 ImportApi': { Body: openapi },
    'sts AssumeRole': { RoleArn: 'arn:aws:iam::000000000000:role/role', RoleSessionName: 'session' },
    'rds CreateDBInstance': {
      DBInstanceIdentifier: 'database',
      DBInstanceClass: 'db.t3.micro',
      Engine: 'postgres',
      MasterUsername: 'a',
      MasterUserPassword: 'password1',
    },
  };
}
