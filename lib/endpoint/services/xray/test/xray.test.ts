import {
  BatchGetTracesCommand,
  GetSamplingRulesCommand,
  GetSamplingTargetsCommand,
  GetServiceGraphCommand,
  GetTraceGraphCommand,
  GetTraceSummariesCommand,
  PutTelemetryRecordsCommand,
  PutTraceSegmentsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-xray';
import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SegmentDocument } from '../records.ts';
import { createSampler } from '../sampling.ts';
import { idOf, openXRay, place, traceIdAt } from './harness.ts';

const nowMs = Date.UTC(2026, 0, 15, 12, 0, 30);
const startS = nowMs / 1000 - 600;
let opened: Awaited<ReturnType<typeof openXRay>>;

beforeAll(async () => {
  opened = await openXRay(() => nowMs);
});
afterAll(async () => opened[Symbol.asyncDispose]());

async function put(...documents: (SegmentDocument | string)[]) {
  const texts = documents.map((document) =>
    typeof document === 'string' ? document : JSON.stringify(document),
  );
  return opened.client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: texts }));
}

const window = { StartTime: new Date(nowMs - 3_600_000), EndTime: new Date(nowMs) };

async function idsOf(FilterExpression: string): Promise<(string | undefined)[]> {
  const answer = await opened.client.send(new GetTraceSummariesCommand({ ...window, FilterExpression }));
  return (answer.TraceSummaries ?? []).map(({ Id }) => Id);
}

const shop = traceIdAt(startS * 1000);
const broken = traceIdAt(startS * 1000 + 1000);

/** A request to `shop`, which calls the function `price` and a database that sends no segments. */
const documents: SegmentDocument[] = [
  {
    id: idOf(1),
    name: 'shop',
    trace_id: shop,
    start_time: startS,
    end_time: startS + 2,
    http: { request: { url: 'http://shop/v2/cart', method: 'GET' }, response: { status: 200 } },
    annotations: { customer: 'vip', items: 3, gift: true },
    user: 'ada',
    subsegments: [
      { id: idOf(2), name: 'Lambda', namespace: 'aws', start_time: startS + 0.1, end_time: startS + 1 },
      { id: idOf(3), name: 'DynamoDB', namespace: 'aws', start_time: startS + 1, end_time: startS + 1.5 },
    ],
  },
  {
    id: idOf(4),
    name: 'price',
    trace_id: shop,
    parent_id: idOf(2),
    start_time: startS + 0.2,
    end_time: startS + 0.9,
    origin: 'AWS::Lambda',
    fault: true,
  },
];

