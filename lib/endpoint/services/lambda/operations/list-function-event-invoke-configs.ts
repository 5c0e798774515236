import type {
  ListFunctionEventInvokeConfigsCommandInput,
  ListFunctionEventInvokeConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceNotFound } from '../errors.ts';
import { toEventInvokeConfig } from '../event-invoke-configs.ts';
import { resolveTarget } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** In order of qualifier. */
export function listFunctionEventInvokeConfigs(
  parts: LambdaParts,
): Operation<ListFunctionEventInvokeConfigsCommandInput, ListFunctionEventInvokeConfigsResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const { key } = resolveTarget(input, context, 'ListFunctionEventInvokeConfigs');
    if (!parts.repository.find(key)) throw resourceNotFound("The function doesn't exist.");
    const size = pageSize(input.MaxItems);
    const found = parts.repository.events.pageOfConfigs(key, decodeMarker(input.Marker), size + 1);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      FunctionEventInvokeConfigs: page.map(toEventInvokeConfig),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.qualifier) }),
    };
  };
}
