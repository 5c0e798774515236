import 'server-only';
import { GetApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { apiAddress } from '@/lib/aws/api-address';
import { callApi } from '@/lib/aws/call-api';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { sentPath, type ApiAnswer, type ApiRequest, type NameValue } from '@/lib/domain/api-request';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { pastRequestsMax, sendApiRequestSchema } from '@/lib/forms/api-request';
import { refuse, succeed } from '@/lib/shared/result';
import { writePastRequest } from '@/lib/test-events/past-requests';

const operation = 'execute-api:Invoke';
/** Calls of the whole console at one time: each may hold 10 MB and a minute. */
const runningMax = 16;
let running = 0;

/** The value of an API key, for the header alone. */
async function keyHeader(aws: Aws, apiKeyId: string | undefined): Promise<NameValue> {
  const client = await aws.apiGateway();
  const { value = '' } = await client.send(new GetApiKeyCommand({ apiKey: apiKeyId, includeValue: true }));
  return ['x-api-key', value];
}

async function send(
  aws: Aws,
  apiId: string,
  request: ApiRequest,
  signal: AbortSignal,
): Promise<ActionResult<ApiAnswer>> {
  const address = await apiAddress(aws, apiId, request.stage);
  const path = sentPath(request.path);
  if (address === undefined || path === undefined) {
    const message = 'API, stage and path make no address that can be called. Check the path and try again.';
    return refuse(consoleError('invalid', message, { operation, field: 'path' }));
  }
  const others = request.headers.filter(
    ([name]) => request.auth !== 'api-key' || name.toLowerCase() !== 'x-api-key',
  );
  const headers =
    request.auth === 'api-key' ? [...others, await keyHeader(aws, request.apiKeyId)] : request.headers;
  const { method, query, body, auth } = request;
  return succeed(
    await callApi(aws, address, { method, path, query, headers, body, isSigned: auth === 'iam' }, signal),
  );
}

/**
 * Calls a deployed API and waits for it. Called by the route of the request runner: a server action would hold up
 * every other one meanwhile. An answer of any status is a success here; it is remembered for whoever made the call.
 */
export function sendApiRequest(input: unknown, signal: AbortSignal): Promise<ActionResult<ApiAnswer>> {
  return runAction(
    {
      role: 'developer',
      schema: sendApiRequestSchema,
      audit: 'api.call',
      operation,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ request }, answer) => ({
        stage: request.stage,
        method: request.method,
        path: request.path,
        auth: request.auth,
        ...(request.apiKeyId === undefined ? {} : { apiKeyId: request.apiKeyId }),
        bodyBytes: Buffer.byteLength(request.body),
        ...(answer && { status: answer.status, durationMs: answer.durationMs }),
      }),
      run: async ({ place, apiId, request }, user) => {
        if (running >= runningMax) {
          const message = `The console makes ${runningMax} calls to APIs at a time, and all of them are still waiting. Try again when one has ended.`;
          return refuse(consoleError('throttled', message, { operation }));
        }
        running += 1;
        const at = new Date().toISOString();
        let answer: ApiAnswer | undefined;
        try {
          const result = await send(await awsFor(place), apiId, request, signal);
          if (result.ok) answer = result.data;
          return result;
        } finally {
          running -= 1;
          writePastRequest(
            { place, apiId, ownerId: user.id },
            { request, status: answer?.status, durationMs: answer?.durationMs, at },
            pastRequestsMax,
          );
        }
      },
    },
    input,
  );
}
