import 'server-only';
import {
  GetAccountSettingsCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionRecursionConfigCommand,
} from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { AccountConcurrency } from '@/lib/domain/concurrency';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import type { Basis } from '@/lib/queries/configuration';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** The account's limit in a Region and what of it is not reserved. */
export async function getAccountConcurrency(place: Place): Promise<Result<AccountConcurrency, ConsoleError>> {
  await requireUser('viewer');
  const operation = 'lambda:GetAccountSettings';
  try {
    const { lambda } = await awsFor(place);
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions;
    const unreserved = AccountLimit?.UnreservedConcurrentExecutions;
    if (limit === undefined || unreserved === undefined) {
      const message = 'The endpoint does not say how many concurrent executions the account has.';
      return refuse(consoleError('unsupported', message, { operation }));
    }
    return succeed({ limit, unreserved });
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

/** Reserved concurrency for its edit page. Its value stands for the revision that AWS does not have. */
export async function getConcurrencyBasis(
  place: Place,
  functionName: string,
): Promise<Result<Basis<{ readonly reserved: number | null }>, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { lambda } = await awsFor(place);
    const output = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: functionName }));
    const reserved = output.ReservedConcurrentExecutions ?? null;
    return succeed({
      values: { reserved },
      revisionId: `reserved ${reserved}`,
      readAt: new Date().toISOString(),
    });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'lambda:GetFunctionConcurrency' }));
  }
}

/** What Lambda does with an event that goes round in circles through the function. */
export function getRecursion(place: Place, functionName: string) {
  return readAsViewer<Basis<{ readonly loop: string }>>(
    place,
    'lambda:GetFunctionRecursionConfig',
    async ({ lambda }) => {
      const command = new GetFunctionRecursionConfigCommand({ FunctionName: functionName });
      const values = { loop: (await lambda.send(command)).RecursiveLoop ?? 'Terminate' };
      return { values, revisionId: contentRevision(values), readAt: new Date().toISOString() };
    },
  );
}
