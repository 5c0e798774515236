import type {
  PutRuntimeManagementConfigCommandInput,
  PutRuntimeManagementConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';
import type { RuntimeManagement } from '../repository-options.ts';
import { assertConstraints, length, oneOf, pattern, type ConstraintRow } from '../rules/constraints.ts';
import { runtimeVersionPattern } from '../rules/patterns.ts';
import { resolveManagedVersion, toRuntimeManagement } from '../runtime-management.ts';

const constraints: readonly ConstraintRow<PutRuntimeManagementConfigCommandInput>[] = [
  {
    path: 'updateRuntimeOn',
    read: (input) => input.UpdateRuntimeOn,
    check: oneOf(['Auto', 'Manual', 'FunctionUpdate']),
  },
  { path: 'runtimeVersionArn', read: (input) => input.RuntimeVersionArn, check: length(26, 2048) },
  {
    path: 'runtimeVersionArn',
    read: (input) => input.RuntimeVersionArn,
    check: pattern(runtimeVersionPattern),
  },
];

/** Kept and shown; interpreters are the machine's, whatever is asked for. */
export function putRuntimeManagementConfig(
  parts: LambdaParts,
): Operation<PutRuntimeManagementConfigCommandInput, PutRuntimeManagementConfigResponse> {
  return (input, context) => {
    assertConstraints(constraints, input);
    const { key, version } = resolveManagedVersion(parts, input, context, 'PutRuntimeManagementConfig');
    const updateOn = input.UpdateRuntimeOn ?? 'Auto';
    const versionArn = input.RuntimeVersionArn;
    // The texts of these two are unconfirmed.
    if (updateOn === 'Manual' && versionArn === undefined) {
      throw invalidParameterValue('RuntimeVersionArn is required when UpdateRuntimeOn is Manual.');
    }
    if (updateOn !== 'Manual' && versionArn !== undefined) {
      throw invalidParameterValue('RuntimeVersionArn can be given only when UpdateRuntimeOn is Manual.');
    }
    const management: RuntimeManagement = { updateOn, ...(versionArn !== undefined && { versionArn }) };
    parts.repository.options.put(key, version, 'runtime', management);
    return toRuntimeManagement(key, version, management);
  };
}
