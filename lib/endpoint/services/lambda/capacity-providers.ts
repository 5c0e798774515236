import type {
  CapacityProvider,
  CreateCapacityProviderRequest,
  CreateFunctionCommandInput,
} from '@aws-sdk/client-lambda';
import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { formatModified } from './configuration.ts';
import { invalidParameterValue, resourceNotFound } from './errors.ts';
import { partitionOf } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionRecord } from './records.ts';
import type { ResourceKey, ResourceRecord } from './repository-resources.ts';
import { assertConstraints, length, oneOf, pattern, range, type ConstraintRow } from './rules/constraints.ts';
import { capacityProviderPattern, kmsKeyPattern, rolePattern } from './rules/patterns.ts';

export const capacityProviderKind = 'capacity-provider';

/** What a provider was created with, in the members of the request. */
export type ProviderSettings = Omit<CreateCapacityProviderRequest, 'CapacityProviderName' | 'Tags'>;
export type ProviderRecord = ResourceRecord<ProviderSettings>;

type Place = Pick<RequestContext, 'accountId' | 'region'>;

const nameConstraints: readonly ConstraintRow<string>[] = [
  { path: 'capacityProviderName', read: (name) => name, check: length(1, 140) },
  { path: 'capacityProviderName', read: (name) => name, check: pattern(capacityProviderPattern) },
];

export const providerConstraints: readonly ConstraintRow<Partial<ProviderSettings>>[] = [
  { path: 'vpcConfig.subnetIds', read: (input) => input.VpcConfig?.SubnetIds, check: length(1, 16) },
  {
    path: 'vpcConfig.securityGroupIds',
    read: (input) => input.VpcConfig?.SecurityGroupIds,
    check: length(0, 5),
  },
  {
    path: 'permissionsConfig.capacityProviderOperatorRoleArn',
    read: (input) => input.PermissionsConfig?.CapacityProviderOperatorRoleArn,
    check: pattern(rolePattern),
  },
  {
    path: 'capacityProviderScalingConfig.maxVCpuCount',
    read: (input) => input.CapacityProviderScalingConfig?.MaxVCpuCount,
    check: range(2, 15_000),
  },
  {
    path: 'capacityProviderScalingConfig.scalingMode',
    read: (input) => input.CapacityProviderScalingConfig?.ScalingMode,
    check: oneOf(['Auto', 'Manual']),
  },
  {
    path: 'capacityProviderScalingConfig.scalingPolicies',
    read: (input) => input.CapacityProviderScalingConfig?.ScalingPolicies,
    check: length(1, 10),
  },
  { path: 'kmsKeyArn', read: (input) => input.KmsKeyArn, check: pattern(kmsKeyPattern) },
];

export function providerArn({ accountId, region, name }: ResourceKey): string {
  return `arn:${partitionOf(region)}:lambda:${region}:${accountId}:${capacityProviderKind}:${name}`;
}

/** The key of a name or ARN; of another place there is no provider. */
export function providerKey(nameOrArn: string, { accountId, region }: Place): ResourceKey {
  assertConstraints(nameConstraints, nameOrArn);
  const parsed = parseArn(nameOrArn);
  if (!parsed) return { accountId, region, name: nameOrArn };
  if (parsed.account !== accountId || parsed.region !== region)
    throw resourceNotFound(`Capacity provider not found: ${nameOrArn}`);
  return { accountId, region, name: parsed.resource.slice(capacityProviderKind.length + 1) };
}

export function findProviderOrThrow(
  { repository }: Pick<LambdaParts, 'repository'>,
  nameOrArn: string,
  place: Place,
): ProviderRecord {
  const key = providerKey(nameOrArn, place);
  const found = repository.resources.find<ProviderSettings>(capacityProviderKind, key);
  if (!found) throw resourceNotFound(`Capacity provider not found: ${providerArn(key)}`);
  return found;
}

type Managed = Pick<CreateFunctionCommandInput, 'CapacityProviderConfig'>;

/** The ARN of the provider that an input names; undefined where it names none. It must exist. */
export function findProviderArn(parts: LambdaParts, input: Managed, place: Place): string | undefined {
  const named =
    input.CapacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig?.CapacityProviderArn;
  return named === undefined ? undefined : providerArn(findProviderOrThrow(parts, named, place));
}

/** Keeps which provider the working copy of a function is on, so that the provider's users are found by it. */
export function keepProvider({ repository }: Pick<LambdaParts, 'repository'>, latest: FunctionRecord): void {
  const provider = latest.settings.capacityProvider;
  if (provider) repository.options.put(latest, '', 'capacityProvider', provider.arn);
}

const maxVCpuDefault = 400;

/** Settings of a new provider, with AWS's defaults. */
export function createProviderSettings(input: ProviderSettings): ProviderSettings {
  const { AllowedInstanceTypes: allowed, ExcludedInstanceTypes: excluded } = input.InstanceRequirements ?? {};
  if (allowed?.length && excluded?.length) {
    throw invalidParameterValue('Specify either AllowedInstanceTypes or ExcludedInstanceTypes, not both.');
  }
  const { VpcConfig, PermissionsConfig, InstanceRequirements, KmsKeyArn, PropagateTags, TelemetryConfig } =
    input;
  return {
    VpcConfig,
    PermissionsConfig,
    InstanceRequirements: { Architectures: ['x86_64'], ...InstanceRequirements },
    CapacityProviderScalingConfig: {
      MaxVCpuCount: maxVCpuDefault,
      ScalingMode: 'Auto',
      ...input.CapacityProviderScalingConfig,
    },
    ...(KmsKeyArn && { KmsKeyArn }),
    ...(PropagateTags && { PropagateTags }),
    ...(TelemetryConfig && { TelemetryConfig }),
  };
}

export function providerOutput(
  record: ProviderRecord,
  state: 'Pending' | 'Active' | 'Deleting' = 'Active',
): CapacityProvider {
  return {
    CapacityProviderArn: providerArn(record),
    State: state,
    ...record.document,
    LastModified: formatModified(record.modifiedMs),
  };
}
