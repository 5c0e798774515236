import 'server-only';
import { GetFunctionConfigurationCommand, type FunctionConfiguration } from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { AuthRefusal } from '@/lib/auth/user';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { Basis } from '@/lib/domain/basis';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { variablesBytes } from '@/lib/domain/variables';
import { generalFromOutput, type GeneralValues } from '@/lib/forms/general';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

export type { Basis } from '@/lib/domain/basis';

export interface GeneralBasis extends Basis<GeneralValues> {
  /** Undefined for an image. */
  readonly runtime: string | undefined;
}

/** A variable as the form first knows it: its value stays on the server until somebody asks. */
export interface HiddenVariable {
  readonly key: string;
  /** Length of the value in bytes of UTF-8. */
  readonly valueBytes: number;
}

const operation = 'lambda:GetFunctionConfiguration';

async function read<Data>(
  place: Place,
  functionName: string,
  toData: (output: FunctionConfiguration) => Result<Data, ConsoleError>,
): Promise<Result<Data, ConsoleError>> {
  // Sizes of values tell something about them: only who may see the values gets them.
  try {
    await requireUser('developer');
    const { lambda } = await awsFor(place);
    return toData(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName })));
  } catch (error) {
    if (error instanceof AuthRefusal) return refuse(consoleError('denied', error.message, { operation }));
    return refuse(toConsoleError(error, { operation }));
  }
}

/** General configuration for its edit page. */
export function getGeneralBasis(place: Place, functionName: string) {
  return read<GeneralBasis>(place, functionName, (output) =>
    succeed({
      values: generalFromOutput(output),
      runtime: output.Runtime,
      revisionId: output.RevisionId,
      readAt: new Date().toISOString(),
    }),
  );
}

/** Names and sizes of the environment variables for their edit page, by name. */
export function getEnvironmentBasis(place: Place, functionName: string) {
  return read<Basis<readonly HiddenVariable[]>>(place, functionName, (output) => {
    const failure = output.Environment?.Error;
    if (failure) {
      const message = failure.Message ?? 'AWS could not read the environment variables.';
      return refuse(consoleError('denied', message, { operation, awsErrorName: failure.ErrorCode }));
    }
    return succeed({
      values: Object.entries(output.Environment?.Variables ?? {})
        .map(([key, value]) => ({ key, valueBytes: variablesBytes([['', value]]) }))
        .sort((a, b) => a.key.localeCompare(b.key)),
      revisionId: output.RevisionId,
      readAt: new Date().toISOString(),
    });
  });
}
