import { resourceNotFound } from './errors.ts';
import { assertConstraints, length, pattern, type ConstraintRow } from './rules/constraints.ts';
import { executionArnPattern } from './rules/patterns.ts';

const arnConstraints: readonly ConstraintRow<string>[] = [
  { path: 'durableExecutionArn', read: (arn) => arn, check: length(1, 1024) },
  { path: 'durableExecutionArn', read: (arn) => arn, check: pattern(executionArnPattern) },
];

/**
 * No function here is durable (creating one is refused), so there is no execution and no callback to find. AWS's texts
 * are unconfirmed.
 */
export function executionNotFound(arn: string): Error {
  assertConstraints(arnConstraints, arn);
  return resourceNotFound(`Durable execution not found: ${arn}`);
}

export function callbackNotFound(id: string): Error {
  return resourceNotFound(`Callback not found: ${id.slice(0, 200)}`);
}
