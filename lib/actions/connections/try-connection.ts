import 'server-only';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListRolesCommand } from '@aws-sdk/client-iam';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleErrorKind } from '@/lib/domain/console-error';

/** One thing the console does with a connection, tried once. */
export interface ConnectionCheck {
  readonly operation: string;
  readonly outcome: 'ok' | ConsoleErrorKind;
  /** AWS's words when it was refused. */
  readonly message?: string;
  readonly milliseconds: number;
}

export interface ConnectionTrial {
  readonly accountId?: string;
  readonly arn?: string;
  readonly checks: readonly ConnectionCheck[];
}

const answerMs = 10_000;

async function check<T>(
  operation: string,
  call: (options: { abortSignal: AbortSignal }) => Promise<T>,
): Promise<{ check: ConnectionCheck; output: T | undefined }> {
  const startedMs = performance.now();
  const took = () => Math.round(performance.now() - startedMs);
  try {
    const output = await call({ abortSignal: AbortSignal.timeout(answerMs) });
    return { check: { operation, outcome: 'ok', milliseconds: took() }, output };
  } catch (error) {
    const { kind, message } = toConsoleError(error, { operation });
    return { check: { operation, outcome: kind, message, milliseconds: took() }, output: undefined };
  }
}

/** Asks for what the console needs first, each once and by itself, and changes nothing. */
export async function tryConnection(aws: Aws): Promise<ConnectionTrial> {
  const [identity, ...others] = await Promise.all([
    check('sts:GetCallerIdentity', (options) => aws.sts.send(new GetCallerIdentityCommand({}), options)),
    check('lambda:ListFunctions', (options) =>
      aws.lambda.send(new ListFunctionsCommand({ MaxItems: 1 }), options),
    ),
    check('logs:DescribeLogGroups', (options) =>
      aws.logs.send(new DescribeLogGroupsCommand({ limit: 1 }), options),
    ),
    check('iam:ListRoles', (options) => aws.iam.send(new ListRolesCommand({ MaxItems: 1 }), options)),
  ]);
  return {
    accountId: identity.output?.Account,
    arn: identity.output?.Arn,
    checks: [identity.check, ...others.map((other) => other.check)],
  };
}
