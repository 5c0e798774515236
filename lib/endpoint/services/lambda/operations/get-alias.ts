import type { GetAliasCommandInput, AliasConfiguration } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceNotFound } from '../errors.ts';
import { functionArn, resolveTarget } from '../names.ts';

/** Aliases cannot be made yet, so none is found. */
export function getAlias(): Operation<GetAliasCommandInput, AliasConfiguration> {
  return (input, context) => {
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'GetAlias');
    throw resourceNotFound(`Cannot find alias arn: ${functionArn(target.key, input.Name ?? '')}`);
  };
}
