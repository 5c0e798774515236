import { expect, it } from 'vitest';
import { refusedClient } from './client.ts';
import { openSocketPlane } from './harness.ts';

const group = 'arn:aws:logs:us-east-1:000000000000:log-group:sockets';

it('the access log has a line for each event', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 201, body: 'x' }) });
  const Format =
    '$context.eventType $context.routeKey $context.status $context.integration.status $context.error.message $context.nothing';
  const apiId = await plane.serve(
    { $connect: {}, $disconnect: {}, talk: { isAnswered: true } },
    { stage: { AccessLogSettings: { DestinationArn: group, Format } } },
  );
  const client = await plane.open(apiId);
  client.send({ action: 'talk' });
  await client.next();
  client.send({ action: 'other' });
  await client.next();
  client.socket.close();
  await client.closed;
  await plane.called(({ requestContext: { eventType } }) => eventType === 'DISCONNECT');
  await plane.plane.close();
  expect(plane.logged.every(({ logGroup }) => logGroup === 'sockets')).toBe(true);
  expect(plane.logged.flatMap(({ lines }) => lines)).toEqual([
    'CONNECT $connect 201 201 - -',
    'MESSAGE talk 201 201 - -',
    'MESSAGE $default 403 - Forbidden -',
    'DISCONNECT $disconnect 201 201 - -',
  ]);
});

it('the execution log has bodies with data tracing alone, and at ERROR what failed alone', async () => {
  await using plane = await openSocketPlane({
    echo: ({ body }) => (body?.includes('bad') ? null : { statusCode: 200 }),
  });
  const settings = (LoggingLevel: 'INFO' | 'ERROR', DataTraceEnabled: boolean) => ({
    stage: { DefaultRouteSettings: { LoggingLevel, DataTraceEnabled } },
  });
  const run = async (level: 'INFO' | 'ERROR', hasData: boolean) => {
    plane.logged.length = 0;
    const apiId = await plane.serve({ $default: { isAnswered: true } }, settings(level, hasData));
    const client = await plane.open(apiId);
    client.send('good secret');
    client.send('bad secret');
    await client.next();
    client.socket.terminate();
    // The end of the client before may come late.
    const own = plane.logged.filter(({ logGroup }) => logGroup === `/aws/apigateway/${apiId}/dev`);
    return own.flatMap(({ lines }) => lines).join('\n');
  };
  const all = await run('INFO', true);
  expect(all).toContain('good secret');
  expect(all).toContain('Successfully completed execution');
  expect(all).toMatch(/^\([\w-]{15}=\) Extended Request Id: /);
  const bare = await run('INFO', false);
  expect(bare).not.toContain('secret');
  const failed = await run('ERROR', false);
  expect(failed).not.toContain('Successfully completed');
  expect(failed).toContain('Execution failed');
});

it('a refused upgrade is in the access log', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 403 }) });
  const Format = '{"status":"$context.status","ip":"${context.identity.sourceIp}"}';
  const apiId = await plane.serve(
    { $connect: {} },
    { stage: { AccessLogSettings: { DestinationArn: group, Format } } },
  );
  await refusedClient(plane.pathOf(apiId));
  expect(plane.logged.flatMap(({ lines }) => lines)).toEqual(['{"status":"403","ip":"127.0.0.1"}']);
});
