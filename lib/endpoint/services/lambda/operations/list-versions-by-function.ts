import type {
  ListVersionsByFunctionCommandInput,
  ListVersionsByFunctionResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toListedConfiguration } from '../configuration.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

/** `$LATEST` first, then the published ones, ascending. */
export function listVersionsByFunction(
  parts: LambdaParts,
): Operation<ListVersionsByFunctionCommandInput, ListVersionsByFunctionResponse> {
  return (input, context) => {
    assertConstraints(pagingConstraints, input);
    const target = resolveTarget(input, context, 'ListVersionsByFunction');
    const latest = findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    const size = pageSize(input.MaxItems);
    const after = decodeMarker(input.Marker);
    const first = after === '' ? [latest] : [];
    const found = [
      ...first,
      ...parts.repository.versions.page(target.key, Number(after) || 0, size + 1 - first.length),
    ];
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      Versions: page.map((record) => toListedConfiguration(parts, record, record.version)),
      ...(found.length > size && last && { NextMarker: encodeMarker(last === latest ? '0' : last.version) }),
    };
  };
}
