import type { DeleteVpcRequest } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { dependencyViolation } from '../errors.ts';
import { findOrThrow } from '../finding.ts';
import type { Ec2Parts } from '../parts.ts';

/** With its default group; everything else must be gone. */
export function deleteVpc(parts: Ec2Parts): Operation<Given<DeleteVpcRequest>, undefined> {
  return (input, context) => {
    const { repository } = parts;
    const { id } = findOrThrow(parts, context, 'vpc', input.VpcId);
    const groups = repository.listInVpc(context, 'group', id);
    const hasDependents =
      repository.listInVpc(context, 'subnet', id).length > 0 ||
      repository.listInVpc(context, 'endpoint', id).length > 0 ||
      groups.some(({ name }) => name !== 'default');
    if (hasDependents) throw dependencyViolation(`The vpc '${id}' has dependencies and cannot be deleted.`);
    for (const group of groups) repository.remove(context, 'group', group.id);
    repository.remove(context, 'vpc', id);
    return undefined;
  };
}
