import 'server-only';
import {
  CreateLogGroupCommand,
  DeleteRetentionPolicyCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  GetFunctionConfigurationCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-lambda';
import { deleteFunctionsAction } from '@/lib/actions/functions/delete-functions';
import { updateConfiguration } from '@/lib/actions/functions/update-configuration';
import { runAction } from '@/lib/actions/run-action';
import type { AuditAction } from '@/lib/audit/events';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { BulkKind } from '@/lib/domain/bulk-change';
import type { ActionResult } from '@/lib/domain/console-error';
import { bulkChangeSchema, type BulkChangeInput } from '@/lib/forms/bulk-change';
import { noteFunctionChanged } from '@/lib/queries/functions';
import { routes, type Place } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operations: Readonly<Record<Exclude<BulkKind, 'delete'>, [operation: string, audit: AuditAction]>> = {
  runtime: ['lambda:UpdateFunctionConfiguration', 'function.runtime-update'],
  memory: ['lambda:UpdateFunctionConfiguration', 'function.configuration-update'],
  timeout: ['lambda:UpdateFunctionConfiguration', 'function.configuration-update'],
  tag: ['lambda:TagResource', 'function.tags-update'],
  untag: ['lambda:UntagResource', 'function.tags-update'],
  retention: ['logs:PutRetentionPolicy', 'function.configuration-update'],
};

/** A function that never ran has no log group yet; it is made, so that its first logs already expire. */
async function setRetention(aws: Aws, logGroupName: string, days: number | null): Promise<void> {
  const send = () =>
    days === null
      ? aws.logs.send(new DeleteRetentionPolicyCommand({ logGroupName }))
      : aws.logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: days }));
  try {
    await send();
  } catch (error) {
    if (toConsoleError(error, { operation: 'logs:PutRetentionPolicy' }).kind !== 'not-found') throw error;
    if (days === null) return;
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName }));
    await send();
  }
}

async function run({ place, functionName, change }: BulkChangeInput): Promise<ActionResult<undefined>> {
  const named = { FunctionName: functionName };
  if (change.kind === 'runtime' || change.kind === 'memory' || change.kind === 'timeout') {
    const saved = await updateConfiguration(place, {
      ...named,
      ...(change.kind === 'runtime' && { Runtime: change.runtime as 'nodejs24.x' }),
      ...(change.kind === 'memory' && { MemorySize: change.memoryMb }),
      ...(change.kind === 'timeout' && { Timeout: change.timeoutSeconds }),
    });
    return saved.ok ? succeed(undefined) : saved;
  }
  const aws = await awsFor(place);
  const found = await aws.lambda.send(new GetFunctionConfigurationCommand(named));
  if (change.kind === 'retention') {
    await setRetention(aws, found.LoggingConfig?.LogGroup ?? `/aws/lambda/${functionName}`, change.days);
    return succeed(undefined);
  }
  const Resource = found.FunctionArn;
  await (change.kind === 'tag'
    ? aws.lambda.send(new TagResourceCommand({ Resource, Tags: { [change.key]: change.value } }))
    : aws.lambda.send(new UntagResourceCommand({ Resource, TagKeys: [change.key] })));
  // The list asks for the tags again.
  await noteFunctionChanged(place, found);
  return succeed(undefined);
}

async function remove(place: Place, functionName: string): Promise<ActionResult<undefined>> {
  const result = await deleteFunctionsAction({ place, names: [functionName] });
  if (!result.ok) return result;
  const error = result.data[0]?.error;
  return error ? refuse(error) : succeed(undefined);
}

/** One function's part of a bulk change; `kind` is read first because each has its own name in the audit log. */
export async function changeInBulk(
  place: Place,
  functionName: string,
  change: object & { readonly kind?: unknown },
): Promise<ActionResult<undefined>> {
  if (change.kind === 'delete') return remove(place, functionName);
  const kind = Object.keys(operations).find((known) => known === change.kind) as keyof typeof operations;
  const [operation, audit] = operations[kind] ?? operations.memory;
  return runAction(
    {
      role: 'developer',
      schema: bulkChangeSchema,
      audit,
      operation,
      place: (input) => input.place,
      target: (input) => input.functionName,
      details: (input) => ({ bulk: true, ...input.change }),
      revalidate: (input) => [routes.function(input.place, input.functionName)],
      run,
    },
    { place, functionName, change },
  );
}
