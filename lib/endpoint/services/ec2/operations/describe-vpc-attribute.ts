import type { DescribeVpcAttributeRequest, DescribeVpcAttributeResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import type { Ec2Parts } from '../parts.ts';

/** As AWS has them for a new VPC: names for hosts only in the default one. */
export function describeVpcAttribute(
  parts: Ec2Parts,
): Operation<Given<DescribeVpcAttributeRequest>, DescribeVpcAttributeResult> {
  return (input, context) => {
    const vpc = findOrThrow(parts, context, 'vpc', input.VpcId);
    switch (input.Attribute) {
      case 'enableDnsSupport':
        return { VpcId: vpc.id, EnableDnsSupport: { Value: true } };
      case 'enableDnsHostnames':
        return { VpcId: vpc.id, EnableDnsHostnames: { Value: vpc.isDefault } };
      case 'enableNetworkAddressUsageMetrics':
        return { VpcId: vpc.id, EnableNetworkAddressUsageMetrics: { Value: false } };
    }
  };
}
