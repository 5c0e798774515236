import type { DeleteFunctionCodeSigningConfigCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function deleteFunctionCodeSigningConfig(
  parts: LambdaParts,
): Operation<DeleteFunctionCodeSigningConfigCommandInput, object> {
  const { repository } = parts;
  return (input, context) => {
    const target = resolveTarget(input, context, 'DeleteFunctionCodeSigningConfig');
    repository.transaction(() => {
      findFunctionOrThrow(repository, { ...target, qualifier: undefined });
      repository.options.remove(target.key, '', 'codeSigning');
    });
    return {};
  };
}
