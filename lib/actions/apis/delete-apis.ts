'use server';

import { DeleteRestApiCommand } from '@aws-sdk/client-api-gateway';
import { DeleteApiCommand } from '@aws-sdk/client-apigatewayv2';
import { runAction } from '@/lib/actions/run-action';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ApiRef } from '@/lib/domain/api';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';
import { deleteApisSchema } from '@/lib/forms/apis';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** AWS deletes one REST API each 30 seconds: a second one waits that long once, and no page waits for a third. */
const restPauseMs = 31_000;
const waitsMax = 2;

export interface DeletedApi {
  readonly id: string;
  readonly name: string;
  /** Why it is still there. */
  readonly error?: ConsoleError;
}

async function deleteOne(aws: Aws, api: ApiRef): Promise<ConsoleError | undefined> {
  try {
    if (api.protocol === 'REST') {
      await (await aws.apiGateway()).send(new DeleteRestApiCommand({ restApiId: api.id }));
    } else {
      await (await aws.apiGatewayV2()).send(new DeleteApiCommand({ ApiId: api.id }));
    }
    return undefined;
  } catch (error) {
    const operation = api.protocol === 'REST' ? 'apigateway:DeleteRestApi' : 'apigateway:DeleteApi';
    const refusal = toConsoleError(error, { operation });
    return refusal.kind === 'not-found' ? undefined : refusal;
  }
}

/** Deletes APIs one after the other; what happened to each is in its row. `ok` also when some were refused. */
export async function deleteApisAction(input: unknown): Promise<ActionResult<readonly DeletedApi[]>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteApisSchema,
      audit: 'api.delete',
      operation: 'apigateway:DeleteApi',
      place: ({ place }) => place,
      target: ({ apis }) => (apis.length === 1 ? apis[0]?.name : `${apis.length} APIs`),
      details: ({ apis }, data) => ({
        ids: apis.map(({ id }) => id),
        ...(data && { refused: data.filter((row) => row.error).map((row) => row.id) }),
      }),
      revalidate: ({ place }) => [routes.apis(place)],
      run: async ({ place, apis }) => {
        const aws = await awsFor(place);
        const rows: DeletedApi[] = [];
        let waits = 0;
        for (const api of apis) {
          let error = await deleteOne(aws, api);
          if (error?.kind === 'throttled' && waits < waitsMax) {
            waits += 1;
            await new Promise((resolve) => setTimeout(resolve, restPauseMs));
            error = await deleteOne(aws, api);
          }
          rows.push({ id: api.id, name: api.name, ...(error && { error }) });
        }
        return succeed(rows);
      },
    },
    input,
  );
}
