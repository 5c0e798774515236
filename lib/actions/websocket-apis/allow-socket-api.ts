import 'server-only';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import type { Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';

/** Lets every stage of an API invoke a function for one route. Why not, when Lambda refuses; a second time is fine. */
export async function allowSocketApi(
  aws: Aws,
  target: { readonly apiId: string; readonly routeKey: string; readonly functionArn: string },
): Promise<ConsoleError | undefined> {
  const [, partition = 'aws', , region = '', account = ''] = target.functionArn.split(':');
  const source = `arn:${partition}:execute-api:${region}:${account}:${target.apiId}/*/${target.routeKey}`;
  // Keys hold letters that a statement's id may not.
  const words = target.routeKey.replace(/[^\w-]/g, '_').slice(0, 40);
  try {
    await aws.lambda.send(
      new AddPermissionCommand({
        FunctionName: target.functionArn,
        StatementId: `apigateway-${target.apiId}-${words}`,
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: source,
      }),
    );
    return undefined;
  } catch (cause) {
    if ((cause as Error).name === 'ResourceConflictException') return undefined;
    const error = toConsoleError(cause, { operation: 'lambda:AddPermission' });
    return {
      ...error,
      message: `The route is saved, but it may not invoke the function yet. ${error.message}`,
    };
  }
}
