import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { javaKit, javaRuntime } from './java-test-kit.ts';
import type { LaunchDescription } from './launch.ts';
import { openHarness, type Harness } from './test-harness.ts';

const run = promisify(execFile);
const project = `<project><modelVersion>4.0.0</modelVersion><groupId>ex</groupId><artifactId>ex</artifactId><version>1</version><dependencies>
<dependency><groupId>com.amazonaws</groupId><artifactId>aws-lambda-java-runtime-interface-client</artifactId><version>2.10.1</version></dependency>
<dependency><groupId>com.amazonaws</groupId><artifactId>aws-lambda-java-events</artifactId><version>3.16.1</version></dependency>
</dependencies></project>`;
const bootstrap = `#!/bin/sh
exec java -XX:+UseSerialGC -Xmx100m -cp "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*" com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
`;
const source = `package ex;
import com.amazonaws.services.lambda.runtime.*;
import com.amazonaws.services.lambda.runtime.events.*;
import java.util.*;
public class Real implements RequestHandler<Map<String, Object>, Object> {
  public Object handleRequest(Map<String, Object> event, Context context) {
    context.getLogger().log("asked\\n");
    if (event.containsKey("fail")) throw new IllegalArgumentException("told to");
    return event;
  }
  public static class Mixed { public Map<String, String> map; public List<Double> list; public Set<Integer> set; public int[] array; public Optional<String> none = Optional.empty(); public java.time.Instant when; public Boolean flag; public Long big; public char letter = 'a'; public String missing; public java.util.UUID id; public Mixed inner; }
  public Object mixed(Mixed event) { return event; }
  public Object nulls(Object event) { Map<String, Object> map = new LinkedHashMap<>(); map.put("a", null); map.put("b", Arrays.asList(null, 1)); map.put("c", new HashMap<>()); return map; }
  public String sqs(SQSEvent event) { return event.toString(); }
  public String sns(SNSEvent event) { return event.toString(); }
  public String s3(S3Event event) { S3Event.S3EventNotificationRecord one = event.getRecords().get(0); return one.getEventName() + one.getS3().getObject().getKey() + one.getS3().getObject().getSizeAsLong() + one.getEventTime() + one.getUserIdentity().getPrincipalId() + one.getResponseElements().getxAmzId2(); }
  public String dynamodb(DynamodbEvent event) { return event.toString(); }
  public String kinesis(KinesisEvent event) { return event.toString() + new String(event.getRecords().get(0).getKinesis().getData().array()); }
  public String scheduled(ScheduledEvent event) { return event.toString(); }
  public Object v2(APIGatewayV2HTTPEvent event) { return event; }
  public APIGatewayProxyResponseEvent rest(APIGatewayProxyRequestEvent event) { return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(event.toString()).withHeaders(Collections.singletonMap("a", "b")); }
}
`;

