import type {
  CapacityProvider,
  CreateCapacityProviderCommandInput,
  UpdateCapacityProviderCommandInput,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { linesOfTags, tagsOfLines } from '../domain/tag-lines';
import { placeSchema, revisionIdSchema } from './place';

/** What AWS lets be changed later: scaling, tags handed on, and logging. */
export type ProviderChangeField =
  'maxVCpus' | 'scalingMode' | 'targetCpu' | 'propagate' | 'propagatedTags' | 'logGroup' | 'logLevel';
export type ProviderField =
  | ProviderChangeField
  | 'name'
  | 'subnets'
  | 'securityGroups'
  | 'role'
  | 'architecture'
  | 'instanceRule'
  | 'instanceTypes'
  | 'kmsKey'
  | 'tags';
export type ProviderChangeTexts = Readonly<Record<ProviderChangeField, string>>;
export type ProviderTexts = Readonly<Record<ProviderField, string>>;

/** A new provider with AWS's defaults. */
export const newProvider: ProviderTexts = {
  name: '',
  subnets: '',
  securityGroups: '',
  role: '',
  architecture: 'x86_64',
  instanceRule: 'all',
  instanceTypes: '',
  maxVCpus: '400',
  scalingMode: 'Auto',
  targetCpu: '',
  kmsKey: '',
  propagate: 'None',
  propagatedTags: '',
  logGroup: '',
  logLevel: '',
  tags: '',
};

const text = z.string().max(20_000);
const changeable = {
  maxVCpus: text,
  scalingMode: z.enum(['Auto', 'Manual']),
  targetCpu: text,
  propagate: z.enum(['None', 'Explicit']),
  propagatedTags: text,
  logGroup: text,
  logLevel: z.enum(['', 'DEBUG', 'INFO', 'WARN']),
};
/** As it stands in our URLs: no ARN form. */
const name = z.string().regex(/^[a-zA-Z0-9-_]{1,140}$/, {
  message: 'A name has 1 to 140 letters, digits, hyphens or underscores.',
});

export const createProviderSchema = z.object({
  place: placeSchema,
  values: z.object({
    ...changeable,
    name,
    subnets: text,
    securityGroups: text,
    role: text,
    architecture: z.enum(['x86_64', 'arm64']),
    instanceRule: z.enum(['all', 'allowed', 'excluded']),
    instanceTypes: text,
    kmsKey: text,
    tags: text,
  }),
});

/** AWS keeps no revision of it: `revisionId` is ours, of what was read. */
export const updateProviderSchema = z.object({
  place: placeSchema,
  name,
  revisionId: revisionIdSchema,
  values: z.object(changeable),
});

export const deleteProviderSchema = z.object({ place: placeSchema, name });

export const providerMemberFields: Readonly<Record<string, string>> = {
  capacityProviderName: 'name',
  'vpcConfig.subnetIds': 'subnets',
  'vpcConfig.securityGroupIds': 'securityGroups',
  'permissionsConfig.capacityProviderOperatorRoleArn': 'role',
  'instanceRequirements.architectures': 'architecture',
  'instanceRequirements.allowedInstanceTypes': 'instanceTypes',
  'instanceRequirements.excludedInstanceTypes': 'instanceTypes',
  'capacityProviderScalingConfig.maxVCpuCount': 'maxVCpus',
  'capacityProviderScalingConfig.scalingMode': 'scalingMode',
  'capacityProviderScalingConfig.scalingPolicies': 'targetCpu',
  kmsKeyArn: 'kmsKey',
  'propagateTags.mode': 'propagate',
  'propagateTags.explicitTags': 'propagatedTags',
  'telemetryConfig.loggingConfig.logGroup': 'logGroup',
  'telemetryConfig.loggingConfig.systemLogLevel': 'logLevel',
  tags: 'tags',
};

const lines = (value: string) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const metric = 'LambdaCapacityProviderAverageCPUUtilization';

function scalingOf({ maxVCpus, scalingMode, targetCpu }: ProviderChangeTexts) {
  return {
    ...(maxVCpus.trim() && { MaxVCpuCount: Number(maxVCpus) }),
    ScalingMode: scalingMode as 'Auto' | 'Manual',
    ...(scalingMode === 'Manual' && {
      ScalingPolicies: [{ PredefinedMetricType: metric, TargetValue: Number(targetCpu) } as const],
    }),
  };
}

function propagationOf({ propagate, propagatedTags }: ProviderChangeTexts) {
  return propagate === 'Explicit'
    ? { Mode: 'Explicit' as const, ExplicitTags: tagsOfLines(propagatedTags) }
    : { Mode: 'None' as const };
}

function telemetryOf({ logGroup, logLevel }: ProviderChangeTexts) {
  return {
    LoggingConfig: {
      ...(logGroup.trim() && { LogGroup: logGroup.trim() }),
      ...(logLevel && { SystemLogLevel: logLevel as 'INFO' }),
    },
  };
}

function instancesOf({ architecture, instanceRule, instanceTypes }: ProviderTexts) {
  const types = lines(instanceTypes);
  return {
    Architectures: [architecture as 'x86_64' | 'arm64'],
    ...(instanceRule === 'allowed' && { AllowedInstanceTypes: types }),
    ...(instanceRule === 'excluded' && { ExcludedInstanceTypes: types }),
  };
}

/** Members that stand at AWS's default are left out, so that it stays AWS's. */
export function providerToCreate(values: ProviderTexts): CreateCapacityProviderCommandInput {
  const Tags = tagsOfLines(values.tags);
  const telemetry = telemetryOf(values);
  return {
    CapacityProviderName: values.name,
    VpcConfig: { SubnetIds: lines(values.subnets), SecurityGroupIds: lines(values.securityGroups) },
    PermissionsConfig: { CapacityProviderOperatorRoleArn: values.role.trim() },
    InstanceRequirements: instancesOf(values),
    CapacityProviderScalingConfig: scalingOf(values),
    ...(values.kmsKey.trim() && { KmsKeyArn: values.kmsKey.trim() }),
    ...(values.propagate === 'Explicit' && { PropagateTags: propagationOf(values) }),
    ...(Object.keys(telemetry.LoggingConfig).length > 0 && { TelemetryConfig: telemetry }),
    ...(Object.keys(Tags).length > 0 && { Tags }),
  };
}

/** The three parts that AWS takes changes of, as a whole each. */
export function providerToUpdate(
  providerName: string,
  values: ProviderChangeTexts,
): UpdateCapacityProviderCommandInput {
  return {
    CapacityProviderName: providerName,
    CapacityProviderScalingConfig: scalingOf(values),
    PropagateTags: propagationOf(values),
    TelemetryConfig: telemetryOf(values),
  };
}

/** What the form of changes is filled with. */
export function providerChangeTexts(provider: Partial<CapacityProvider>): ProviderChangeTexts {
  const scaling = provider.CapacityProviderScalingConfig;
  const mode = scaling?.ScalingMode ?? 'Auto';
  const logging = provider.TelemetryConfig?.LoggingConfig;
  return {
    maxVCpus: String(scaling?.MaxVCpuCount ?? ''),
    scalingMode: mode,
    targetCpu: mode === 'Manual' ? String(scaling?.ScalingPolicies?.[0]?.TargetValue ?? '') : '',
    propagate: provider.PropagateTags?.Mode ?? 'None',
    propagatedTags: linesOfTags(provider.PropagateTags?.ExplicitTags ?? {}),
    logGroup: logging?.LogGroup ?? '',
    logLevel: logging?.SystemLogLevel ?? '',
  };
}