describe('documents', () => {
  it('become a trace, with subsegments that came alone inside of their segment', async () => {
    expect((await put(...documents)).UnprocessedTraceSegments).toEqual([]);
    await put({
      id: idOf(5),
      type: 'subsegment',
      name: 'look up',
      trace_id: shop,
      parent_id: idOf(4),
      start_time: startS + 0.3,
      end_time: startS + 0.4,
    });
    const answer = await opened.client.send(new BatchGetTracesCommand({ TraceIds: [shop, broken] }));
    expect(answer.Traces?.map(({ Id, Duration, LimitExceeded }) => [Id, Duration, LimitExceeded])).toEqual([
      [shop, 2, false],
    ]);
    const segments = (answer.Traces?.[0]?.Segments ?? []).map(
      ({ Document = '' }) => JSON.parse(Document) as SegmentDocument,
    );
    expect(segments.map(({ name, subsegments }) => [name, subsegments?.map((inner) => inner.name)])).toEqual([
      ['shop', ['Lambda', 'DynamoDB']],
      ['price', ['look up']],
    ]);
  });

  it('that are wrong are named one by one; the others are taken', async () => {
    const sound = { id: idOf(9), name: 'fine', trace_id: traceIdAt(nowMs - 7_200_000), start_time: 1 };
    const answer = await put(
      '{"torn',
      '[]',
      { ...sound, id: 'zz' },
      JSON.stringify({ ...sound, id: undefined }),
      { ...sound, trace_id: '2-1-1' },
      { ...sound, type: 'subsegment' },
      { ...sound, subsegments: [{ ...sound, id: 'no' }] },
      sound,
    );
    expect(answer.UnprocessedTraceSegments?.map(({ Id, ErrorCode }) => [Id, ErrorCode])).toEqual([
      [undefined, 'ParseError'],
      [undefined, 'ParseError'],
      ['zz', 'InvalidId'],
      [undefined, 'MissingId'],
      [idOf(9), 'InvalidTraceId'],
      [idOf(9), 'MissingParentId'],
      [idOf(9), 'InvalidId'],
    ]);
    const { Traces } = await opened.client.send(new BatchGetTracesCommand({ TraceIds: [sound.trace_id] }));
    expect(Traces?.[0]?.Segments?.map(({ Id }) => Id)).toEqual([idOf(9)]);
  });

  it('in progress give way to the finished ones', async () => {
    const running = { id: idOf(20), name: 'slow', trace_id: traceIdAt(nowMs - 60_000), start_time: startS };
    await put({ ...running, in_progress: true });
    expect(await idsOf('partial AND service("slow")')).toEqual([running.trace_id]);
    await put({ ...running, end_time: startS + 1 });
    expect(await idsOf('partial AND service("slow")')).toEqual([]);
    expect(await idsOf('!partial service("slow")')).toEqual([running.trace_id]);
  });

  it('survive a circle of parents', async () => {
    const trace_id = traceIdAt(nowMs - 30_000);
    const one = { id: idOf(30), name: 'one', trace_id, start_time: startS, type: 'subsegment' };
    await put(
      { ...one, parent_id: idOf(31) },
      { ...one, id: idOf(31), parent_id: idOf(30) },
      { ...one, id: idOf(32), parent_id: idOf(32) },
    );
    const { Traces } = await opened.client.send(new BatchGetTracesCommand({ TraceIds: [trace_id] }));
    const text = JSON.stringify(Traces?.[0]?.Segments);
    for (const id of [30, 31, 32]) expect(text).toContain(idOf(id));
  });
});

