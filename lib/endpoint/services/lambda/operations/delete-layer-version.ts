import type { DeleteLayerVersionCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { accessDenied } from '../errors.ts';
import { layerArn, resolveLayer } from '../layer-names.ts';
import { assertLayerVersionNumber } from '../layer-access.ts';
import { sweepLayers } from '../layers.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerNameConstraints } from '../rules/layer-constraints.ts';

/** Always a success; functions that have the version keep it [rec]. */
export function deleteLayerVersion(parts: LambdaParts): Operation<DeleteLayerVersionCommandInput, object> {
  return (input, context) => {
    assertConstraints(layerNameConstraints, input);
    const key = resolveLayer(input.LayerName ?? '', context);
    const version = input.VersionNumber ?? 0;
    assertLayerVersionNumber(version);
    if (key.accountId !== context.accountId) {
      throw accessDenied(context.accountId, 'DeleteLayerVersion', layerArn(key, version));
    }
    parts.repository.layers.remove(key, version);
    sweepLayers(parts.repository, parts.code);
    return {};
  };
}
