import type {
  ApplicationLogLevel,
  FunctionConfiguration,
  LogFormat,
  SystemLogLevel,
  TracingMode,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

/** Sections of the function's configuration that are lists of plain fields. */
export const plainSections = [
  'monitoring',
  'vpc',
  'file-systems',
  'durable-execution',
  'capacity-provider',
] as const;
export type PlainSection = (typeof plainSections)[number];

export type MonitoringField = 'logFormat' | 'applicationLevel' | 'systemLevel' | 'logGroup' | 'tracing';
export type VpcField = 'vpc' | 'subnets' | 'securityGroups' | 'ipv6';
export type FileSystemField = 'accessPoint' | 'mountPath';
export type DurableField = 'executionTimeout' | 'retentionDays' | 'durableKey';
export type CapacityField = 'capacityProvider' | 'memoryPerVCpu' | 'environmentConcurrency';

/** Values are texts as a form sends them: a ticked box is `on`, several choices are lines. */
export interface SectionTexts {
  readonly monitoring: Readonly<Record<MonitoringField, string>>;
  readonly vpc: Readonly<Record<VpcField, string>>;
  readonly 'file-systems': Readonly<Record<FileSystemField, string>>;
  /** All empty where the function is not durable. */
  readonly 'durable-execution': Readonly<Record<DurableField, string>>;
  /** All empty where the function is an ordinary one. */
  readonly 'capacity-provider': Readonly<Record<CapacityField, string>>;
}

const text = z.string().max(10_000);
const base = { place: placeSchema, functionName: functionNameSchema, revisionId: revisionIdSchema };

export const updateSectionSchema = z.discriminatedUnion('section', [
  z.object({
    ...base,
    section: z.literal('monitoring'),
    values: z.object({
      logFormat: text,
      applicationLevel: text,
      systemLevel: text,
      logGroup: text,
      tracing: text,
    }),
  }),
  z.object({
    ...base,
    section: z.literal('vpc'),
    values: z.object({ vpc: text, subnets: text, securityGroups: text, ipv6: text }),
  }),
  z.object({
    ...base,
    section: z.literal('file-systems'),
    values: z.object({ accessPoint: text, mountPath: text }),
  }),
  z.object({
    ...base,
    section: z.literal('durable-execution'),
    values: z.object({ executionTimeout: text, retentionDays: text, durableKey: text }),
  }),
  z.object({
    ...base,
    section: z.literal('capacity-provider'),
    values: z.object({ capacityProvider: text, memoryPerVCpu: text, environmentConcurrency: text }),
  }),
]);

export type SectionChange = z.output<typeof updateSectionSchema>;

const instances = 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig';

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const sectionMemberFields: Readonly<Record<string, string>> = {
  'loggingConfig.logFormat': 'logFormat',
  'loggingConfig.applicationLogLevel': 'applicationLevel',
  'loggingConfig.systemLogLevel': 'systemLevel',
  'loggingConfig.logGroup': 'logGroup',
  'vpcConfig.subnetIds': 'subnets',
  'vpcConfig.securityGroupIds': 'securityGroups',
  'fileSystemConfigs.arn': 'accessPoint',
  'fileSystemConfigs.localMountPath': 'mountPath',
  fileSystemConfigs: 'accessPoint',
  'durableConfig.executionTimeout': 'executionTimeout',
  'durableConfig.retentionPeriodInDays': 'retentionDays',
  'durableConfig.kMSKeyArn': 'durableKey',
  [`${instances}.capacityProviderArn`]: 'capacityProvider',
  [`${instances}.executionEnvironmentMemoryGiBPerVCpu`]: 'memoryPerVCpu',
  [`${instances}.perExecutionEnvironmentMaxConcurrency`]: 'environmentConcurrency',
};

const lines = (value: string) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Nothing where nothing was typed: AWS keeps its own value then. */
const numberOf = (value: string) => (value.trim() === '' ? undefined : Number(value));

/** Reads a section from AWS's answer; AWS's own defaults where the answer leaves a member out. */
export const sectionFromOutput: {
  readonly [Section in PlainSection]: (output: FunctionConfiguration) => SectionTexts[Section];
} = {
  monitoring: ({ LoggingConfig, TracingConfig, FunctionName }) => ({
    logFormat: LoggingConfig?.LogFormat ?? 'Text',
    applicationLevel: LoggingConfig?.ApplicationLogLevel ?? 'INFO',
    systemLevel: LoggingConfig?.SystemLogLevel ?? 'INFO',
    logGroup: LoggingConfig?.LogGroup ?? `/aws/lambda/${FunctionName ?? ''}`,
    tracing: TracingConfig?.Mode === 'Active' ? 'on' : '',
  }),
  vpc: ({ VpcConfig }) => ({
    vpc: VpcConfig?.VpcId ?? '',
    subnets: (VpcConfig?.SubnetIds ?? []).join('\n'),
    securityGroups: (VpcConfig?.SecurityGroupIds ?? []).join('\n'),
    ipv6: VpcConfig?.Ipv6AllowedForDualStack ? 'on' : '',
  }),
  'file-systems': ({ FileSystemConfigs }) => ({
    accessPoint: FileSystemConfigs?.[0]?.Arn ?? '',
    mountPath: FileSystemConfigs?.[0]?.LocalMountPath ?? '/mnt/',
  }),
  'durable-execution': ({ DurableConfig }) => ({
    executionTimeout: String(DurableConfig?.ExecutionTimeout ?? ''),
    retentionDays: String(DurableConfig?.RetentionPeriodInDays ?? ''),
    durableKey: DurableConfig?.KMSKeyArn ?? '',
  }),
  'capacity-provider': ({ CapacityProviderConfig }) => {
    const config = CapacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig;
    return {
      capacityProvider: config?.CapacityProviderArn ?? '',
      memoryPerVCpu: String(config?.ExecutionEnvironmentMemoryGiBPerVCpu ?? ''),
      environmentConcurrency: String(config?.PerExecutionEnvironmentMaxConcurrency ?? ''),
    };
  },
};

/** The whole section; empty lists take a VPC or a file system away. Levels belong to JSON alone. */
export function sectionToInput(change: SectionChange): UpdateFunctionConfigurationCommandInput {
  const { functionName, revisionId } = change;
  const named = { FunctionName: functionName, ...(revisionId !== undefined && { RevisionId: revisionId }) };
  switch (change.section) {
    case 'monitoring': {
      const { logFormat, applicationLevel, systemLevel, logGroup, tracing } = change.values;
      return {
        ...named,
        LoggingConfig: {
          LogFormat: logFormat as LogFormat,
          LogGroup: logGroup.trim() || `/aws/lambda/${functionName}`,
          ...(logFormat === 'JSON' && {
            ApplicationLogLevel: applicationLevel as ApplicationLogLevel,
            SystemLogLevel: systemLevel as SystemLogLevel,
          }),
        },
        TracingConfig: { Mode: (tracing === 'on' ? 'Active' : 'PassThrough') satisfies TracingMode },
      };
    }
    case 'vpc': {
      const { subnets, securityGroups, ipv6 } = change.values;
      const SubnetIds = lines(subnets);
      return {
        ...named,
        VpcConfig: {
          SubnetIds,
          SecurityGroupIds: lines(securityGroups),
          ...(SubnetIds.length > 0 && { Ipv6AllowedForDualStack: ipv6 === 'on' }),
        },
      };
    }
    case 'file-systems': {
      const { accessPoint, mountPath } = change.values;
      const Arn = accessPoint.trim();
      return {
        ...named,
        FileSystemConfigs: Arn === '' ? [] : [{ Arn, LocalMountPath: mountPath.trim() }],
      };
    }
    case 'durable-execution': {
      const { executionTimeout, retentionDays, durableKey } = change.values;
      return {
        ...named,
        DurableConfig: {
          ExecutionTimeout: numberOf(executionTimeout),
          RetentionPeriodInDays: numberOf(retentionDays),
          KMSKeyArn: durableKey.trim(),
        },
      };
    }
    case 'capacity-provider': {
      const { capacityProvider, memoryPerVCpu, environmentConcurrency } = change.values;
      return {
        ...named,
        CapacityProviderConfig: {
          LambdaManagedInstancesCapacityProviderConfig: {
            CapacityProviderArn: capacityProvider.trim(),
            ExecutionEnvironmentMemoryGiBPerVCpu: numberOf(memoryPerVCpu),
            PerExecutionEnvironmentMaxConcurrency: numberOf(environmentConcurrency),
          },
        },
      };
    }
  }
}
