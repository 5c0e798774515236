import type { DeleteSecurityGroupRequest, DeleteSecurityGroupResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { conflict, dependencyViolation } from '../errors.ts';
import { findGroupOrThrow } from '../finding.ts';
import type { Ec2Parts } from '../parts.ts';

/** Neither the default group nor one that an interface or another group's rule names. */
export function deleteSecurityGroup(
  parts: Ec2Parts,
): Operation<Given<DeleteSecurityGroupRequest>, DeleteSecurityGroupResult> {
  return (input, context) => {
    const { repository } = parts;
    const { id, name, vpcId } = findGroupOrThrow(parts, context, input);
    if (name === 'default')
      throw conflict(
        'CannotDelete',
        `the specified group: "${id}" name: "default" cannot be deleted by a user`,
      );
    const isUsed =
      repository.listInVpc(context, 'interface', vpcId).some(({ groupIds }) => groupIds.includes(id)) ||
      repository
        .listInVpc(context, 'group', vpcId)
        .some(
          (other) =>
            other.id !== id && other.rules.some(({ peer }) => peer.kind === 'group' && peer.groupId === id),
        );
    if (isUsed) throw dependencyViolation(`resource ${id} has a dependent object`);
    repository.remove(context, 'group', id);
    return { Return: true, GroupId: id };
  };
}
