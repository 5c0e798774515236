'use server';

import { DeleteLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DeleteFunctionCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { deleteRole, isRoleMadeFor } from '@/lib/actions/functions/execution-role';
import { runAction } from '@/lib/actions/run-action';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';
import { deleteFunctionsSchema, type FunctionLeftover } from '@/lib/forms/delete-functions';
import { noteFunctionDeleted } from '@/lib/queries/functions';
import { routes, type Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

const operation = 'lambda:DeleteFunction';
/** DeleteFunction shares AWS's limit of 15 control-plane calls a second. */
const deletionsAtOnce = 4;

export interface DeletedFunction {
  readonly name: string;
  /** Why it is still there. */
  readonly error?: ConsoleError;
  /** Why something that was asked to go with it is still there. */
  readonly leftoverErrors: readonly ConsoleError[];
}

async function attempt(what: string, work: () => Promise<unknown>): Promise<ConsoleError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return toConsoleError(error, { operation: what });
  }
}

async function deleteOne(
  aws: Aws,
  place: Place,
  name: string,
  leftovers: readonly FunctionLeftover[],
): Promise<DeletedFunction> {
  // Read first: afterwards nobody knows which role and log group were its own.
  const configuration =
    leftovers.length === 0
      ? undefined
      : await aws.lambda
          .send(new GetFunctionConfigurationCommand({ FunctionName: name }))
          .catch(() => undefined);
  const error = await attempt(operation, () =>
    aws.lambda.send(new DeleteFunctionCommand({ FunctionName: name })),
  );
  if (error && error.kind !== 'not-found') return { name, error, leftoverErrors: [] };
  await noteFunctionDeleted(place, name);

  const logGroupName = configuration?.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`;
  const roleArn = configuration?.Role;
  const failures = await Promise.all([
    leftovers.includes('log-group')
      ? attempt('logs:DeleteLogGroup', () => aws.logs.send(new DeleteLogGroupCommand({ logGroupName })))
      : undefined,
    leftovers.includes('role') && roleArn && isRoleMadeFor(name, roleArn)
      ? attempt('iam:DeleteRole', () => deleteRole(aws.iam, roleArn))
      : undefined,
  ]);
  // A function that never ran has no log group: that is no failure.
  return {
    name,
    leftoverErrors: failures.filter(
      (found) => found !== undefined && found.kind !== 'not-found',
    ) as ConsoleError[],
  };
}

/** Deletes functions side by side; what happened to each is in its row. `ok` also when some were refused. */
export async function deleteFunctionsAction(
  input: unknown,
): Promise<ActionResult<readonly DeletedFunction[]>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteFunctionsSchema,
      audit: 'function.delete',
      operation,
      place: ({ place }) => place,
      target: ({ names }) => (names.length === 1 ? names[0] : `${names.length} functions`),
      details: ({ names, leftovers }, data) => ({
        names,
        leftovers,
        ...(data && { refused: data.filter((row) => row.error).map((row) => row.name) }),
      }),
      revalidate: ({ place }) => [routes.functions(place)],
      run: async ({ place, names, leftovers }) => {
        const aws = await awsFor(place);
        const results = new Map<string, DeletedFunction>();
        const queue = [...new Set(names)];
        const work = async () => {
          for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
            results.set(name, await deleteOne(aws, place, name, leftovers));
          }
        };
        await Promise.all(Array.from({ length: deletionsAtOnce }, work));
        return succeed(names.flatMap((name) => results.get(name) ?? []));
      },
    },
    input,
  );
}
