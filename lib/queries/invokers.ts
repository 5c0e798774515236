import 'server-only';
import {
  GetFunctionEventInvokeConfigCommand,
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
} from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { readStatements, type PolicyStatement } from '@/lib/domain/policy';
import { asyncDefaults, asyncFromOutput, type AsyncValues } from '@/lib/forms/async-invocation';
import { corsFromOutput, type FunctionUrlValues } from '@/lib/forms/function-url';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** Asks for a part of a function that need not be there; null when it is not. */
async function ask<T>(
  place: Place,
  operation: string,
  question: (aws: Aws) => Promise<T>,
): Promise<Result<T | null, ConsoleError>> {
  await requireUser('viewer');
  try {
    return succeed(await question(await awsFor(place)));
  } catch (error) {
    const failure = toConsoleError(error, { operation });
    return failure.kind === 'not-found' ? succeed(null) : refuse(failure);
  }
}

export interface FunctionUrl extends FunctionUrlValues {
  readonly url: string;
  /** ISO times. */
  readonly createdAt: string | undefined;
  readonly modifiedAt: string | undefined;
}

/** The URL of a function or of an alias. */
export function getFunctionUrl(place: Place, name: string, qualifier: string | undefined) {
  return ask<FunctionUrl>(place, 'lambda:GetFunctionUrlConfig', async ({ lambda }) => {
    const output = await lambda.send(
      new GetFunctionUrlConfigCommand({ FunctionName: name, Qualifier: qualifier }),
    );
    return {
      url: output.FunctionUrl ?? '',
      authType: output.AuthType ?? 'AWS_IAM',
      invokeMode: output.InvokeMode ?? 'BUFFERED',
      cors: corsFromOutput(output.Cors),
      createdAt: output.CreationTime,
      modifiedAt: output.LastModifiedTime,
    };
  });
}

export interface ResourcePolicy {
  /** The document as AWS hands it out. */
  readonly text: string;
  readonly statements: readonly PolicyStatement[];
}

/** The resource-based policy of exactly this function, version or alias. */
export function getResourcePolicy(place: Place, name: string, qualifier: string | undefined) {
  return ask<ResourcePolicy>(place, 'lambda:GetPolicy', async ({ lambda }) => {
    const output = await lambda.send(new GetPolicyCommand({ FunctionName: name, Qualifier: qualifier }));
    const text = output.Policy ?? '{}';
    return { text, statements: readStatements(text) };
  });
}

export interface AsyncInvocation {
  /** What is in force. */
  readonly values: AsyncValues;
  /** False while AWS's defaults are. */
  readonly isConfigured: boolean;
}

/** How asynchronous invocations of a function, version or alias are handled. */
export async function getAsyncInvocation(
  place: Place,
  name: string,
  qualifier: string | undefined,
): Promise<Result<AsyncInvocation, ConsoleError>> {
  const found = await ask(place, 'lambda:GetFunctionEventInvokeConfig', async ({ lambda }) =>
    asyncFromOutput(
      await lambda.send(
        new GetFunctionEventInvokeConfigCommand({ FunctionName: name, Qualifier: qualifier }),
      ),
    ),
  );
  return found.ok
    ? succeed({ values: found.data ?? asyncDefaults, isConfigured: found.data !== null })
    : found;
}
