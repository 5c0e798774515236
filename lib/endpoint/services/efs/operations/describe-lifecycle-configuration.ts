import type {
  DescribeLifecycleConfigurationRequest,
  LifecycleConfigurationDescription,
} from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

/** None has any. */
export function describeLifecycleConfiguration(
  parts: EfsParts,
): Operation<Given<DescribeLifecycleConfigurationRequest>, LifecycleConfigurationDescription> {
  return (input, context) => {
    findOrThrow(parts, context, 'file-system', input.FileSystemId);
    return { LifecyclePolicies: [] };
  };
}
