import type { GetLayerVersionCommandInput, GetLayerVersionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resolveLayer } from '../layer-names.ts';
import { readLayerVersion } from '../layer-access.ts';
import { toLayerVersion } from '../layers.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerNameConstraints } from '../rules/layer-constraints.ts';

export function getLayerVersion(
  parts: LambdaParts,
): Operation<GetLayerVersionCommandInput, GetLayerVersionResponse> {
  return (input, context) => {
    assertConstraints(layerNameConstraints, input);
    const key = resolveLayer(input.LayerName ?? '', context);
    const layer = readLayerVersion(parts.repository, key, input.VersionNumber ?? 0, context.accountId);
    return toLayerVersion(layer, parts, context);
  };
}
