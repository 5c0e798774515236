'use server';

import { PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { asyncMemberFields, asyncSchema, asyncToInput } from '@/lib/forms/async-invocation';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Saves retries and destinations of asynchronous invocation as a whole. */
export async function saveAsyncInvocationAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: asyncSchema,
      audit: 'function.async-update',
      operation: 'lambda:PutFunctionEventInvokeConfig',
      fields: asyncMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, values }) => ({ ...values, ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, values }) => {
        const { lambda } = await awsFor(place);
        const request = asyncToInput(functionName, qualifier, values);
        await lambda.send(new PutFunctionEventInvokeConfigCommand(request));
        return succeed(undefined);
      },
    },
    input,
  );
}
