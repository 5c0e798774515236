import type { ModifyVpcEndpointRequest, ModifyVpcEndpointResult } from '@aws-sdk/client-ec2';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import type { Ec2Parts } from '../parts.ts';
import { readPolicy } from '../rules/policy.ts';

/** The policy and private DNS alone; another place in the network is another endpoint. */
export function modifyVpcEndpoint(
  parts: Ec2Parts,
): Operation<Given<ModifyVpcEndpointRequest>, ModifyVpcEndpointResult> {
  return (input, context) => {
    const moved = [
      input.AddSubnetIds,
      input.RemoveSubnetIds,
      input.AddSecurityGroupIds,
      input.RemoveSecurityGroupIds,
      input.AddRouteTableIds,
      input.RemoveRouteTableIds,
      input.SubnetConfigurations,
    ];
    if (moved.some((list) => (list ?? []).length > 0) || input.IpAddressType || input.DnsOptions)
      throw notImplemented("Changing a VPC endpoint's subnets, groups and addresses");
    const before = findOrThrow(parts, context, 'endpoint', input.VpcEndpointId);
    const isPolicySent = input.ResetPolicy === true || input.PolicyDocument !== undefined;
    parts.repository.put('endpoint', {
      ...before,
      hasPrivateDns: input.PrivateDnsEnabled ?? before.hasPrivateDns,
      policyDocument: isPolicySent
        ? readPolicy(input.ResetPolicy ? undefined : input.PolicyDocument)
        : before.policyDocument,
    });
    return { Return: true };
  };
}
