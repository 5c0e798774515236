import type {
  ListEventSourceMappingsCommandInput,
  ListEventSourceMappingsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toMappingConfiguration } from '../mappings/mapping-output.ts';
import { resolveTarget } from '../names.ts';
import { decodeMarker, encodeMarker } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

const pageMax = 100;

/** In order of UUID. With a qualifier in the name, only mappings that were made with it. */
export function listEventSourceMappings(
  parts: LambdaParts,
): Operation<ListEventSourceMappingsCommandInput, ListEventSourceMappingsResponse> {
  return (input, context) => {
    assertConstraints(pagingConstraints, input);
    const target =
      input.FunctionName === undefined
        ? undefined
        : resolveTarget({ FunctionName: input.FunctionName }, context, 'ListEventSourceMappings');
    const size = Math.min(input.MaxItems ?? pageMax, pageMax);
    const filter = { functionName: target?.key.name ?? null, sourceArn: input.EventSourceArn ?? null };
    const found = parts.repository.mappings.page(context, filter, decodeMarker(input.Marker), size + 1);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      EventSourceMappings: page
        .filter((mapping) => target?.qualifier === undefined || mapping.qualifier === target.qualifier)
        .map(toMappingConfiguration),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.uuid) }),
    };
  };
}