describe('filter expressions', () => {
  beforeAll(async () => {
    await put(...documents);
    await put({
      id: idOf(40),
      name: 'basket',
      trace_id: broken,
      start_time: startS + 1,
      end_time: startS + 7,
      fault: true,
      http: { request: { url: 'http://other/', method: 'POST' }, response: { status: 503 } },
    });
  });

  it.each([
    ['service("shop")', [shop]],
    ['service("price") { fault }', [shop]],
    ['service("price") { ok }', []],
    ['service(id(name: "price", type: "AWS::Lambda"))', [shop]],
    ['service(id(name:"price",type:"AWS::EC2::Instance"))', []],
    ['service() { fault = true }', [broken, shop]],
    ['fault', [broken]],
    ['fault = false AND service("shop")', [shop]],
    ['http.status = 503', [broken]],
    ['http.status >= 200 AND http.status < 300', [shop]],
    ['http.url BEGINSWITH "http://shop/" AND http.url CONTAINS "/v2/"', [shop]],
    ['responsetime > 5', [broken]],
    ['duration >= 1 AND duration <= 3 service("shop")', [shop]],
    ['annotation.customer = "vip"', [shop]],
    ['annotation[items] >= 3', [shop]],
    ['annotation[items] > 3', []],
    ['annotation.gift = true', [shop]],
    ['annotation.customer', [shop]],
    ['user = "ada"', [shop]],
    ['edge("shop", "price") { fault }', [shop]],
    ['edge("price", "shop")', []],
    ['NOT (service("shop") OR service("slow") OR service("one") OR service("fine"))', [broken]],
    ['service("shop") OR http.status = 503', [broken, shop]],
  ])('%s', async (expression, expected) => {
    expect(await idsOf(expression)).toEqual(expected);
  });

  it.each([
    'service("shop"',
    'service("shop") {',
    'speed > 3',
    'http.status = "x"',
    'annotation.',
    'AND',
    'fault fault =',
    '§',
    '('.repeat(100),
    '!'.repeat(100) + 'ok',
    'x'.repeat(3000),
  ])('refuses %s', async (expression) => {
    await expect(idsOf(expression)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});

describe('summaries', () => {
  it('say what a trace was', async () => {
    await put(...documents);
    const answer = await opened.client.send(
      new GetTraceSummariesCommand({ ...window, FilterExpression: 'service("shop")' }),
    );
    expect(answer.TraceSummaries).toHaveLength(1);
    expect(answer.TraceSummaries?.[0]).toMatchObject({
      Id: shop,
      Duration: 2,
      ResponseTime: 2,
      HasFault: false,
      Http: { HttpURL: 'http://shop/v2/cart', HttpStatus: 200, HttpMethod: 'GET' },
      Users: [{ UserName: 'ada' }],
      EntryPoint: { Name: 'shop' },
      Annotations: { items: [{ AnnotationValue: { NumberValue: 3 }, ServiceIds: [{ Name: 'shop' }] }] },
    });
    expect(answer.TraceSummaries?.[0]?.ServiceIds?.map(({ Name, Type }) => [Name, Type])).toEqual([
      ['shop', undefined],
      ['price', 'AWS::Lambda'],
      ['DynamoDB', 'AWS::DynamoDB'],
    ]);
  });

  it('come in pages, the newest first, and only of their time and Region', async () => {
    await using own = await openXRay(() => nowMs);
    const ids = Array.from({ length: 230 }, (_, index) => traceIdAt(nowMs - index * 1000));
    for (const [index, trace_id] of ids.entries())
      own.traces.write(place, [
        { id: idOf(index), name: 'many', trace_id, start_time: nowMs / 1000 - index, end_time: nowMs / 1000 },
      ]);
    own.traces.write({ ...place, region: 'eu-west-1' }, [
      { id: idOf(1), name: 'many', trace_id: traceIdAt(nowMs), start_time: 1, end_time: 2 },
    ]);
    const found: (string | undefined)[] = [];
    let NextToken: string | undefined;
    let pages = 0;
    do {
      const page = await own.client.send(new GetTraceSummariesCommand({ ...window, NextToken }));
      found.push(...(page.TraceSummaries ?? []).map(({ Id }) => Id));
      NextToken = page.NextToken;
      pages += 1;
    } while (NextToken && pages < 10);
    expect(found).toEqual(ids);
    expect(pages).toBe(3);
    const short = { StartTime: new Date(nowMs - 10_000), EndTime: new Date(nowMs - 5000) };
    const some = await own.client.send(new GetTraceSummariesCommand(short));
    expect(some.TraceSummaries).toHaveLength(6);
    await expect(
      own.client.send(new GetTraceSummariesCommand({ ...window, NextToken: '%%' })),
    ).rejects.toThrow('NextToken');
    const long = { StartTime: new Date(nowMs - 25 * 3_600_000), EndTime: new Date(nowMs) };
    await expect(own.client.send(new GetTraceSummariesCommand(long))).rejects.toThrow('24 hours');
  });
});

describe('the service graph', () => {
  it('has clients, services, inferred services and what they call', async () => {
    await put(...documents);
    const { Services = [] } = await opened.client.send(new GetTraceGraphCommand({ TraceIds: [shop] }));
    const nameOf = new Map(Services.map(({ ReferenceId, Name, Type }) => [ReferenceId, `${Name} ${Type}`]));
    const calls = Services.flatMap(({ ReferenceId, Edges = [] }) =>
      Edges.map((edge) => [nameOf.get(ReferenceId), nameOf.get(edge.ReferenceId), edge.SummaryStatistics]),
    );
    expect(calls).toMatchObject([
      ['shop undefined', 'DynamoDB AWS::DynamoDB', { OkCount: 1 }],
      ['shop undefined', 'price AWS::Lambda', { FaultStatistics: { TotalCount: 1 }, TotalCount: 1 }],
      ['shop client', 'shop undefined', { OkCount: 1, TotalResponseTime: 2 }],
    ]);
    const graph = await opened.client.send(new GetServiceGraphCommand(window));
    expect(graph.Services?.map(({ Name }) => Name)).toEqual(
      expect.arrayContaining(['shop', 'price', 'basket']),
    );
  });
});

describe('sampling', () => {
  it('follows the default rule: one a second and five of a hundred', () => {
    const values = [0.04, 0.06];
    const { sample } = createSampler(() => values.shift() ?? 1);
    expect([sample('a', 1000), sample('a', 1500), sample('a', 1500)]).toEqual([true, true, false]);
    expect([sample('b', 1500), sample('a', 2000)]).toEqual([true, true]);
  });

  it('is told to programs that ask', async () => {
    const rules = await opened.client.send(new GetSamplingRulesCommand({}));
    expect(rules.SamplingRuleRecords?.map(({ SamplingRule }) => SamplingRule)).toMatchObject([
      { RuleName: 'Default', FixedRate: 0.05, ReservoirSize: 1 },
    ]);
    const document = { ClientID: idOf(1), Timestamp: new Date(nowMs), RequestCount: 1, SampledCount: 1 };
    const targets = await opened.client.send(
      new GetSamplingTargetsCommand({
        SamplingStatisticsDocuments: [
          { ...document, RuleName: 'Default' },
          { ...document, RuleName: 'mine' },
        ],
      }),
    );
    expect(targets.SamplingTargetDocuments).toMatchObject([{ RuleName: 'Default', ReservoirQuota: 1 }]);
    expect(targets.UnprocessedStatistics).toMatchObject([{ RuleName: 'mine' }]);
  });
});

it('takes reports of daemons, and refuses tags', async () => {
  const record = { Timestamp: new Date(nowMs) };
  await opened.client.send(new PutTelemetryRecordsCommand({ TelemetryRecords: [record] }));
  await expect(
    opened.client.send(new TagResourceCommand({ ResourceARN: 'arn:aws:xray:::group/x', Tags: [] })),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
});

it('stays within its bounds: a trace, all of them, and their age', async () => {
  let clock = nowMs;
  await using own = await openXRay(() => clock, { traceBytesMax: 1000, bytesMax: 1500, keptMs: 86_400_000 });
  const trace = (name: string) => ({
    name,
    trace_id: traceIdAt(clock),
    start_time: clock / 1000,
    end_time: clock / 1000,
  });
  const large = trace('large');
  own.traces.write(
    place,
    Array.from({ length: 20 }, (_, index) => ({ ...large, id: idOf(index) })),
  );
  const cut = await own.client.send(new BatchGetTracesCommand({ TraceIds: [large.trace_id] }));
  expect(cut.Traces?.[0]?.LimitExceeded).toBe(true);
  expect(cut.Traces?.[0]?.Segments?.length).toBeLessThan(20);

  clock += 1000;
  const next = trace('next');
  own.traces.write(
    place,
    Array.from({ length: 8 }, (_, index) => ({ ...next, id: idOf(index) })),
  );
  const both = new BatchGetTracesCommand({ TraceIds: [large.trace_id, next.trace_id] });
  expect((await own.client.send(both)).Traces?.map(({ Id }) => Id)).toEqual([next.trace_id]);

  clock += 90_000_000;
  own.traces.write(place, [{ ...trace('late'), id: idOf(1) }]);
  expect((await own.client.send(both)).Traces).toEqual([]);
});

it('hears functions by UDP, and nothing that they send harms it', async () => {
  const address = (await opened.traces.daemonFor(place)) ?? '';
  expect(await opened.traces.daemonFor(place)).toBe(address);
  const [host = '', port = ''] = address.split(':');
  const trace_id = traceIdAt(nowMs - 5000);
  const socket = createSocket('udp4');
  const send = (packet: Uint8Array | string) =>
    new Promise<void>((resolve, reject) =>
      socket.send(packet, Number(port), host, (error) => (error ? reject(error) : resolve())),
    );
  const header = '{"format":"json","version":1}\n';
  const fine = { id: idOf(50), name: 'sent', trace_id, start_time: startS, end_time: startS + 1 };
  await send('');
  await send('nonsense');
  await send('{"format":"json","version":2}\n' + JSON.stringify({ ...fine, id: idOf(51) }));
  await send(header);
  await send(header + '{"id":');
  await send(header + JSON.stringify({ ...fine, id: 7 }));
  await send(header + '['.repeat(60_000));
  await send('null\n' + JSON.stringify(fine));
  await send(Buffer.alloc(60_000, 0xff));
  await send(header + JSON.stringify(fine));
  await vi.waitFor(async () => expect(await idsOf('service("sent")')).toEqual([trace_id]), {
    timeout: 5000,
    interval: 20,
  });
  socket.close();
  const { Traces } = await opened.client.send(new BatchGetTracesCommand({ TraceIds: [trace_id] }));
  expect(Traces?.[0]?.Segments?.map(({ Id }) => Id)).toEqual([idOf(50)]);
  expect(opened.failures).toEqual([]);
});
