import {
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DeleteSubscriptionFilterCommand,
  DescribeSubscriptionFiltersCommand,
  FilterLogEventsCommand,
  PutSubscriptionFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, refusal, type Deliveries } from '../deliveries/test/harness.ts';

const logGroupName = '/app/orders';
const place = { accountId: '000000000000', region: 'us-east-1', logGroup: logGroupName, logStream: 's' };

/** A log group and a function that its events may be handed to. */
async function open(own: Deliveries, Principal = 'logs.amazonaws.com'): Promise<string> {
  await own.logs.send(new CreateLogGroupCommand({ logGroupName }));
  const arn = await own.createFunction('fn');
  await own.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'fn',
      StatementId: 'logs',
      Action: 'lambda:InvokeFunction',
      Principal,
      SourceArn: `${arnOf('logs', `log-group:${logGroupName}`)}:*`,
    }),
  );
  return arn;
}

const put = (
  own: Deliveries,
  destinationArn: string,
  filterName = 'f',
  filterPattern = '',
  group = logGroupName,
) =>
  own.logs.send(
    new PutSubscriptionFilterCommand({ logGroupName: group, filterName, filterPattern, destinationArn }),
  );

const unpack = (event: unknown): unknown =>
  JSON.parse(
    gunzipSync(Buffer.from((event as { awslogs: { data: string } }).awslogs.data, 'base64')).toString(),
  );

test.each(['logs.amazonaws.com', 'logs.us-east-1.amazonaws.com'])(
  'events that fit the filter go to the function that lets %s in',
  async (principal) => {
    await using own = await openDeliveries();
    await put(own, await open(own, principal), 'errors', 'ERROR');
    const timestamp = own.clock.now();
    own.logSink.append(place, [
      { timestamp, message: 'INFO one' },
      { timestamp: timestamp + 1, message: 'ERROR two' },
    ]);
    own.logSink.append(place, [{ timestamp: timestamp + 2, message: 'ERROR three' }]);
    await own.until(() => own.eventsOf('fn').length > 0);
    const found = await own.logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern: 'ERROR' }));
    expect(own.eventsOf('fn').map(unpack)).toEqual([
      {
        messageType: 'DATA_MESSAGE',
        owner: '000000000000',
        logGroup: logGroupName,
        logStream: 's',
        subscriptionFilters: ['errors'],
        logEvents: [
          { id: found.events?.[0]?.eventId, timestamp: timestamp + 1, message: 'ERROR two' },
          { id: found.events?.[1]?.eventId, timestamp: timestamp + 2, message: 'ERROR three' },
        ],
      },
    ]);
  },
);

test('filters are put, replaced, described and deleted, two a group', async () => {
  await using own = await openDeliveries();
  const arn = await open(own);
  await put(own, arn, 'a');
  await put(own, arn, 'b');
  await put(own, arn, 'b', 'ERROR');
  expect(await refusal(put(own, arn, 'c'))).toBe('LimitExceededException 400: Resource limit exceeded.');
  const describe = async () =>
    (await own.logs.send(new DescribeSubscriptionFiltersCommand({ logGroupName }))).subscriptionFilters;
  expect(await describe()).toMatchObject([
    { filterName: 'a', logGroupName, filterPattern: '', destinationArn: arn, distribution: 'ByLogStream' },
    { filterName: 'b', filterPattern: 'ERROR', creationTime: own.clock.now() },
  ]);
  const remove = new DeleteSubscriptionFilterCommand({ logGroupName, filterName: 'a' });
  await own.logs.send(remove);
  expect(await refusal(own.logs.send(remove))).toBe(
    'ResourceNotFoundException 400: The specified subscription filter does not exist.',
  );
  await own.logs.send(new DeleteLogGroupCommand({ logGroupName }));
  await own.logs.send(new CreateLogGroupCommand({ logGroupName }));
  expect(await describe()).toEqual([]);
});

test('refuses functions that do not let it in, a loop, and other targets', async () => {
  await using own = await openDeliveries();
  const arn = await open(own);
  const closed = 'InvalidParameterException 400: Could not execute the lambda function.';
  expect(await refusal(put(own, arnOf('lambda', 'function:gone')))).toContain(closed);
  const other = '/app/other';
  await own.logs.send(new CreateLogGroupCommand({ logGroupName: other }));
  expect(await refusal(put(own, arn, 'f', '', other))).toContain(closed);
  const ownGroup = '/aws/lambda/fn';
  await own.logs.send(new CreateLogGroupCommand({ logGroupName: ownGroup }));
  expect(await refusal(put(own, arn, 'f', '', ownGroup))).toContain('writes to this log group itself');
  expect(await refusal(put(own, arnOf('firehose', 'deliverystream/s')))).toContain('NotImplemented 501');
  expect(await refusal(put(own, arnOf('kinesis', 'stream/s')))).toBe(
    'InvalidParameterException 400: destinationArn for vendor kinesis cannot be used without roleArn',
  );
  expect(await refusal(put(own, arn.replace('000000000000', '111111111111')))).toContain(
    'AccessDeniedException 400: Cross-account lambda invocation passing is not allowed.',
  );
});

test('what would choose or change events is refused', async () => {
  await using own = await openDeliveries();
  const destinationArn = await open(own);
  for (const more of [
    { fieldSelectionCriteria: '@aws.region = "us-east-1"' },
    { emitSystemFields: ['@aws.account'] },
    { applyOnTransformedLogs: true },
  ])
    expect(
      await refusal(
        own.logs.send(
          new PutSubscriptionFilterCommand({
            logGroupName,
            filterName: 'f',
            filterPattern: '',
            destinationArn,
            ...more,
          }),
        ),
      ),
    ).toContain('NotImplemented 501');
});
