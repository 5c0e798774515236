import { randomUUID } from 'node:crypto';
import type { AliasConfiguration, UpdateAliasCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertRoute, toAliasConfiguration } from '../aliases.ts';
import { preconditionFailed, resourceNotFound } from '../errors.ts';
import { functionArn, resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import type { AliasRecord } from '../records.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { aliasConstraints } from '../rules/version-constraints.ts';

/** Only members that were sent change. */
export function updateAlias(parts: LambdaParts): Operation<UpdateAliasCommandInput, AliasConfiguration> {
  return (input, context) => {
    assertConstraints(aliasConstraints, input);
    const { key } = resolveTarget({ FunctionName: input.FunctionName }, context, 'UpdateAlias');
    const name = input.Name ?? '';
    const updated = parts.repository.transaction(() => {
      const before = parts.repository.aliases.find(key, name);
      if (!before) throw resourceNotFound(`Alias not found: ${functionArn(key, name)}`);
      if (input.RevisionId !== undefined && input.RevisionId !== before.revisionId)
        throw preconditionFailed();
      const after: AliasRecord = {
        ...before,
        version: input.FunctionVersion ?? before.version,
        description: input.Description ?? before.description,
        weights: input.RoutingConfig?.AdditionalVersionWeights ?? before.weights,
        revisionId: randomUUID(),
      };
      assertRoute(parts.repository, key, after.version, after.weights);
      parts.provisioned.move(key, name, after.version);
      parts.repository.aliases.update(after);
      return after;
    });
    return toAliasConfiguration(updated);
  };
}
