import {
  AddPermissionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishCommand,
  RemovePermissionCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, refusal } from '../../deliveries/test/harness.ts';

test('a topic is created, listed, described, changed, tagged and deleted', async () => {
  await using own = await openDeliveries();
  const { sns } = own;
  const { TopicArn } = await sns.send(
    new CreateTopicCommand({
      Name: 'orders',
      Attributes: { DisplayName: 'Orders' },
      Tags: [{ Key: 'a', Value: '1' }],
    }),
  );
  expect(TopicArn).toBe(arnOf('sns', 'orders'));
  // Again with nothing that differs, then with something.
  expect(await sns.send(new CreateTopicCommand({ Name: 'orders' }))).toMatchObject({ TopicArn });
  expect(
    await refusal(sns.send(new CreateTopicCommand({ Name: 'orders', Attributes: { DisplayName: 'Other' } }))),
  ).toBe(
    'InvalidParameterException 400: Invalid parameter: Attributes Reason: Topic already exists with different attributes',
  );
  expect(
    await refusal(sns.send(new CreateTopicCommand({ Name: 'other', Attributes: { constructor: 'x' } }))),
  ).toBe('InvalidParameterException 400: Invalid parameter: AttributeName');
  expect(await sns.send(new ListTopicsCommand({}))).toMatchObject({ Topics: [{ TopicArn }] });
  await sns.send(
    new SetTopicAttributesCommand({ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'New' }),
  );
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({
    TopicArn,
    Owner: '000000000000',
    DisplayName: 'New',
    SubscriptionsConfirmed: '0',
    SubscriptionsPending: '0',
  });
  await sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags: [{ Key: 'b', Value: '2' }] }));
  await sns.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys: ['a'] }));
  expect(await sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }))).toMatchObject({
    Tags: [{ Key: 'b', Value: '2' }],
  });
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  expect(await refusal(sns.send(new GetTopicAttributesCommand({ TopicArn })))).toBe(
    'NotFoundException 404: Topic does not exist',
  );
});

test('statements are added to a policy and removed by label', async () => {
  await using own = await openDeliveries();
  const { sns } = own;
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 't' }));
  const add = new AddPermissionCommand({
    TopicArn,
    Label: 'other',
    AWSAccountId: ['111122223333'],
    ActionName: ['Publish'],
  });
  await sns.send(add);
  expect(await refusal(sns.send(add))).toContain('Invalid parameter: Statement already exists');
  const statements = async () => {
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
    return (JSON.parse(Attributes?.Policy ?? '') as { Statement: { Sid: string }[] }).Statement;
  };
  expect((await statements()).at(-1)).toEqual({
    Sid: 'other',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    Action: 'SNS:Publish',
    Resource: TopicArn,
  });
  await sns.send(new RemovePermissionCommand({ TopicArn, Label: 'other' }));
  expect((await statements()).map(({ Sid }) => Sid)).toEqual(['__default_statement_ID']);

  const set = (AttributeValue: string) =>
    sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
  for (const policy of ['{}', '[]', '{"Statement":["all"]}'])
    expect(await refusal(set(policy))).toContain('Policy: invalid value');
  // One statement may stand alone, and has others added to it.
  await set('{"Version":"2012-10-17","Statement":{"Sid":"alone","Effect":"Allow"}}');
  await sns.send(add);
  expect((await statements()).map(({ Sid }) => Sid)).toEqual(['alone', 'other']);
});

test('a subscription is made once, listed, changed and ended', async () => {
  await using own = await openDeliveries();
  const { sns } = own;
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 't' }));
  const queue = await own.createQueue('q');
  const subscribe = new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn });
  const { SubscriptionArn = '' } = await sns.send(subscribe);
  expect(SubscriptionArn).toMatch(/^arn:aws:sns:us-east-1:000000000000:t:[0-9a-f-]{36}$/);
  expect(await sns.send(subscribe)).toMatchObject({ SubscriptionArn });
  const mail = await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'someone@example.com' }),
  );
  expect(mail.SubscriptionArn).toBe('pending confirmation');
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions.map((one) => one.SubscriptionArn).sort()).toEqual(
    ['PendingConfirmation', SubscriptionArn].sort(),
  );
  expect((await sns.send(new ListSubscriptionsCommand({}))).Subscriptions).toHaveLength(2);
  const set = (AttributeName: string, AttributeValue: string) =>
    sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }));
  await set('FilterPolicy', '{"kind":["a"]}');
  await set('RawMessageDelivery', 'true');
  expect(
    (await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes,
  ).toMatchObject({
    SubscriptionArn,
    TopicArn,
    Protocol: 'sqs',
    Endpoint: queue.arn,
    PendingConfirmation: 'false',
    RawMessageDelivery: 'true',
    FilterPolicy: '{"kind":["a"]}',
    FilterPolicyScope: 'MessageAttributes',
  });
  await set('FilterPolicy', '');
  const after = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  expect(after.Attributes).not.toHaveProperty('FilterPolicy');
  expect(await refusal(set('FilterPolicy', '{"kind":"a"}'))).toBe(
    'InvalidParameterException 400: Invalid parameter: FilterPolicy: "kind" must be an object or an array\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 10]',
  );
  for (const name of ['FilterPolicy', 'RedrivePolicy']) {
    expect(await refusal(set(name, '{invalidjson}'))).toBe(
      `InvalidParameterException 400: Invalid parameter: ${name}: failed to parse JSON. Unexpected character ('i' (code 105)): was expecting double-quote to start field name\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: 1, column: 2]`,
    );
  }
  expect(await refusal(set('RawMessageDelivery', ''))).toBe(
    'InvalidParameterException 400: Invalid parameter: RawMessageDelivery: Invalid value []. Must be true or false.',
  );
  // Shown only with the policy it is the scope of.
  await set('FilterPolicyScope', 'MessageBody');
  const scoped = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  expect(scoped.Attributes).not.toHaveProperty('FilterPolicyScope');
  await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  expect(await refusal(sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn })))).toBe(
    'NotFoundException 404: Subscription does not exist',
  );
});

