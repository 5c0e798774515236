import type { Concurrency, PutFunctionConcurrencyCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { functionNotFound } from '../errors.ts';
import { assertUnqualified } from '../function-access.ts';
import { functionArn, resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, range, type ConstraintRow } from '../rules/constraints.ts';

const constraints: readonly ConstraintRow<PutFunctionConcurrencyCommandInput>[] = [
  {
    path: 'reservedConcurrentExecutions',
    read: (input) => input.ReservedConcurrentExecutions,
    check: range(0, 2_147_483_647),
  },
];

export function putFunctionConcurrency(
  parts: LambdaParts,
): Operation<PutFunctionConcurrencyCommandInput, Concurrency> {
  return (input, context) => {
    assertConstraints(constraints, input);
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'PutFunctionConcurrency');
    assertUnqualified(target);
    const units = input.ReservedConcurrentExecutions ?? 0;
    // Recorded: the 404 says `:$LATEST`.
    if (!parts.repository.find(target.key)) throw functionNotFound(functionArn(target.key, '$LATEST'));
    parts.concurrency.reserve(target.key, units);
    return { ReservedConcurrentExecutions: units };
  };
}
