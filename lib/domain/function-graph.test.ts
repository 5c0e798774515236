import { describe, expect, it } from 'vitest';
import { resourceName, serviceOfArn, serviceOfPrincipal } from './connected-service.ts';
import {
  buildFunctionGraph,
  type Asked,
  type EventSource,
  type FunctionRelations,
} from './function-graph.ts';
import { graphMeasures, placeNodes } from './graph-placement.ts';

const known = <T>(value: T): Asked<T> => ({ status: 'known', value });
const denied = {
  status: 'failed',
  error: { kind: 'denied', message: 'no', at: '2026-01-01T00:00:00Z' },
} as const;
const nothing: FunctionRelations = {
  eventSources: known([]),
  functionUrl: known(null),
  grants: known([]),
  asyncDestinations: known({}),
  deadLetterArn: undefined,
};
const queue = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
const mapping = (
  id: string,
  sourceArn: string | undefined,
  more: Partial<EventSource> = {},
): EventSource => ({
  id,
  sourceArn,
  isEnabled: true,
  state: 'Enabled',
  batchSize: 10,
  onFailureArn: undefined,
  ...more,
});

describe('connected services', () => {
  it.each([
    [queue('orders'), 'SQS', 'orders'],
    ['arn:aws:dynamodb:us-east-1:1:table/orders/stream/2026-01-01', 'DynamoDB', 'orders'],
    ['arn:aws:kinesis:us-east-1:1:stream/clicks', 'Kinesis', 'clicks'],
    ['arn:aws:events:us-east-1:1:rule/bus/every-15-min', 'EventBridge', 'every-15-min'],
    ['arn:aws:events:us-east-1:1:event-bus/orders', 'EventBridge', 'orders'],
    ['arn:aws:s3:::uploads', 'S3', 'uploads'],
    ['arn:aws:lambda:us-east-1:1:function:next:live', 'Lambda', 'next:live'],
    ['arn:aws:execute-api:us-east-1:1:abc123/*/GET/orders', 'API Gateway', 'abc123'],
    ['arn:aws:logs:us-east-1:1:log-group:/aws/lambda/x:*', 'CloudWatch Logs', '/aws/lambda/x'],
    ['kafka://rejected', 'Apache Kafka', 'rejected'],
    ['arn:aws:brandnew:us-east-1:1:thing/x', 'brandnew', 'x'],
  ])('%s is %s, %s', (arn, service, name) => {
    expect(serviceOfArn(arn).service).toBe(service);
    expect(resourceName(arn)).toBe(name);
  });

  it.each([
    ['apigateway.amazonaws.com', 'API Gateway'],
    ['logs.us-east-1.amazonaws.com', 'CloudWatch Logs'],
    ['alexa-appkit.amazon.com', 'Alexa'],
    ['123456789012', '123456789012'],
    ['constructor.amazonaws.com', 'constructor.amazonaws.com'],
    ['*', '*'],
  ])('principal %s is %s', (principal, service) => {
    expect(serviceOfPrincipal(principal).service).toBe(service);
  });
});

describe('buildFunctionGraph', () => {
  it('has no nodes for a function that stands alone', () => {
    expect(buildFunctionGraph(nothing)).toEqual({ triggers: [], destinations: [], edges: [], failures: [] });
  });

  it('stacks sources of one service and pauses the edge only when all are paused', () => {
    const sources = [mapping('1', queue('a')), mapping('2', queue('b'), { isEnabled: false })];
    const graph = buildFunctionGraph({ ...nothing, eventSources: known(sources) });
    expect(graph.triggers).toHaveLength(1);
    expect(graph.triggers[0]?.items.map((item) => [item.name, item.isPaused])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(graph.edges).toEqual([
      { id: 'trigger:SQS:trigger', nodeId: 'trigger:SQS', flow: 'trigger', isPaused: false },
    ]);
    const paused = buildFunctionGraph({ ...nothing, eventSources: known(sources.slice(1)) });
    expect(paused.edges[0]?.isPaused).toBe(true);
  });

  it('makes one trigger of several statements for one API and leaves the URL grant out', () => {
    const grant = (id: string, path: string, isFunctionUrlGrant = false) => ({
      id,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:aws:execute-api:us-east-1:1:abc/*/${path}`,
      isFunctionUrlGrant,
    });
    const grants = known([
      grant('1', 'GET/a'),
      grant('2', 'POST/a'),
      { ...grant('3', 'x', true), principal: '*' },
    ]);
    const graph = buildFunctionGraph({
      ...nothing,
      grants,
      functionUrl: known({ url: 'http://u/', authType: 'NONE' }),
    });
    expect(graph.triggers.map((node) => [node.service, node.items.length])).toEqual([
      ['Function URL', 1],
      ['API Gateway', 1],
    ]);
  });

  it('draws one node and two edges where success and failure go to the same service', () => {
    const graph = buildFunctionGraph({
      ...nothing,
      asyncDestinations: known({ onSuccessArn: queue('done'), onFailureArn: queue('failed') }),
      eventSources: known([
        mapping('1', 'arn:aws:kinesis:us-east-1:1:stream/s', { onFailureArn: queue('bad') }),
      ]),
      deadLetterArn: 'arn:aws:sns:us-east-1:1:dead',
    });
    expect(graph.destinations.map((node) => node.service)).toEqual(['SQS', 'SNS']);
    expect(
      graph.edges.filter((edge) => edge.flow !== 'trigger').map((edge) => [edge.nodeId, edge.flow]),
    ).toEqual([
      ['destination:SQS', 'success'],
      ['destination:SQS', 'failure'],
      ['destination:SQS', 'reject'],
      ['destination:SNS', 'reject'],
    ]);
  });

  it('names each question that failed and still draws the others', () => {
    const graph = buildFunctionGraph({
      ...nothing,
      grants: denied,
      eventSources: known([mapping('k', undefined)]),
    });
    expect(graph.failures.map(({ question }) => question)).toEqual(['grants']);
    expect(graph.triggers.map((node) => node.service)).toEqual(['Apache Kafka']);
  });
});

describe('placeNodes', () => {
  const { nodeWidth, functionWidth, columnGapMin, columnGapMax, nodeHeight } = graphMeasures;

  it('centres both columns on the function and keeps a place for the empty sides', () => {
    const points = placeNodes(buildFunctionGraph(nothing), 900);
    expect(points.get('add-trigger')).toEqual({ x: 0, y: (graphMeasures.functionHeight - nodeHeight) / 2 });
    expect(points.get('add-destination')?.y).toBe(points.get('add-trigger')?.y);
  });

  it.each([
    [200, columnGapMin],
    [5_000, columnGapMax],
    [2 * nodeWidth + functionWidth + 300, 150],
  ])('in %i px leaves a gap of %i', (width, gap) => {
    expect(placeNodes(buildFunctionGraph(nothing), width).get('function')?.x).toBe(nodeWidth + gap);
  });

  it('does not lay nodes over one another', () => {
    const arns = [
      queue('q'),
      'arn:aws:sns:r:1:t',
      'arn:aws:kinesis:r:1:stream/s',
      'arn:aws:dynamodb:r:1:table/t/stream/1',
    ];
    const graph = buildFunctionGraph({
      ...nothing,
      eventSources: known(arns.map((arn) => mapping(arn, arn))),
    });
    const points = placeNodes(graph, 900);
    const tops = graph.triggers.map((node) => points.get(node.id)?.y ?? Number.NaN);
    for (let index = 1; index < tops.length; index += 1) {
      expect((tops[index] ?? 0) - (tops[index - 1] ?? 0)).toBeGreaterThanOrEqual(nodeHeight);
    }
  });
});