test.each([
  [{ Protocol: 'lambda', Endpoint: 'nonsense' }, 'Invalid parameter: Lambda endpoint ARN'],
  [{ Protocol: 'sqs', Endpoint: 'nonsense' }, 'Invalid parameter: SQS endpoint ARN'],
  [
    { Protocol: 'sms', Endpoint: '+15550100' },
    'A subscription over sms is not implemented by the Lambdeck endpoint.',
  ],
  [
    { Protocol: 'pigeon', Endpoint: 'x' },
    'Invalid parameter: Amazon SNS does not support this protocol string: pigeon',
  ],
  [
    { Protocol: 'sqs', Endpoint: arnOf('sqs', 'q.fifo') },
    'Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
  ],
  [
    {
      Protocol: 'lambda',
      Endpoint: arnOf('lambda', 'function:f'),
      Attributes: { RawMessageDelivery: 'true' },
    },
    'Delivery protocol [lambda] does not support raw message delivery.',
  ],
  [
    {
      Protocol: 'sqs',
      Endpoint: arnOf('sqs', 'q'),
      Attributes: { FilterPolicy: '{"a":{"b":["x"]}}' },
    },
    'Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy',
  ],
  [
    {
      Protocol: 'sqs',
      Endpoint: arnOf('sqs', 'q'),
      Attributes: {
        FilterPolicyScope: 'MessageBody',
        // Four values at level three, three at level two, three at level one: 216 combinations.
        FilterPolicy: '{"a":{"b":{"c":["1","2","3","4"]}},"d":{"e":["1","2","3"]},"f":["1","2","3"]}',
      },
    },
    'Attributes Reason: FilterPolicy: Filter policy is too complex',
  ],
])('refuses the subscription %j', async (input, reason) => {
  await using own = await openDeliveries();
  const { TopicArn } = await own.sns.send(new CreateTopicCommand({ Name: 't' }));
  expect(await refusal(own.sns.send(new SubscribeCommand({ TopicArn, ...input })))).toContain(reason);
});

test.each([
  [{ Message: '' }, 'InvalidParameterException 400: Invalid parameter: Empty message'],
  [{ Message: 'x'.repeat(262_145) }, 'InvalidParameterException 400: Invalid parameter: Message too long'],
  [{ Message: 'm', Subject: 'ä' }, 'InvalidParameterException 400: Invalid parameter: Subject'],
  [
    { Message: '{}', MessageStructure: 'json' },
    'InvalidParameterException 400: Invalid parameter: Message Structure - No default entry in JSON message body',
  ],
  [
    { Message: 'm', MessageAttributes: { a: { DataType: 'Text', StringValue: 'x' } } },
    "InvalidParameterValueException 400: The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
  ],
  [{ Message: 'm', TopicArn: arnOf('sns', 'gone') }, 'NotFoundException 404: Topic does not exist'],
  [
    { Message: 'm', TopicArn: 'no:arn' },
    'InvalidParameterException 400: Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 2',
  ],
  [
    { Message: 'm', TopicArn: undefined, TargetArn: arnOf('sns', 'endpoint/APNS/app/1') },
    'InvalidParameterException 400: Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified',
  ],
  [
    { Message: 'm', MessageAttributes: { a: { DataType: 'Number', BinaryValue: new Uint8Array([1]) } } },
    "InvalidParameterValueException 400: The message attribute 'a' with type 'Number' must use field 'String'.",
  ],
  [
    { Message: 'm', MessageAttributes: { 'a^b': { DataType: 'String', StringValue: 'x' } } },
    "InvalidParameterValueException 400: Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.",
  ],
  [
    { Message: 'm', MessageAttributes: { 'a..b': { DataType: 'String', StringValue: 'x' } } },
    "InvalidParameterValueException 400: Message attribute name can not have successive '.' character.",
  ],
])('refuses the message %j', async (input, reason) => {
  await using own = await openDeliveries();
  const { TopicArn } = await own.sns.send(new CreateTopicCommand({ Name: 't' }));
  expect(await refusal(own.sns.send(new PublishCommand({ TopicArn, ...input })))).toBe(reason);
});
