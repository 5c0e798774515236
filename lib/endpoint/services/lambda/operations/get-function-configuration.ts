import type { FunctionConfiguration, GetFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toConfiguration } from '../configuration.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function getFunctionConfiguration(
  parts: LambdaParts,
): Operation<GetFunctionConfigurationCommandInput, FunctionConfiguration> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunctionConfiguration');
    return toConfiguration(parts, findFunctionOrThrow(parts.repository, target), target.qualifier);
  };
}
