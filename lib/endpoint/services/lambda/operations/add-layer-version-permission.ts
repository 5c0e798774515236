import { randomUUID } from 'node:crypto';
import type {
  AddLayerVersionPermissionCommandInput,
  AddLayerVersionPermissionResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { statementExists } from '../errors.ts';
import { assertLayerPolicyRevision, ownLayerVersion } from '../layer-access.ts';
import { layerArn } from '../layer-names.ts';
import { partitionOf } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { awsPrincipal, type PolicyStatement } from '../policy-statements.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { layerPermissionConstraints } from '../rules/layer-constraints.ts';

export function addLayerVersionPermission(
  parts: LambdaParts,
): Operation<AddLayerVersionPermissionCommandInput, AddLayerVersionPermissionResponse> {
  return (input, context) => {
    assertConstraints(layerPermissionConstraints, input);
    return parts.repository.transaction(() => {
      const layer = ownLayerVersion(parts.repository, input, context, 'AddLayerVersionPermission');
      const sid = input.StatementId ?? '';
      if (layer.statements.some((statement) => statement.Sid === sid)) throw statementExists(sid);
      assertLayerPolicyRevision(layer, input.RevisionId);
      const statement: PolicyStatement = {
        Sid: sid,
        Effect: 'Allow',
        Principal: awsPrincipal(input.Principal ?? '', partitionOf(layer.region)),
        Action: input.Action ?? '',
        Resource: layerArn(layer, layer.version),
        ...(input.OrganizationId !== undefined && {
          Condition: { StringEquals: { 'aws:PrincipalOrgID': input.OrganizationId } },
        }),
      };
      const revisionId = randomUUID();
      parts.repository.layers.setPolicy(layer, [...layer.statements, statement], revisionId);
      return { Statement: JSON.stringify(statement), RevisionId: revisionId };
    });
  };
}
