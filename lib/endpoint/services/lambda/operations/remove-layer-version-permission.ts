import { randomUUID } from 'node:crypto';
import type { RemoveLayerVersionPermissionCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noPolicy, statementNotFound } from '../errors.ts';
import { assertLayerPolicyRevision, ownLayerVersion } from '../layer-access.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerPermissionConstraints } from '../rules/layer-constraints.ts';

export function removeLayerVersionPermission(
  parts: LambdaParts,
): Operation<RemoveLayerVersionPermissionCommandInput, object> {
  return (input, context) => {
    assertConstraints(layerPermissionConstraints, input);
    return parts.repository.transaction(() => {
      const layer = ownLayerVersion(parts.repository, input, context, 'RemoveLayerVersionPermission');
      if (layer.statements.length === 0) throw noPolicy();
      assertLayerPolicyRevision(layer, input.RevisionId);
      const left = layer.statements.filter((statement) => statement.Sid !== input.StatementId);
      if (left.length === layer.statements.length) throw statementNotFound(input.StatementId ?? '');
      parts.repository.layers.setPolicy(layer, left, randomUUID());
      return {};
    });
  };
}
