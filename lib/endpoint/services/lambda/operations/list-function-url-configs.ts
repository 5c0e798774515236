import type {
  ListFunctionUrlConfigsCommandInput,
  ListFunctionUrlConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceNotFound } from '../errors.ts';
import { toUrlConfig } from '../function-urls.ts';
import { resolveTarget } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

export function listFunctionUrlConfigs(
  parts: LambdaParts,
): Operation<ListFunctionUrlConfigsCommandInput, ListFunctionUrlConfigsResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const { key } = resolveTarget({ FunctionName: input.FunctionName }, context, 'ListFunctionUrlConfigs');
    if (!parts.repository.find(key)) throw resourceNotFound('Function does not exist');
    const size = pageSize(input.MaxItems);
    // The marker is the id of the last one: the function's own URL has no alias to go on after.
    const after = decodeMarker(input.Marker);
    const all = parts.repository.urls.list(key);
    const start = after === '' ? 0 : all.findIndex((url) => url.urlId === after) + 1;
    const page = all.slice(start, start + size);
    const last = page.at(-1);
    return {
      FunctionUrlConfigs: page.map((url) => toUrlConfig(url, context.baseUrl)),
      ...(start + size < all.length && last && { NextMarker: encodeMarker(last.urlId) }),
    };
  };
}
