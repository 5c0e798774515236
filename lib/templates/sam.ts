import { cloudParts } from './cloud-resources.ts';
import { mappingProperties } from './cloud-sources.ts';
import type { Cloud, CloudResource } from './cloud-values.ts';
import { valueParameters, yamlResource } from './cloudformation.ts';
import { commented, headLines, nameGiver, pascal, present, type FunctionModel, type Plain } from './model.ts';
import { yamlText } from './yaml-text.ts';

// Property names: AWS SAM specification, AWS::Serverless::Function and its event sources.

/** Kinds of destination as SAM names them; of others it takes none. */
function destinationType(arn: string): string | undefined {
  const service = arn.split(':')[2];
  const types: Readonly<Record<string, string>> = {
    sqs: 'SQS',
    sns: 'SNS',
    lambda: 'Lambda',
    events: 'EventBridge',
    s3: 'S3',
  };
  return types[service ?? ''];
}

function asyncConfig(model: FunctionModel): Record<string, Plain> {
  const own = model.asyncConfigs.find(({ owner }) => owner === undefined);
  if (!own) return {};
  const to = (arn: string | undefined): Record<string, Plain> | undefined =>
    arn ? present({ Type: destinationType(arn), Destination: arn }) : undefined;
  return present({
    MaximumEventAgeInSeconds: own.maxAgeSeconds,
    MaximumRetryAttempts: own.retries,
    DestinationConfig: present({ OnSuccess: to(own.onSuccess), OnFailure: to(own.onFailure) }),
  });
}

/** SAM's events by the service of a mapping's source, and what they call the source. */
const eventTypes: Readonly<Record<string, { type: string; source: string }>> = {
  sqs: { type: 'SQS', source: 'Queue' },
  kinesis: { type: 'Kinesis', source: 'Stream' },
  dynamodb: { type: 'DynamoDB', source: 'Stream' },
};

/** Mappings of the function itself that SAM has an event for; others stay resources of their own. */
function eventOf(settings: Readonly<Record<string, Plain>>): Cloud | undefined {
  const { EventSourceArn: source, ...rest } = settings;
  const event = typeof source === 'string' ? eventTypes[source.split(':')[2] ?? ''] : undefined;
  if (!event || source === undefined) return undefined;
  const Properties: Record<string, Cloud> = { [event.source]: source, ...mappingProperties(rest) };
  return { Type: event.type, Properties };
}

function events(model: FunctionModel): Record<string, Cloud> {
  const give = nameGiver();
  return Object.fromEntries(
    model.mappings.flatMap(({ owner, settings }): [string, Cloud][] => {
      const event = owner === undefined ? eventOf(settings) : undefined;
      const name = String(settings.EventSourceArn ?? '').split(/[:/]/);
      const readable = pascal((name[2] === 'dynamodb' ? name[6] : name.at(-1)) ?? '');
      return event ? [[give(`From${readable}`), event]] : [];
    }),
  );
}

function serverlessFunction(model: FunctionModel, own: CloudResource): Cloud {
  const { Code: _, Tags: __, TracingConfig: ___, DeadLetterConfig: ____, ...same } = own.properties;
  const { code, deadLetterArn } = model;
  const url = model.urls.find(({ owner }) => owner === undefined);
  const invoke = asyncConfig(model);
  const from = events(model);
  return {
    Type: 'AWS::Serverless::Function',
    Properties: {
      ...same,
      ...(code.type === 'zip' ? { CodeUri: 'function.zip' } : { ImageUri: code.uri }),
      Tracing: model.tracing,
      ...(Object.keys(model.tags).length > 0 && { Tags: model.tags }),
      ...(deadLetterArn && {
        DeadLetterQueue: {
          Type: deadLetterArn.split(':')[2] === 'sns' ? 'SNS' : 'SQS',
          TargetArn: deadLetterArn,
        },
      }),
      ...(url && {
        FunctionUrlConfig: present({ AuthType: url.authType, InvokeMode: url.invokeMode, Cors: url.cors }),
      }),
      ...(Object.keys(invoke).length > 0 && { EventInvokeConfig: invoke }),
      ...(Object.keys(from).length > 0 && { Events: from }),
    },
  };
}

/** What the function resource says by itself in SAM. */
function isWithin(resource: CloudResource): boolean {
  const { type, properties } = resource;
  if (type === 'AWS::Lambda::Url') return properties.Qualifier === undefined;
  return type === 'AWS::Lambda::EventInvokeConfig' && properties.Qualifier === '$LATEST';
}

export function writeSam(model: FunctionModel): string {
  const isOutside = ({ owner, settings }: FunctionModel['mappings'][number]) =>
    owner !== undefined || eventOf(settings) === undefined;
  const parts = cloudParts({ ...model, mappings: model.mappings.filter(isOutside) });
  const resources = parts.resources
    .filter((resource) => !isWithin(resource))
    .map((resource): [string, Cloud] => [
      resource.id,
      resource.id === 'Function' ? serverlessFunction(model, resource) : yamlResource(resource),
    ]);
  const parameters = valueParameters(parts);
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Description: `Lambda function ${model.name}`,
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: Object.fromEntries(resources),
  };
  const head = [
    ...headLines(model, 'AWS SAM'),
    ...(model.code.type === 'zip' ? ['Put the function package beside this file as function.zip.'] : []),
  ];
  return `${commented(head, '#')}\n${yamlText(template)}`;
}
