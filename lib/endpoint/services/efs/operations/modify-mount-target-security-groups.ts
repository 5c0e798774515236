import type { ModifyMountTargetSecurityGroupsRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import { groupsOrThrow } from '../networks.ts';
import type { EfsParts } from '../parts.ts';

export function modifyMountTargetSecurityGroups(
  parts: EfsParts,
): Operation<Given<ModifyMountTargetSecurityGroupsRequest>, undefined> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const before = findOrThrow(parts, context, 'mount-target', input.MountTargetId);
      const groupIds = groupsOrThrow(parts, context, input.SecurityGroups, before.vpcId);
      parts.networks.changeInterface(context, before.interfaceId, groupIds);
      parts.repository.put('mount-target', { ...before, groupIds });
      return undefined;
    });
}
