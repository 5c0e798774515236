import type {
  PutFunctionRecursionConfigCommandInput,
  PutFunctionRecursionConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertUnqualified, findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, oneOf, type ConstraintRow } from '../rules/constraints.ts';

const constraints: readonly ConstraintRow<PutFunctionRecursionConfigCommandInput>[] = [
  { path: 'recursiveLoop', read: (input) => input.RecursiveLoop, check: oneOf(['Terminate', 'Allow']) },
];

export function putFunctionRecursionConfig(
  parts: LambdaParts,
): Operation<PutFunctionRecursionConfigCommandInput, PutFunctionRecursionConfigResponse> {
  return (input, context) => {
    assertConstraints(constraints, input);
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'PutFunctionRecursionConfig');
    assertUnqualified(target);
    findFunctionOrThrow(parts.repository, target);
    const loop = input.RecursiveLoop ?? 'Terminate';
    parts.repository.options.put(target.key, '', 'recursion', loop);
    return { RecursiveLoop: loop };
  };
}
