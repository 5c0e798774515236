'use server';

import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { functionNameSchema, placeSchema, qualifierSchema } from '@/lib/forms/place';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:GetFunctionConfiguration';
const schema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  /** Which ones; absent for all. */
  keys: z.array(z.string().max(4096)).max(1000).optional(),
});

/** Hands values of environment variables to a developer who asked for them; the audit log says which. */
export async function revealEnvironmentAction(input: unknown): Promise<ActionResult<Record<string, string>>> {
  return runAction(
    {
      role: 'developer',
      schema,
      audit: 'function.environment-read',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier }, data) => ({ keys: Object.keys(data ?? {}), ...(qualifier && { qualifier }) }),
      run: async ({
        place,
        functionName,
        qualifier,
        keys,
      }): Promise<ActionResult<Record<string, string>>> => {
        const { lambda } = await awsFor(place);
        const { Environment } = await lambda.send(
          new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier }),
        );
        if (Environment?.Error) {
          const { ErrorCode, Message } = Environment.Error;
          return refuse(consoleError('denied', Message ?? '', { operation, awsErrorName: ErrorCode ?? '' }));
        }
        const variables = Object.entries(Environment?.Variables ?? {});
        return succeed(
          Object.fromEntries(keys ? variables.filter(([key]) => keys.includes(key)) : variables),
        );
      },
    },
    input,
  );
}
