import { expect, it } from 'vitest';
import { FunctionFailure, openSocketPlane } from './harness.ts';

it('connections, messages of both directions, and whose fault an error is', async () => {
  await using plane = await openSocketPlane({
    echo: ({ body, requestContext: { eventType } }) => {
      if (eventType !== 'MESSAGE') return { statusCode: 200 };
      const { how } = JSON.parse(body ?? '') as { how: string };
      if (how === 'throw') return new FunctionFailure({ errorMessage: 'no' });
      return { statusCode: how === 'bad' ? 500 : 200, body: how };
    },
  });
  const apiId = await plane.serve({ $connect: {}, $disconnect: {}, say: { isAnswered: true } });
  const client = await plane.open(apiId);
  for (const how of ['good', 'bad', 'throw']) {
    client.send({ action: 'say', how });
    await client.next();
  }
  client.send({ action: 'nowhere' });
  await client.next();
  const sums = plane.counted.sums(`ApiId=${apiId}`, 'Stage=dev');
  expect(sums).toEqual({
    ConnectCount: 1,
    // Four from the client, and an answer to each.
    MessageCount: 8,
    IntegrationError: 1,
    ExecutionError: 1,
    ClientError: 1,
    IntegrationLatency: expect.any(Number) as number,
  });
  expect(plane.counted.sums(`ApiId=${apiId}`)).toEqual(sums);
});