let harness: Harness;
let code: string | undefined;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
  if (!javaKit?.compiler)
    return console.warn('No Java development kit on this machine: its tests are skipped.');
  const work = path.join(harness.folder, 'maven');
  const task = path.join(harness.folder, 'published');
  fs.mkdirSync(path.join(work, 'ex'), { recursive: true });
  fs.mkdirSync(task);
  fs.writeFileSync(path.join(work, 'pom.xml'), project);
  fs.writeFileSync(path.join(work, 'ex', 'Real.java'), source);
  fs.writeFileSync(path.join(task, 'bootstrap'), bootstrap, { mode: 0o755 });
  const lib = path.join(task, 'lib');
  try {
    const ask = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`];
    await run('mvn', ask, { cwd: work, timeout: 100_000 });
  } catch {
    return console.warn(
      'Maven, or the packages it fetches, cannot be reached: tests with the published client are skipped.',
    );
  }
  await run(javaKit.compiler, [
    '--release',
    javaRuntime.slice(4),
    '-cp',
    path.join(lib, '*'),
    '-d',
    task,
    path.join(work, 'ex', 'Real.java'),
  ]);
  code = task;
}, 150_000);
afterAll(() => harness[Symbol.asyncDispose]());

function describeReal(handler: string, more: Partial<LaunchDescription>): LaunchDescription {
  const made = harness.describe({}, { handler, memoryMb: 512, ...more });
  return { ...made, functionName: 'real', codeFolder: code ?? '' };
}

const events: [string, unknown][] = [
  ['ex.Real', { a: [1, 2.5, null, 'é'], b: { c: true } }],
  ['ex.Real', { fail: 1 }],
  [
    'ex.Real::mixed',
    {
      map: { a: 1 },
      list: [1, '2.5'],
      set: [1, 1],
      array: [3],
      when: 1700000000.5,
      flag: 'true',
      big: 12345678901,
      id: '123e4567-e89b-12d3-a456-426614174000',
      inner: { letter: 'b', when: '2024-01-02T03:04:05Z' },
    },
  ],
  ['ex.Real::mixed', { array: 'x' }],
  ['ex.Real::nulls', {}],
  [
    'ex.Real::sqs',
    {
      Records: [
        {
          messageId: 'm',
          receiptHandle: 'r',
          body: '{}',
          attributes: { SentTimestamp: '1' },
          messageAttributes: {
            a: { stringValue: 's', stringListValues: [], binaryListValues: [], dataType: 'String' },
          },
          md5OfBody: 'd',
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:q',
          awsRegion: 'us-east-1',
        },
      ],
    },
  ],
  [
    'ex.Real::sns',
    {
      Records: [
        {
          EventVersion: '1.0',
          EventSubscriptionArn: 'arn:s',
          EventSource: 'aws:sns',
          Sns: {
            SignatureVersion: '1',
            Timestamp: '2024-01-02T12:45:07.000Z',
            Signature: 's',
            SigningCertUrl: 'https://c',
            MessageId: 'm',
            Message: 'hello',
            MessageAttributes: { a: { Type: 'String', Value: 'v' } },
            Type: 'Notification',
            UnsubscribeUrl: 'https://u',
            TopicArn: 'arn:t',
            Subject: 'sub',
          },
        },
      ],
    },
  ],
  [
    'ex.Real::s3',
    {
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'us-east-1',
          eventTime: '1970-01-01T00:00:01.000Z',
          eventName: 'ObjectCreated:Put',
          userIdentity: { principalId: 'me' },
          requestParameters: { sourceIPAddress: '127.0.0.1' },
          responseElements: { 'x-amz-request-id': 'i', 'x-amz-id-2': 'two' },
          s3: {
            s3SchemaVersion: '1.0',
            configurationId: 'c',
            bucket: { name: 'b', ownerIdentity: { principalId: 'o' }, arn: 'arn:b' },
            object: { key: 'k', size: 1024, eTag: 'e', sequencer: '0A' },
          },
        },
      ],
    },
  ],
  [
    'ex.Real::dynamodb',
    {
      Records: [
        {
          eventID: '1',
          eventVersion: '1.0',
          dynamodb: {
            ApproximateCreationDateTime: 1700000000.5,
            Keys: { Id: { N: '101' } },
            NewImage: {
              Message: { S: 'new' },
              List: { L: [{ BOOL: true }, { NULL: true }] },
              Set: { SS: ['a'] },
              Map: { M: { x: { N: '1' } } },
            },
            StreamViewType: 'NEW_AND_OLD_IMAGES',
            SequenceNumber: '111',
            SizeBytes: 26,
          },
          awsRegion: 'us-west-2',
          eventName: 'INSERT',
          eventSourceARN: 'arn:d',
          eventSource: 'aws:dynamodb',
        },
      ],
    },
  ],
  [
    'ex.Real::kinesis',
    {
      Records: [
        {
          kinesis: {
            partitionKey: 'p',
            kinesisSchemaVersion: '1.0',
            data: 'SGVsbG8=',
            sequenceNumber: '4',
            approximateArrivalTimestamp: 1428537600,
          },
          eventSource: 'aws:kinesis',
          eventID: 's:4',
          invokeIdentityArn: 'arn:r',
          eventVersion: '1.0',
          eventName: 'aws:kinesis:record',
          eventSourceARN: 'arn:k',
          awsRegion: 'us-east-1',
        },
      ],
    },
  ],
  [
    'ex.Real::scheduled',
    {
      id: 'c',
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '1',
      time: '1970-01-01T00:00:00Z',
      region: 'us-east-1',
      resources: ['arn:e'],
      detail: {},
    },
  ],
  [
    'ex.Real::v2',
    {
      version: '2.0',
      routeKey: '$default',
      rawPath: '/p',
      rawQueryString: 'a=1',
      cookies: ['c1'],
      headers: { h: 'v' },
      queryStringParameters: { a: '1' },
      requestContext: {
        accountId: '1',
        apiId: 'api',
        http: { method: 'POST', path: '/p', protocol: 'HTTP/1.1', sourceIp: '1.1.1.1', userAgent: 'agent' },
        authorizer: { jwt: { claims: { c: '1' }, scopes: ['s'] } },
        requestId: 'id',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: 1583348638390,
      },
      body: 'b',
      isBase64Encoded: false,
    },
  ],
  [
    'ex.Real::rest',
    {
      resource: '/',
      path: '/',
      httpMethod: 'GET',
      headers: { h: 'v' },
      multiValueHeaders: { h: ['v'] },
      requestContext: {
        accountId: '1',
        stage: 'prod',
        identity: { sourceIp: '1.1.1.1', userArn: 'arn:u' },
        authorizer: { claims: { a: 'b' } },
      },
      body: null,
      isBase64Encoded: false,
    },
  ],
];

describe.runIf(javaKit)('Java’s published runtime client', { timeout: 60_000 }, () => {
  it.each(events)('%s answers as our own client does: %j', async (handler, event) => {
    if (code === undefined) return;
    const theirs = await harness.invoke(describeReal(handler, { runtime: 'provided.al2023' }), event);
    const ours = await harness.invoke(describeReal(handler, { runtime: javaRuntime }), event);
    const { cause: _cause, ...value } = ours.value as Record<string, unknown>;
    expect(typeof ours.value === 'string' ? ours.value : value).toEqual(theirs.value);
    expect(ours.kind).toBe(theirs.kind);
  });
});
