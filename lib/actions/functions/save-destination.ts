'use server';

import {
  GetFunctionEventInvokeConfigCommand,
  PutFunctionEventInvokeConfigCommand,
  UpdateEventSourceMappingCommand,
  type FunctionEventInvokeConfig,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { updateConfiguration } from '@/lib/actions/functions/update-configuration';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { destinationMemberFields, saveDestinationSchema } from '@/lib/forms/destination';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

interface Named {
  readonly FunctionName: string;
  readonly Qualifier: string | undefined;
}

async function readConfig(lambda: LambdaClient, named: Named): Promise<Partial<FunctionEventInvokeConfig>> {
  try {
    return await lambda.send(new GetFunctionEventInvokeConfigCommand(named));
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return {};
    throw error;
  }
}

/** Put replaces everything: retries and the other destination are read and sent again. */
async function putAsync(
  lambda: LambdaClient,
  named: Named,
  condition: 'OnSuccess' | 'OnFailure',
  destination: string,
) {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = await readConfig(
    lambda,
    named,
  );
  await lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      ...named,
      MaximumRetryAttempts,
      MaximumEventAgeInSeconds,
      DestinationConfig: {
        ...DestinationConfig,
        [condition]: destination === '' ? {} : { Destination: destination },
      },
    }),
  );
}

/** Sets, changes or removes where one kind of result goes. */
export async function saveDestinationAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: saveDestinationSchema,
      audit: 'function.destination-update',
      operation: 'lambda:PutFunctionEventInvokeConfig',
      fields: destinationMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, slot, destination }) => ({
        ...(qualifier && { qualifier }),
        slot,
        destination,
      }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, slot, destination }) => {
        const { lambda } = await awsFor(place);
        const named = { FunctionName: functionName, Qualifier: qualifier };
        if (slot === 'dead-letter-queue') {
          const changed = await updateConfiguration(place, {
            FunctionName: functionName,
            DeadLetterConfig: { TargetArn: destination },
          });
          return changed.ok ? succeed(undefined) : changed;
        }
        if (slot === 'async-success' || slot === 'async-failure') {
          await putAsync(lambda, named, slot === 'async-success' ? 'OnSuccess' : 'OnFailure', destination);
        } else {
          await lambda.send(
            new UpdateEventSourceMappingCommand({
              UUID: slot.slice('mapping:'.length),
              DestinationConfig: { OnFailure: destination === '' ? {} : { Destination: destination } },
            }),
          );
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
