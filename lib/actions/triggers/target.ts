import 'server-only';
import { createHash } from 'node:crypto';
import {
  AddPermissionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { readGrants } from '@/lib/queries/function-relations';
import type { Place } from '@/lib/routes';

/** The function, version or alias that a source is to call, and the clients to say so. */
export interface TriggerTarget {
  readonly aws: Aws;
  readonly place: Place;
  readonly functionName: string;
  readonly qualifier: string | undefined;
  /** Qualified as the source must call it. */
  readonly arn: string;
  /** 12 digits. */
  readonly account: string;
  readonly partition: string;
}

export async function triggerTarget(input: {
  readonly place: Place;
  readonly functionName: string;
  readonly qualifier?: string | undefined;
}): Promise<TriggerTarget> {
  const aws = await awsFor(input.place);
  const configuration = await aws.lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: input.functionName, Qualifier: input.qualifier }),
  );
  const arn = configuration.FunctionArn ?? '';
  const [, partition = 'aws', , , account = ''] = arn.split(':');
  return { aws, ...input, qualifier: input.qualifier, arn, account, partition };
}

/** Who may call, for which thing of theirs. */
export interface Caller {
  /** e.g. `sns.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn: string;
  /** For S3, whose ARNs name no account. */
  readonly sourceAccount?: string;
}

/** The same caller always gets the same id, so that connecting twice leaves one statement. */
function statementIdOf({ principal, sourceArn }: Caller): string {
  const service = principal.split('.')[0] ?? 'service';
  const hash = createHash('sha256').update(sourceArn).digest('hex').slice(0, 12);
  return `lambdeck-${service}-${hash}`;
}

/** Lets a caller in. Answers the undo for the case that the next step fails; it undoes only what was new. */
export async function allowCaller(target: TriggerTarget, caller: Caller): Promise<() => Promise<void>> {
  const { lambda } = target.aws;
  const named = { FunctionName: target.functionName, Qualifier: target.qualifier };
  const StatementId = statementIdOf(caller);
  try {
    await lambda.send(
      new AddPermissionCommand({
        ...named,
        StatementId,
        Action: 'lambda:InvokeFunction',
        Principal: caller.principal,
        SourceArn: caller.sourceArn,
        ...(caller.sourceAccount && { SourceAccount: caller.sourceAccount }),
      }),
    );
  } catch (error) {
    if ((error as Error).name !== 'ResourceConflictException') throw error;
    return () => Promise.resolve();
  }
  return async () => {
    await lambda.send(new RemovePermissionCommand({ ...named, StatementId })).catch(() => undefined);
  };
}

/** Runs the step that follows a permission; when it fails, the permission goes again. */
export async function withCaller<T>(
  target: TriggerTarget,
  caller: Caller,
  connect: () => Promise<T>,
): Promise<T> {
  const undo = await allowCaller(target, caller);
  try {
    return await connect();
  } catch (error) {
    await undo();
    throw error;
  }
}

/** Takes away every statement that lets this source in; none is fine. */
export async function forgetCaller(target: TriggerTarget, isCaller: (sourceArn: string) => boolean) {
  const { lambda } = target.aws;
  const named = { FunctionName: target.functionName, Qualifier: target.qualifier };
  let text: string;
  try {
    text = (await lambda.send(new GetPolicyCommand(named))).Policy ?? '{}';
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return;
    throw error;
  }
  for (const { id, sourceArn } of readGrants(text)) {
    if (sourceArn === undefined || !isCaller(sourceArn)) continue;
    await lambda.send(new RemovePermissionCommand({ ...named, StatementId: id }));
  }
}
