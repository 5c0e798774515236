import type { DeleteParameterRequest, DeleteParameterResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import { findParameterOrThrow } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';

export function deleteParameter(
  parts: SsmParts,
): Operation<Given<DeleteParameterRequest>, DeleteParameterResult> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() =>
      repository.deleteParameter(findParameterOrThrow(parts, context, input.Name)),
    );
    return {};
  };
}
