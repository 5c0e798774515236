/** A sample event of the Test tab: what a service would send. */
export interface EventTemplate {
  readonly id: string;
  /** AWS's names of its services, the same in every language. */
  readonly label: string;
}

const textOf = (event: unknown) => JSON.stringify(event, null, 2);

/** The event a new page starts with, as text ready for the editor. */
export const helloWorld = {
  id: 'hello-world',
  body: textOf({ key1: 'value1', key2: 'value2', key3: 'value3' }),
};

export const eventTemplates: readonly EventTemplate[] = [
  { id: helloWorld.id, label: 'Hello World' },
  { id: 'apigateway-aws-proxy', label: 'API Gateway AWS Proxy' },
  { id: 'apigateway-http-api', label: 'API Gateway HTTP API' },
  { id: 'sqs', label: 'SQS' },
  { id: 'sns', label: 'SNS' },
  { id: 's3-put', label: 'S3 put' },
  { id: 'eventbridge-schedule', label: 'EventBridge scheduled event' },
  { id: 'dynamodb-update', label: 'DynamoDB update' },
  { id: 'kinesis', label: 'Kinesis' },
  { id: 'cloudwatch-logs', label: 'CloudWatch Logs' },
  { id: 'cognito', label: 'Cognito' },
  { id: 'alb', label: 'Application Load Balancer' },
];

/** Text of a template's event, loaded on demand; undefined for an id that is none. */
export async function loadTemplateBody(id: string): Promise<string | undefined> {
  if (id === helloWorld.id) return helloWorld.body;
  const { templateEvents } = await import('./bodies.ts');
  return id in templateEvents ? textOf(templateEvents[id]) : undefined;
}
