import { apiGatewayHttp, apiGatewayProxy, applicationLoadBalancer } from './http.ts';
import { cloudWatchLogs, cognitoPreSignUp, scheduledEvent } from './platform.ts';
import { dynamoDbUpdate, kinesis, s3Put, sns, sqs } from './records.ts';

/** The events by the id of their template; a page loads them when somebody chooses one. */
export const templateEvents: Readonly<Record<string, unknown>> = {
  'apigateway-aws-proxy': apiGatewayProxy,
  'apigateway-http-api': apiGatewayHttp,
  sqs,
  sns,
  's3-put': s3Put,
  'eventbridge-schedule': scheduledEvent,
  'dynamodb-update': dynamoDbUpdate,
  kinesis,
  'cloudwatch-logs': cloudWatchLogs,
  cognito: cognitoPreSignUp,
  alb: applicationLoadBalancer,
};
