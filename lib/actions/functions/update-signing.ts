'use server';

import {
  DeleteFunctionCodeSigningConfigCommand,
  PutFunctionCodeSigningConfigCommand,
} from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { functionSigningSchema } from '@/lib/forms/signing';
import { getFunctionSigning } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:PutFunctionCodeSigningConfig';

/** Gives a function a code signing configuration, or takes it away. `conflict` when someone else was first. */
export async function updateFunctionSigningAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: functionSigningSchema,
      audit: 'function.signing-update',
      operation,
      fields: { codeSigningConfigArn: 'arn' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, revisionId, values }): Promise<ActionResult<undefined>> => {
        const found = await getFunctionSigning(place, functionName);
        const obstacle = changedMeanwhile(revisionId, found, operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        const arn = values.arn.trim();
        if (arn === '') {
          await lambda.send(new DeleteFunctionCodeSigningConfigCommand({ FunctionName: functionName }));
        } else {
          const request = { FunctionName: functionName, CodeSigningConfigArn: arn };
          await lambda.send(new PutFunctionCodeSigningConfigCommand(request));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
