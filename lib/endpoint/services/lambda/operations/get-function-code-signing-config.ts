import type {
  GetFunctionCodeSigningConfigCommandInput,
  GetFunctionCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** No function has one; AWS then answers an empty document [rec]. */
export function getFunctionCodeSigningConfig(
  parts: LambdaParts,
): Operation<GetFunctionCodeSigningConfigCommandInput, Partial<GetFunctionCodeSigningConfigResponse>> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunctionCodeSigningConfig');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    return {};
  };
}
