import { UpdateApiCommand, CreateDeploymentCommand } from '@aws-sdk/client-apigatewayv2';
import { expect, it } from 'vitest';
import { FunctionFailure, openSocketPlane, type SocketEvent } from './harness.ts';

const tellRoute = ({ requestContext: { routeKey, eventType } }: SocketEvent) => ({
  statusCode: 200,
  body: `${eventType} ${routeKey}`,
});

it('goes to the route that the message names, else to $default', async () => {
  await using plane = await openSocketPlane({ echo: tellRoute });
  const apiId = await plane.serve({
    join: { isAnswered: true },
    '[a, b]': { isAnswered: true },
    $default: { isAnswered: true },
    $connect: {},
  });
  const client = await plane.open(apiId);
  const answers: Record<string, string> = {};
  for (const sent of [
    '{"action":"join"}',
    '{"action":["a","b"]}',
    '{"action":"leave"}',
    '{"action":"$connect"}',
    '{"other":"join"}',
    'join',
    '{"__proto__":{"action":"join"}}',
  ]) {
    client.send(sent);
    answers[sent] = await client.next();
  }
  expect(answers).toEqual({
    '{"action":"join"}': 'MESSAGE join',
    '{"action":["a","b"]}': 'MESSAGE [a, b]',
    '{"action":"leave"}': 'MESSAGE $default',
    '{"action":"$connect"}': 'MESSAGE $default',
    '{"other":"join"}': 'MESSAGE $default',
    join: 'MESSAGE $default',
    '{"__proto__":{"action":"join"}}': 'MESSAGE $default',
  });
});

it.each([
  ['${request.body.service}/${request.body.action}', 'chat/join'],
  ['${request.body.action}-${request.body.nope}', 'join-'],
  ['action', 'action'],
])('selects by %s', async (RouteSelectionExpression, key) => {
  await using plane = await openSocketPlane({ echo: tellRoute });
  const apiId = await plane.serve({ [key]: { isAnswered: true } }, { api: { RouteSelectionExpression } });
  const client = await plane.open(apiId);
  client.send({ service: 'chat', action: 'join' });
  expect(await client.next()).toBe(`MESSAGE ${key}`);
});

it('forbids what has no route, and serves the others without a $default', async () => {
  await using plane = await openSocketPlane({ echo: tellRoute });
  const apiId = await plane.serve({ join: { isAnswered: true } });
  const client = await plane.open(apiId);
  client.send({ action: 'leave' });
  expect(await client.nextJson()).toEqual({
    message: 'Forbidden',
    connectionId: expect.stringMatching(/^[\w-]{15}=$/) as unknown,
    requestId: expect.stringMatching(/^[\w-]{15}=$/) as unknown,
  });
  client.send({ action: 'join' });
  expect(await client.next()).toBe('MESSAGE join');
});

it('tells nothing without a route response, and of a failure always', async () => {
  await using plane = await openSocketPlane({
    echo: ({ body }) => {
      const { result, error } = JSON.parse(body ?? '') as { result?: unknown; error?: string };
      return error === undefined ? result : new FunctionFailure({ errorMessage: error });
    },
  });
  const apiId = await plane.serve({ quiet: {}, loud: { isAnswered: true } });
  const client = await plane.open(apiId);
  client.send({ action: 'quiet', result: { statusCode: 200, body: 'unheard' } });
  client.send({ action: 'loud', result: { statusCode: 500, body: 'heard' } });
  expect(await client.next()).toBe('heard');
  for (const failing of [{ error: 'x' }, { result: null }, { result: 'text' }, { result: {} }]) {
    client.send({ action: 'quiet', ...failing });
    expect(await client.nextJson()).toMatchObject({ message: 'Internal server error' });
  }
  expect(plane.failures).toEqual([]);
});

it('serves what is deployed now, to connections that were there before', async () => {
  await using plane = await openSocketPlane({ echo: tellRoute });
  const apiId = await plane.serve({ one: { isAnswered: true } });
  const client = await plane.open(apiId);
  await plane.addRoute(apiId, 'two', { isAnswered: true });
  await plane.gateway.send(
    new UpdateApiCommand({ ApiId: apiId, RouteSelectionExpression: '$request.body.kind' }),
  );
  client.send({ action: 'one', kind: 'two' });
  expect(await client.next()).toBe('MESSAGE one');
  await plane.gateway.send(new CreateDeploymentCommand({ ApiId: apiId, StageName: 'dev' }));
  client.send({ action: 'one', kind: 'two' });
  expect(await client.next()).toBe('MESSAGE two');
});
