import type { ListLayersCommandInput, ListLayersResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { layerArn } from '../layer-names.ts';
import { toLayerItem } from '../layers.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerFilterConstraints } from '../rules/layer-constraints.ts';

/** By name, each with its newest version that matches the filters. */
export function listLayers(parts: LambdaParts): Operation<ListLayersCommandInput, ListLayersResponse> {
  return (input, context) => {
    assertConstraints(layerFilterConstraints, input);
    const size = pageSize(input.MaxItems);
    const found = parts.repository.layers.pageOfLayers(
      context.accountId,
      context.region,
      decodeMarker(input.Marker),
      { runtime: input.CompatibleRuntime, architecture: input.CompatibleArchitecture },
      size + 1,
    );
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      Layers: page.map((layer) => ({
        LayerName: layer.layer,
        LayerArn: layerArn(layer),
        LatestMatchingVersion: toLayerItem(layer),
      })),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.layer) }),
    };
  };
}
