import type { GetFunctionScalingConfigRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** Belongs to functions on a capacity provider, and here all are the ordinary ones. AWS's text is unconfirmed. */
export function getFunctionScalingConfig(
  parts: LambdaParts,
): Operation<Given<GetFunctionScalingConfigRequest>, never> {
  return (input, context) => {
    findFunctionOrThrow(parts.repository, resolveTarget(input, context, 'GetFunctionScalingConfig'));
    throw invalidParameterValue("FunctionScalingConfig isn't supported for Lambda Default functions.");
  };
}
