import type { DeleteSubnetRequest } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { dependencyViolation } from '../errors.ts';
import { findOrThrow } from '../finding.ts';
import type { Ec2Parts } from '../parts.ts';

export function deleteSubnet(parts: Ec2Parts): Operation<Given<DeleteSubnetRequest>, undefined> {
  return (input, context) => {
    const { id, vpcId } = findOrThrow(parts, context, 'subnet', input.SubnetId);
    const isUsed = parts.repository
      .listInVpc(context, 'interface', vpcId)
      .some(({ subnetId }) => subnetId === id);
    if (isUsed) throw dependencyViolation(`The subnet '${id}' has dependencies and cannot be deleted.`);
    parts.repository.remove(context, 'subnet', id);
    return undefined;
  };
}
