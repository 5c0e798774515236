import type { DeleteAliasCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { aliasNameConstraints } from '../rules/version-constraints.ts';

/** A success also when there is no such alias [rec]. */
export function deleteAlias(parts: LambdaParts): Operation<DeleteAliasCommandInput, object> {
  return (input, context) => {
    assertConstraints(aliasNameConstraints, input);
    const { key } = resolveTarget({ FunctionName: input.FunctionName }, context, 'DeleteAlias');
    parts.repository.transaction(() => {
      parts.provisioned.remove(key, input.Name ?? '');
      parts.repository.aliases.remove(key, input.Name ?? '');
      parts.repository.options.removeVersion(key, input.Name ?? '');
      parts.repository.policies.remove(key, input.Name ?? '');
    });
    return {};
  };
}
