import type { GetAliasCommandInput, AliasConfiguration } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findAliasOrThrow, toAliasConfiguration } from '../aliases.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { aliasNameConstraints } from '../rules/version-constraints.ts';

export function getAlias(parts: LambdaParts): Operation<GetAliasCommandInput, AliasConfiguration> {
  return (input, context) => {
    assertConstraints(aliasNameConstraints, input);
    const { key } = resolveTarget({ FunctionName: input.FunctionName }, context, 'GetAlias');
    return toAliasConfiguration(findAliasOrThrow(parts.repository, key, input.Name ?? ''));
  };
}
