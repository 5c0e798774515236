import {
  InvokeCommand,
  PutFunctionEventInvokeConfigCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, type Deliveries } from '../../deliveries/test/harness.ts';
import { report } from './harness.ts';

const functionArn = arnOf('lambda', 'function:fn:$LATEST');

/** A topic, and the queue that gets its messages as they are. */
async function topicWithQueue(own: Deliveries): Promise<{ topicArn: string; url: string }> {
  const { TopicArn = '' } = await own.sns.send(new CreateTopicCommand({ Name: 'results' }));
  const queue = await own.createQueue('of-topic');
  await own.sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: queue.arn,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  return { topicArn: TopicArn, url: queue.url };
}

const invoke = (own: Deliveries) =>
  own.lambda.send(
    new InvokeCommand({ FunctionName: 'fn', InvocationType: 'Event', Payload: '{"any":"event"}' }),
  );

function failing(own: Deliveries): void {
  own.answer(() => ({
    kind: 'function-error',
    functionError: 'Unhandled',
    payload: Buffer.from('{"errorType":"Error","errorMessage":"boom"}'),
    report,
  }));
}

test('a success goes to an event bus as an event of Lambda', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  const queue = await own.createQueue('seen');
  await own.events.send(new PutRuleCommand({ Name: 'r', EventPattern: '{"source":["lambda"]}' }));
  await own.events.send(new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 't', Arn: queue.arn }] }));
  const bus = arnOf('events', 'event-bus/default');
  await own.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'fn',
      DestinationConfig: { OnSuccess: { Destination: bus } },
    }),
  );
  await invoke(own);
  const [message] = await own.receive(queue.url, 1);
  expect(JSON.parse(message?.Body ?? '')).toMatchObject({
    source: 'lambda',
    'detail-type': 'Lambda Function Invocation Result - Success',
    resources: [bus, functionArn],
    detail: {
      version: '1.0',
      requestContext: { functionArn, condition: 'Success', approximateInvokeCount: 1 },
      requestPayload: { any: 'event' },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      responsePayload: 'done',
    },
  });
});

test('a failure goes to a topic, as a record and as a dead letter', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  const { topicArn, url } = await topicWithQueue(own);
  await own.lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: 'fn',
      DeadLetterConfig: { TargetArn: topicArn },
    }),
  );
  await own.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'fn',
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: topicArn } },
    }),
  );
  failing(own);
  await invoke(own);
  const messages = await own.receive(url, 2);
  const record = messages.find(({ Body }) => Body?.includes('requestContext'));
  expect(JSON.parse(record?.Body ?? '')).toMatchObject({
    requestContext: { functionArn, condition: 'RetriesExhausted', approximateInvokeCount: 1 },
    responseContext: { functionError: 'Unhandled' },
    responsePayload: { errorMessage: 'boom' },
  });
  const letter = messages.find((message) => message !== record);
  expect(letter?.Body).toBe('{"any":"event"}');
  expect(letter?.MessageAttributes).toMatchObject({
    RequestID: { DataType: 'String' },
    ErrorCode: { DataType: 'Number', StringValue: '200' },
    ErrorMessage: { DataType: 'String', StringValue: 'boom' },
  });
});

test('a record for a topic or bus that does not exist is lost, and the log says so', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  for (const [target, reason] of [
    [arnOf('sns', 'gone'), 'Topic does not exist'],
    [arnOf('events', 'event-bus/gone'), 'does not exist.'],
  ] as const) {
    await own.lambda.send(
      new PutFunctionEventInvokeConfigCommand({
        FunctionName: 'fn',
        DestinationConfig: { OnSuccess: { Destination: target } },
      }),
    );
    await invoke(own);
    const isLogged = () =>
      own.logged.some(({ fields }) => {
        const line = JSON.stringify(fields);
        return line.includes(target) && line.includes(reason);
      });
    await own.until(isLogged);
    expect(isLogged()).toBe(true);
  }
});
