import type { GetParameterRequest, GetParameterResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import { readParameterOrThrow } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';

export function getParameter(parts: SsmParts): Operation<Given<GetParameterRequest>, GetParameterResult> {
  return (input, context) => ({
    Parameter: readParameterOrThrow(parts, context, input.Name, input.WithDecryption === true),
  });
}
