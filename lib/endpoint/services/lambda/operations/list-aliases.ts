import type { ListAliasesCommandInput, ListAliasesResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

/** Aliases cannot be made yet, so every function has none. */
export function listAliases(parts: LambdaParts): Operation<ListAliasesCommandInput, ListAliasesResponse> {
  return (input, context) => {
    assertConstraints(pagingConstraints, input);
    const target = resolveTarget(input, context, 'ListAliases');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    return { Aliases: [] };
  };
}
