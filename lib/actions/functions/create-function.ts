'use server';

import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { createBasicRole, deleteRole } from '@/lib/actions/functions/execution-role';
import { packageSample } from '@/lib/actions/functions/package-sample';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { isRoleNotReady } from '@/lib/aws/errors';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { sampleById } from '@/lib/domain/samples/samples';
import {
  createFunctionMemberFields,
  createFunctionSchema,
  createFunctionToInput,
} from '@/lib/forms/create-function';
import { log } from '@/lib/log';
import { noteFunctionChanged } from '@/lib/queries/functions';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:CreateFunction';
/** A new role takes some seconds until Lambda may assume it; this long it is tried again. */
const roleWaitMs = 30_000;
const roleRetryMs = 1_500;

export interface CreatedFunction {
  readonly name: string;
  readonly roleArn: string;
}

async function createOnceRoleIsReady(
  lambda: LambdaClient,
  input: CreateFunctionCommandInput,
  isNewRole: boolean,
) {
  const end = Date.now() + roleWaitMs;
  for (;;) {
    try {
      return await lambda.send(new CreateFunctionCommand(input));
    } catch (error) {
      if (!isNewRole || !isRoleNotReady(error) || Date.now() + roleRetryMs > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, roleRetryMs));
    }
  }
}

/** Creates a function from a sample, with a role of its own if asked for; a refusal leaves no role behind. */
export async function createFunctionAction(input: unknown): Promise<ActionResult<CreatedFunction>> {
  return runAction(
    {
      role: 'developer',
      schema: createFunctionSchema,
      audit: 'function.create',
      operation,
      fields: createFunctionMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ runtime, architecture, sampleId, role, vpc, managed, durable }, data) => ({
        runtime,
        architecture,
        sampleId,
        roleMode: role.mode,
        ...(vpc && { subnets: vpc.subnets, securityGroups: vpc.securityGroups }),
        ...(managed && { capacityProvider: managed.provider, memoryMb: managed.memoryMb }),
        ...(durable && durable),
        ...(data && { roleArn: data.roleArn }),
      }),
      revalidate: ({ place }) => [routes.functions(place)],
      run: async (values): Promise<ActionResult<CreatedFunction>> => {
        const sample = sampleById(values.sampleId);
        if (!sample) {
          const message = 'This sample does not exist. Reload the page and choose another one.';
          return refuse(consoleError('invalid', message, { operation, field: 'sampleId' }));
        }
        const { lambda, iam, region } = await awsFor(values.place);
        const zip = await packageSample(sample);
        const isNewRole = values.role.mode === 'new';
        const roleArn =
          values.role.mode === 'new'
            ? await createBasicRole(iam, values.functionName, region, values.vpc !== undefined)
            : values.role.arn;
        try {
          const request = createFunctionToInput(values, roleArn, sample.handler, zip);
          const created = await createOnceRoleIsReady(lambda, request, isNewRole);
          await noteFunctionChanged(values.place, created);
          return succeed({ name: created.FunctionName ?? values.functionName, roleArn });
        } catch (error) {
          if (isNewRole) {
            await deleteRole(iam, roleArn).catch((cause: unknown) =>
              log().warn(
                { err: cause, roleArn },
                'the role made for a function that was refused is left behind',
              ),
            );
          }
          throw error;
        }
      },
    },
    input,
  );
}
