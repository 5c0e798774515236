import 'server-only';
import { TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import type { TestAnswer } from '@/lib/domain/rest-api/test-call';
import { testMethodSchema } from '@/lib/forms/rest-test';
import { succeed } from '@/lib/shared/result';

/** The page shows this much of a body; the figure tells how much there was. */
const bodyShownMax = 512 * 1024;
const logShownMax = 512 * 1024;

/**
 * Calls the back end of a method as it stands, deployed or not. Called by a route: a server action would hold up every
 * other one for as long as the back end takes.
 */
export function testRestMethod(input: unknown, signal: AbortSignal): Promise<ActionResult<TestAnswer>> {
  return runAction(
    {
      role: 'developer',
      schema: testMethodSchema,
      audit: 'api.test',
      operation: 'apigateway:TestInvokeMethod',
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ resourceId, httpMethod, call }, data) => ({
        resourceId,
        httpMethod,
        path: call.path.split('?')[0] ?? '',
        status: data?.status ?? null,
      }),
      run: async ({ place, apiId, resourceId, httpMethod, call }) => {
        const client = await (await awsFor(place)).apiGateway();
        const output = await client.send(
          new TestInvokeMethodCommand({
            restApiId: apiId,
            resourceId,
            httpMethod,
            pathWithQueryString: call.path,
            multiValueHeaders: call.headers,
            ...(call.body !== '' && { body: call.body }),
            stageVariables: call.stageVariables,
          }),
          { abortSignal: signal },
        );
        const body = output.body ?? '';
        const single = Object.fromEntries(
          Object.entries(output.headers ?? {}).map(([name, value]) => [name, [value]]),
        );
        return succeed({
          status: output.status ?? 0,
          latencyMs: Number(output.latency ?? 0),
          headers: output.multiValueHeaders ?? single,
          body: body.slice(0, bodyShownMax),
          bodyBytes: Buffer.byteLength(body),
          isCut: body.length > bodyShownMax,
          log: (output.log ?? '').slice(0, logShownMax),
        });
      },
    },
    input,
  );
}
