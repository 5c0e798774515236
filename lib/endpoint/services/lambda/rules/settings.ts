import type {
  CreateFunctionCommandInput,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { invalidParameterValue, unsupported } from '../errors.ts';
import { assertVariables } from './environment.ts';
import { assertMemory } from './limits.ts';

type Input = CreateFunctionCommandInput | UpdateFunctionConfigurationCommandInput;

/** The checks behind the model's constraints, in the order in which this endpoint makes them. */
export function assertSettings(input: Input): void {
  assertSupported(input);
  assertMemory(input.MemorySize);
  assertVariables(input.Environment?.Variables);
  assertNetwork(input);
}

/** What this endpoint would have to ignore it refuses. */
function assertSupported(input: Input): void {
  const refused: [unknown, string][] = [
    [
      input.ImageConfig,
      'ImageConfig is not implemented: this endpoint runs no container images. Leave it out.',
    ],
    [
      input.CapacityProviderConfig,
      'CapacityProviderConfig is not implemented: no instances are started here, and functions run as ordinary ones. Leave it out.',
    ],
    [
      input.DurableConfig,
      'DurableConfig is not implemented: nothing here runs a durable execution from checkpoint to checkpoint. Leave it out.',
    ],
    [
      'TenancyConfig' in input ? input.TenancyConfig : undefined,
      'TenancyConfig is not implemented. Leave it out.',
    ],
    [input.VpcConfig?.Ipv6AllowedForDualStack || undefined, 'VpcConfig is not implemented. Leave it out.'],
  ];
  for (const [value, message] of refused) if (value !== undefined) throw unsupported(message);
}

/** No subnet, security group or file system exists here: the same answers as for unknown ones on AWS. */
function assertNetwork(input: Input): void {
  const [subnet] = input.VpcConfig?.SubnetIds ?? [];
  if (subnet !== undefined) {
    throw invalidParameterValue(
      `Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID '${subnet}' does not exist`,
    );
  }
  const [group] = input.VpcConfig?.SecurityGroupIds ?? [];
  if (group !== undefined) {
    throw invalidParameterValue(
      `Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group '${group}' does not exist`,
    );
  }
  const [fileSystem] = input.FileSystemConfigs ?? [];
  if (fileSystem !== undefined) {
    throw invalidParameterValue(
      `Function must be configured to execute in a VPC to reference access point ${fileSystem.Arn}`,
    );
  }
}
