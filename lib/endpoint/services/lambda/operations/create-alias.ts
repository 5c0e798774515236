import { randomUUID } from 'node:crypto';
import type { AliasConfiguration, CreateAliasCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertRoute, toAliasConfiguration } from '../aliases.ts';
import { resourceConflict } from '../errors.ts';
import { functionArn, resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import type { AliasRecord } from '../records.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { aliasConstraints } from '../rules/version-constraints.ts';

export function createAlias(parts: LambdaParts): Operation<CreateAliasCommandInput, AliasConfiguration> {
  return (input, context) => {
    assertConstraints(aliasConstraints, input);
    const { key } = resolveTarget({ FunctionName: input.FunctionName }, context, 'CreateAlias');
    const alias: AliasRecord = {
      ...key,
      alias: input.Name ?? '',
      version: input.FunctionVersion ?? '',
      description: input.Description ?? '',
      weights: input.RoutingConfig?.AdditionalVersionWeights ?? {},
      revisionId: randomUUID(),
    };
    parts.repository.transaction(() => {
      assertRoute(parts.repository, key, alias.version, alias.weights);
      if (parts.repository.aliases.find(key, alias.alias)) {
        throw resourceConflict(`Alias already exists: ${functionArn(key, alias.alias)}`);
      }
      parts.repository.aliases.insert(alias);
    });
    return toAliasConfiguration(alias);
  };
}
