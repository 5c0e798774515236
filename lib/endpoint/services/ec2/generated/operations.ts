// Written by lib/tools/generate-operations.ts; do not edit.
import { authorizeSecurityGroupEgress } from '../operations/authorize-security-group-egress.ts';
import { authorizeSecurityGroupIngress } from '../operations/authorize-security-group-ingress.ts';
import { createDefaultVpc } from '../operations/create-default-vpc.ts';
import { createSecurityGroup } from '../operations/create-security-group.ts';
import { createSubnet } from '../operations/create-subnet.ts';
import { createTags } from '../operations/create-tags.ts';
import { createVpcEndpoint } from '../operations/create-vpc-endpoint.ts';
import { createVpc } from '../operations/create-vpc.ts';
import { deleteSecurityGroup } from '../operations/delete-security-group.ts';
import { deleteSubnet } from '../operations/delete-subnet.ts';
import { deleteTags } from '../operations/delete-tags.ts';
import { deleteVpcEndpoints } from '../operations/delete-vpc-endpoints.ts';
import { deleteVpc } from '../operations/delete-vpc.ts';
import { describeAvailabilityZones } from '../operations/describe-availability-zones.ts';
import { describeNetworkInterfaces } from '../operations/describe-network-interfaces.ts';
import { describeSecurityGroupRules } from '../operations/describe-security-group-rules.ts';
import { describeSecurityGroups } from '../operations/describe-security-groups.ts';
import { describeSubnets } from '../operations/describe-subnets.ts';
import { describeVpcAttribute } from '../operations/describe-vpc-attribute.ts';
import { describeVpcEndpoints } from '../operations/describe-vpc-endpoints.ts';
import { describeVpcs } from '../operations/describe-vpcs.ts';
import { modifyVpcEndpoint } from '../operations/modify-vpc-endpoint.ts';
import { revokeSecurityGroupEgress } from '../operations/revoke-security-group-egress.ts';
import { revokeSecurityGroupIngress } from '../operations/revoke-security-group-ingress.ts';

export const operations = {
  AuthorizeSecurityGroupEgress: authorizeSecurityGroupEgress,
  AuthorizeSecurityGroupIngress: authorizeSecurityGroupIngress,
  CreateDefaultVpc: createDefaultVpc,
  CreateSecurityGroup: createSecurityGroup,
  CreateSubnet: createSubnet,
  CreateTags: createTags,
  CreateVpcEndpoint: createVpcEndpoint,
  CreateVpc: createVpc,
  DeleteSecurityGroup: deleteSecurityGroup,
  DeleteSubnet: deleteSubnet,
  DeleteTags: deleteTags,
  DeleteVpcEndpoints: deleteVpcEndpoints,
  DeleteVpc: deleteVpc,
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
  DescribeSecurityGroupRules: describeSecurityGroupRules,
  DescribeSecurityGroups: describeSecurityGroups,
  DescribeSubnets: describeSubnets,
  DescribeVpcAttribute: describeVpcAttribute,
  DescribeVpcEndpoints: describeVpcEndpoints,
  DescribeVpcs: describeVpcs,
  ModifyVpcEndpoint: modifyVpcEndpoint,
  RevokeSecurityGroupEgress: revokeSecurityGroupEgress,
  RevokeSecurityGroupIngress: revokeSecurityGroupIngress,
};
