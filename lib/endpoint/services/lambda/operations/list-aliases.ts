import type { ListAliasesCommandInput, ListAliasesResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toAliasConfiguration } from '../aliases.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, type ConstraintRow } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';
import { functionVersionConstraints } from '../rules/version-constraints.ts';

const constraints: readonly ConstraintRow<ListAliasesCommandInput>[] = [
  ...functionVersionConstraints,
  ...pagingConstraints,
];

/** By name; with FunctionVersion, those that send calls to that version. */
export function listAliases(parts: LambdaParts): Operation<ListAliasesCommandInput, ListAliasesResponse> {
  return (input, context) => {
    assertConstraints(constraints, input);
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'ListAliases');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    const size = pageSize(input.MaxItems);
    const after = decodeMarker(input.Marker);
    const found = parts.repository.aliases.page(target.key, after, size + 1, input.FunctionVersion);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      Aliases: page.map(toAliasConfiguration),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.alias) }),
    };
  };
}
