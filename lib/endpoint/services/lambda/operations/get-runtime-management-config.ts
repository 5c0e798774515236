import type {
  GetRuntimeManagementConfigCommandInput,
  GetRuntimeManagementConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { resolveManagedVersion, toRuntimeManagement } from '../runtime-management.ts';

export function getRuntimeManagementConfig(
  parts: LambdaParts,
): Operation<GetRuntimeManagementConfigCommandInput, GetRuntimeManagementConfigResponse> {
  return (input, context) => {
    const { key, version } = resolveManagedVersion(parts, input, context, 'GetRuntimeManagementConfig');
    return toRuntimeManagement(key, version, parts.repository.options.find(key, version, 'runtime'));
  };
}
