import type { GetLayerVersionByArnCommandInput, GetLayerVersionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';
import { parseLayerVersionArn } from '../layer-names.ts';
import { readLayerVersion } from '../layer-access.ts';
import { toLayerVersion } from '../layers.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerVersionArnConstraints } from '../rules/layer-constraints.ts';

export function getLayerVersionByArn(
  parts: LambdaParts,
): Operation<GetLayerVersionByArnCommandInput, GetLayerVersionResponse> {
  return (input, context) => {
    assertConstraints(layerVersionArnConstraints, input);
    const parsed = parseLayerVersionArn(input.Arn ?? '');
    if (!parsed || parsed.key.region !== context.region) throw noSuchResource();
    const layer = readLayerVersion(parts.repository, parsed.key, parsed.version, context.accountId);
    return toLayerVersion(layer, parts, context);
  };
}
