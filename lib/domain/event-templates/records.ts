/** Events that carry records of queues, topics, streams and buckets. */

const region = 'us-east-1';
const orderId = 'o_0042';

export const sqs = {
  Records: [
    {
      messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
      receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
      body: JSON.stringify({ orderId, status: 'placed' }),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1795346647000',
        SenderId: 'AIDAIENQZJOLO23YVJ4VO',
        ApproximateFirstReceiveTimestamp: '1795346647012',
      },
      messageAttributes: {
        channel: {
          stringValue: 'web',
          stringListValues: [],
          binaryListValues: [],
          dataType: 'String',
        },
      },
      md5OfMessageAttributes: '5d23b2a1c0f94e6d8b7a6c5d4e3f2a1b',
      md5OfBody: '2f6c1b0e9d8a7c6b5a4f3e2d1c0b9a8f',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:123456789012:orders-inbound`,
      awsRegion: region,
    },
  ],
};

export const sns = {
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `arn:aws:sns:${region}:123456789012:order-events:4f0c6f5e-1a2b-4c3d-8e9f-0a1b2c3d4e5f`,
      Sns: {
        Type: 'Notification',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        TopicArn: `arn:aws:sns:${region}:123456789012:order-events`,
        Subject: null,
        Message: JSON.stringify({ orderId, status: 'shipped' }),
        Timestamp: '2026-11-22T11:24:07.000Z',
        SignatureVersion: '1',
        Signature:
          'EXAMPLEpH+DcEwjAPg8O9mY8dReBSwksfg2S7WKQcikcNKWLQjwu6A4VbeS0QHVCkhRS7fUQvi2egU3N858fiTDN6bkkOxYDVrY0Ad8L10Hs3zH81mtnPk5uvvolIC1CXGu43obcgFxeL3khZl8IKvO61GWB6jI9b5+gLPoBc1Q=',
        SigningCertUrl: `https://sns.${region}.amazonaws.com/SimpleNotificationService-ac565b8b1a6c5d002d285f9598aa1d9b.pem`,
        UnsubscribeUrl: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:${region}:123456789012:order-events:4f0c6f5e-1a2b-4c3d-8e9f-0a1b2c3d4e5f`,
        MessageAttributes: { channel: { Type: 'String', Value: 'web' } },
      },
    },
  ],
};

export const s3Put = {
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: '2026-11-22T11:24:07.000Z',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:AIDAIENQZJOLO23YVJ4VO' },
      requestParameters: { sourceIPAddress: '203.0.113.24' },
      responseElements: {
        'x-amz-request-id': 'C3D13FE58DE4C810',
        'x-amz-id-2': 'FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JRWeUWerMUE5JgHvANOjpD',
      },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'invoices-arrived',
        bucket: {
          name: 'orders-invoices',
          ownerIdentity: { principalId: 'A3NL1KOZZKExample' },
          arn: 'arn:aws:s3:::orders-invoices',
        },
        object: {
          key: '2026/11/invoice+0042.pdf',
          size: 48213,
          eTag: 'd41d8cd98f00b204e9800998ecf8427e',
          sequencer: '0055AED6DCD90281E5',
        },
      },
    },
  ],
};

export const dynamoDbUpdate = {
  Records: [
    {
      eventID: 'c4ca4238a0b923820dcc509a6f75849b',
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: 1795346647,
        Keys: { OrderId: { S: orderId } },
        NewImage: { OrderId: { S: orderId }, Status: { S: 'shipped' }, Total: { N: '12840' } },
        OldImage: { OrderId: { S: orderId }, Status: { S: 'paid' }, Total: { N: '12840' } },
        SequenceNumber: '4421584500000000017450439092',
        SizeBytes: 74,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN: `arn:aws:dynamodb:${region}:123456789012:table/orders/stream/2026-11-01T00:00:00.000`,
    },
  ],
};

export const kinesis = {
  Records: [
    {
      kinesis: {
        kinesisSchemaVersion: '1.0',
        partitionKey: orderId,
        sequenceNumber: '49590338271490256608559692538361571095921575989136588898',
        // {"orderId":"o_0042","status":"placed"}
        data: 'eyJvcmRlcklkIjoib18wMDQyIiwic3RhdHVzIjoicGxhY2VkIn0=',
        approximateArrivalTimestamp: 1795346647.987,
      },
      eventSource: 'aws:kinesis',
      eventVersion: '1.0',
      eventID: 'shardId-000000000006:49590338271490256608559692538361571095921575989136588898',
      eventName: 'aws:kinesis:record',
      invokeIdentityArn: 'arn:aws:iam::123456789012:role/service-role/orders-role',
      awsRegion: region,
      eventSourceARN: `arn:aws:kinesis:${region}:123456789012:stream/orders`,
    },
  ],
};
