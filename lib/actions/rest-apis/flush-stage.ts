'use server';

import { FlushStageAuthorizersCacheCommand, FlushStageCacheCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { flushStageSchema } from '@/lib/forms/rest-stages';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Empties what a stage keeps of answers, or of what its authorizers decided. */
export async function flushRestStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: flushStageSchema,
      audit: 'api-stage.update',
      operation: 'apigateway:FlushStageCache',
      details: ({ stage, what }) => ({ stage, flushed: what }),
      run: async (client, { apiId, stage, what }) => {
        const target = { restApiId: apiId, stageName: stage };
        if (what === 'responses') await client.send(new FlushStageCacheCommand(target));
        else await client.send(new FlushStageAuthorizersCacheCommand(target));
        return succeed(undefined);
      },
    },
    input,
  );
}
