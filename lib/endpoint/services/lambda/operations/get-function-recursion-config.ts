import type {
  GetFunctionRecursionConfigCommandInput,
  GetFunctionRecursionConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertUnqualified, findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function getFunctionRecursionConfig(
  parts: LambdaParts,
): Operation<GetFunctionRecursionConfigCommandInput, GetFunctionRecursionConfigResponse> {
  return (input, context) => {
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'GetFunctionRecursionConfig');
    assertUnqualified(target);
    findFunctionOrThrow(parts.repository, target);
    return { RecursiveLoop: parts.repository.options.find(target.key, '', 'recursion') ?? 'Terminate' };
  };
}
