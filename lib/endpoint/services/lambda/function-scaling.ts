import type { RequestContext } from '../service.ts';
import { invalidParameterValue } from './errors.ts';
import { findFunctionOrThrow } from './function-access.ts';
import { resolveTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionRecord } from './records.ts';

/** The version that a scaling configuration belongs to: one on a capacity provider. AWS's texts are unconfirmed. */
export function findScaledOrThrow(
  parts: LambdaParts,
  input: { readonly FunctionName: string; readonly Qualifier: string },
  context: RequestContext,
  operation: string,
): FunctionRecord {
  const record = findFunctionOrThrow(parts.repository, resolveTarget(input, context, operation));
  if (!record.settings.capacityProvider)
    throw invalidParameterValue("FunctionScalingConfig isn't supported for Lambda Default functions.");
  if (record.version === '$LATEST')
    throw invalidParameterValue('FunctionScalingConfig belongs to published versions. Specify one of them.');
  return record;
}
