import type {
  GetFunctionCodeSigningConfigCommandInput,
  GetFunctionCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** Of a function without one AWS answers an empty document [rec]. */
export function getFunctionCodeSigningConfig(
  parts: LambdaParts,
): Operation<GetFunctionCodeSigningConfigCommandInput, Partial<GetFunctionCodeSigningConfigResponse>> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunctionCodeSigningConfig');
    const record = findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    const arn = parts.repository.options.find(record, '', 'codeSigning');
    return arn === undefined ? {} : { CodeSigningConfigArn: arn, FunctionName: record.name };
  };
}
