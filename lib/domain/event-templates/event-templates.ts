import { apiGatewayHttp, apiGatewayProxy, applicationLoadBalancer } from './http.ts';
import { cloudWatchLogs, cognitoPreSignUp, scheduledEvent } from './platform.ts';
import { dynamoDbUpdate, kinesis, s3Put, sns, sqs } from './records.ts';

/** A sample event of the Test tab: what a service would send, as text ready for the editor. */
export interface EventTemplate {
  readonly id: string;
  /** AWS's names of its services, the same in every language. */
  readonly label: string;
  readonly body: string;
}

const template = (id: string, label: string, event: unknown): EventTemplate => ({
  id,
  label,
  body: JSON.stringify(event, null, 2),
});

export const helloWorld = template('hello-world', 'Hello World', {
  key1: 'value1',
  key2: 'value2',
  key3: 'value3',
});

export const eventTemplates: readonly EventTemplate[] = [
  helloWorld,
  template('apigateway-aws-proxy', 'API Gateway AWS Proxy', apiGatewayProxy),
  template('apigateway-http-api', 'API Gateway HTTP API', apiGatewayHttp),
  template('sqs', 'SQS', sqs),
  template('sns', 'SNS', sns),
  template('s3-put', 'S3 put', s3Put),
  template('eventbridge-schedule', 'EventBridge scheduled event', scheduledEvent),
  template('dynamodb-update', 'DynamoDB update', dynamoDbUpdate),
  template('kinesis', 'Kinesis', kinesis),
  template('cloudwatch-logs', 'CloudWatch Logs', cloudWatchLogs),
  template('cognito', 'Cognito', cognitoPreSignUp),
  template('alb', 'Application Load Balancer', applicationLoadBalancer),
];
