import type {
  DescribeMountTargetSecurityGroupsRequest,
  DescribeMountTargetSecurityGroupsResponse,
} from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

export function describeMountTargetSecurityGroups(
  parts: EfsParts,
): Operation<Given<DescribeMountTargetSecurityGroupsRequest>, DescribeMountTargetSecurityGroupsResponse> {
  return (input, context) => ({
    SecurityGroups: [...findOrThrow(parts, context, 'mount-target', input.MountTargetId).groupIds],
  });
}
