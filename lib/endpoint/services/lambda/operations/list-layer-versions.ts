import type { ListLayerVersionsCommandInput, ListLayerVersionsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { accessDenied } from '../errors.ts';
import { layerArn, resolveLayer } from '../layer-names.ts';
import { toLayerItem } from '../layers.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerFilterConstraints, layerNameConstraints } from '../rules/layer-constraints.ts';

/** Newest first; a layer that does not exist has none. */
export function listLayerVersions(
  parts: LambdaParts,
): Operation<ListLayerVersionsCommandInput, ListLayerVersionsResponse> {
  return (input, context) => {
    assertConstraints([...layerNameConstraints, ...layerFilterConstraints], input);
    const key = resolveLayer(input.LayerName ?? '', context);
    if (key.accountId !== context.accountId) {
      throw accessDenied(context.accountId, 'ListLayerVersions', layerArn(key));
    }
    const size = pageSize(input.MaxItems);
    const before = Number(decodeMarker(input.Marker)) || Number.MAX_SAFE_INTEGER;
    const filter = { runtime: input.CompatibleRuntime, architecture: input.CompatibleArchitecture };
    const found = parts.repository.layers.pageOfVersions(key, before, filter, size + 1);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      LayerVersions: page.map(toLayerItem),
      ...(found.length > size && last && { NextMarker: encodeMarker(String(last.version)) }),
    };
  };
}
