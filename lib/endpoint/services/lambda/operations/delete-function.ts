import type { DeleteFunctionCommandInput, DeleteFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { functionNotFound, invalidParameterValue } from '../errors.ts';
import { functionArn, resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function deleteFunction(
  parts: LambdaParts,
): Operation<DeleteFunctionCommandInput, DeleteFunctionResponse> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'DeleteFunction');
    const removed = parts.repository.transaction(() => {
      const record = parts.repository.find(target.key);
      if (!record) throw functionNotFound(functionArn(target.key, target.qualifier));
      if (target.qualifier !== undefined) {
        assertVersion(target.qualifier);
        // No versions exist; deleting one that does not is a success [rec].
        return undefined;
      }
      parts.repository.remove(target.key);
      return record;
    });
    if (removed) {
      parts.runtimes.retire(`${functionArn(removed)}:`);
      const running = removed.state.kind === 'updating' ? [removed.state.running.codeBlob] : [];
      parts.code.release(removed.codeBlob, ...running);
    }
    return { StatusCode: 204 };
  };
}

function assertVersion(qualifier: string): void {
  if (qualifier === '$LATEST') {
    throw invalidParameterValue('$LATEST version cannot be deleted without deleting the function.');
  }
  if (!/^\d+$/.test(qualifier))
    throw invalidParameterValue('Deletion of aliases is not currently supported.');
}
