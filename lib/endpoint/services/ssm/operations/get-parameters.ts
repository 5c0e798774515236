import type { GetParametersRequest, GetParametersResult } from '@aws-sdk/client-ssm';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { readParameterOrThrow } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import { assertNames } from '../rules/names.ts';

/** What is not there is told, and does not fail the rest. */
export function getParameters(parts: SsmParts): Operation<Given<GetParametersRequest>, GetParametersResult> {
  return (input, context) => {
    assertNames(input.Names);
    const found = [];
    const missing: string[] = [];
    for (const name of new Set(input.Names)) {
      try {
        found.push(readParameterOrThrow(parts, context, name, input.WithDecryption === true));
      } catch (error) {
        const isMissing =
          error instanceof ServiceError &&
          ['ParameterNotFound', 'ParameterVersionNotFound'].includes(error.code);
        if (!isMissing) throw error;
        missing.push(name);
      }
    }
    return { Parameters: found, InvalidParameters: missing };
  };
}
