'use server';

import {
  AddPermissionCommand,
  CreateFunctionUrlConfigCommand,
  UpdateFunctionUrlConfigCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  functionUrlMemberFields,
  functionUrlSchema,
  functionUrlToInput,
  publicUrlStatements,
} from '@/lib/forms/function-url';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Adds the statements without which nobody may call a URL of type NONE; those that are there stay. */
async function allowEveryone(lambda: LambdaClient, target: { FunctionName: string; Qualifier?: string }) {
  for (const statement of publicUrlStatements) {
    try {
      await lambda.send(new AddPermissionCommand({ ...target, ...statement }));
    } catch (error) {
      if ((error as Error).name !== 'ResourceConflictException') throw error;
    }
  }
}

/** Creates or changes the URL of a function or an alias. For the type NONE the policy is opened, too. */
export async function saveFunctionUrlAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: functionUrlSchema,
      audit: 'function.url-update',
      operation: 'lambda:UpdateFunctionUrlConfig',
      fields: functionUrlMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, isNew, values }) => ({
        ...(qualifier && { qualifier }),
        created: isNew,
        authType: values.authType,
        invokeMode: values.invokeMode,
        corsOrigins: values.cors?.origins ?? null,
      }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, isNew, values }): Promise<ActionResult<undefined>> => {
        const { lambda } = await awsFor(place);
        const target = { FunctionName: functionName, ...(qualifier && { Qualifier: qualifier }) };
        const request = { ...target, ...functionUrlToInput(values) };
        if (isNew) {
          const { Cors, ...rest } = request;
          const withCors = values.cors ? { ...rest, Cors } : rest;
          await lambda.send(new CreateFunctionUrlConfigCommand(withCors));
        } else {
          await lambda.send(new UpdateFunctionUrlConfigCommand(request));
        }
        if (values.authType !== 'NONE') return succeed(undefined);
        try {
          await allowEveryone(lambda, target);
        } catch (cause) {
          const error = toConsoleError(cause, { operation: 'lambda:AddPermission' });
          const message = `The URL is saved, but nobody may call it yet. ${error.message}`;
          return refuse({ ...error, message });
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
