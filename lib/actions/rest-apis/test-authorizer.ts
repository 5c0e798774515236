'use server';

import { TestInvokeAuthorizerCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { testAuthorizerSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** What an authorizer said. */
export interface AuthorizerAnswer {
  /** 0: it let the call pass on to its policy; otherwise the status that the caller gets. */
  readonly status: number;
  readonly latencyMs: number;
  readonly principalId: string;
  /** JSON as text; empty where there is none. */
  readonly policy: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly log: string;
}

const logShownMax = 256 * 1024;

/** Asks an authorizer as a call would. The token goes to it and is not written down. */
export async function testRestAuthorizerAction(input: unknown): Promise<ActionResult<AuthorizerAnswer>> {
  return changeRestApi(
    {
      schema: testAuthorizerSchema,
      audit: 'api.test',
      operation: 'apigateway:TestInvokeAuthorizer',
      details: ({ id }, data) => ({ authorizerId: id, status: data?.status ?? null }),
      run: async (client, { apiId, id, headers, path, stageVariables }) => {
        const output = await client.send(
          new TestInvokeAuthorizerCommand({
            restApiId: apiId,
            authorizerId: id,
            multiValueHeaders: headers,
            headers: Object.fromEntries(
              Object.entries(headers).map(([name, values]) => [name, values[0] ?? '']),
            ),
            ...(path && { pathWithQueryString: path }),
            stageVariables,
          }),
        );
        return succeed({
          status: output.clientStatus ?? 0,
          latencyMs: Number(output.latency ?? 0),
          principalId: output.principalId ?? '',
          policy: output.policy ?? '',
          claims: output.claims ?? {},
          log: (output.log ?? '').slice(0, logShownMax),
        });
      },
    },
    input,
  );
}
