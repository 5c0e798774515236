import type {
  GetLayerVersionPolicyCommandInput,
  GetLayerVersionPolicyResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noPolicy } from '../errors.ts';
import { ownLayerVersion } from '../layer-access.ts';
import type { LambdaParts } from '../parts.ts';
import { policyDocument } from '../policy-statements.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerNameConstraints } from '../rules/layer-constraints.ts';

export function getLayerVersionPolicy(
  parts: LambdaParts,
): Operation<GetLayerVersionPolicyCommandInput, GetLayerVersionPolicyResponse> {
  return (input, context) => {
    assertConstraints(layerNameConstraints, input);
    const layer = ownLayerVersion(parts.repository, input, context, 'GetLayerVersionPolicy');
    if (layer.statements.length === 0) throw noPolicy();
    return {
      Policy: policyDocument(layer.statements),
      ...(layer.policyRevisionId !== undefined && { RevisionId: layer.policyRevisionId }),
    };
  };
}
