import { createHash } from 'node:crypto';
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { functionArn, partitionOf } from './names.ts';
import { ServiceError } from '../../errors.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionRecord } from './records.ts';
import { managedOutput } from './rules/managed.ts';
import { openVariables } from './sealed-variables.ts';

/** `2025-11-26T10:00:00.123+0000`. */
export function formatModified(modifiedMs: number): string {
  return new Date(modifiedMs).toISOString().replace('Z', '+0000');
}

export function codeSha256(blob: string): string {
  return Buffer.from(blob, 'hex').toString('base64');
}

/** What lists show: no state, no update status, no runtime version (1.3) [rec]. */
export function toListedConfiguration(
  parts: Pick<LambdaParts, 'keys'>,
  record: FunctionRecord,
  qualifier?: string,
): FunctionConfiguration {
  const { settings } = record;
  const configuration: FunctionConfiguration = {
    FunctionName: record.name,
    FunctionArn: functionArn(record, qualifier),
    Runtime: settings.runtime as FunctionConfiguration['Runtime'],
    Role: settings.role,
    Handler: settings.handler,
    CodeSize: record.codeSize,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMb,
    LastModified: formatModified(record.modifiedMs),
    CodeSha256: codeSha256(record.codeBlob),
    Version: record.version,
    TracingConfig: { Mode: settings.tracingMode as 'PassThrough' },
    RevisionId: record.revisionId,
    PackageType: 'Zip',
    Architectures: [...settings.architectures] as FunctionConfiguration['Architectures'],
    EphemeralStorage: { Size: settings.ephemeralStorageMb },
    ...(!settings.capacityProvider && {
      SnapStart: { ApplyOn: settings.snapStartApplyOn as 'None', OptimizationStatus: toOptimization(record) },
    }),
    LoggingConfig: {
      LogFormat: settings.logging.format,
      ...(settings.logging.format === 'JSON' && {
        ApplicationLogLevel: settings.logging.applicationLevel as 'INFO',
        SystemLogLevel: settings.logging.systemLevel as 'INFO',
      }),
      LogGroup: settings.logging.logGroup,
    },
  };
  const environment = toEnvironment(parts, record);
  if (environment) configuration.Environment = environment;
  if (settings.vpc) {
    configuration.VpcConfig = {
      SubnetIds: [...settings.vpc.subnetIds],
      SecurityGroupIds: [...settings.vpc.groupIds],
      VpcId: settings.vpc.vpcId,
      Ipv6AllowedForDualStack: settings.vpc.allowsIpv6,
    };
  } else if (settings.hasDetachedVpc) {
    configuration.VpcConfig = {
      SubnetIds: [],
      SecurityGroupIds: [],
      VpcId: '',
      Ipv6AllowedForDualStack: false,
    };
  }
  if (settings.tenantIsolation)
    configuration.TenancyConfig = { TenantIsolationMode: settings.tenantIsolation };
  Object.assign(configuration, managedOutput(settings));
  if (settings.kmsKeyArn) configuration.KMSKeyArn = settings.kmsKeyArn;
  if (settings.fileSystems) {
    configuration.FileSystemConfigs = settings.fileSystems.map(({ arn, path }) => ({
      Arn: arn,
      LocalMountPath: path,
    }));
  }
  if (settings.layers) {
    configuration.Layers = settings.layers.map(({ arn, codeSize }) => ({ Arn: arn, CodeSize: codeSize }));
  }
  // Clearing the target shows the old one until the update has ended [rec].
  const target =
    settings.deadLetterTargetArn ??
    (record.state.kind === 'updating' ? record.state.running.settings.deadLetterTargetArn : undefined);
  if (target) configuration.DeadLetterConfig = { TargetArn: target };
  return configuration;
}

/** What creation, updates and Get* show. */
export function toConfiguration(
  parts: Pick<LambdaParts, 'keys'>,
  record: FunctionRecord,
  qualifier?: string,
): FunctionConfiguration {
  return {
    ...toListedConfiguration(parts, record, qualifier),
    ...toStates(record),
    RuntimeVersionConfig: { RuntimeVersionArn: runtimeVersionArn(record) },
  };
}

/** Variables that cannot be decrypted are told by why. */
function toEnvironment(
  parts: Pick<LambdaParts, 'keys'>,
  record: FunctionRecord,
): FunctionConfiguration['Environment'] {
  try {
    const variables = openVariables(parts, record, record.settings);
    return variables && { Variables: { ...variables } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { Error: { ErrorCode: error.code, Message: error.message } };
  }
}

/** How ready a version is, as every operation says it. */
export function toStates(record: FunctionRecord): FunctionConfiguration {
  switch (record.state.kind) {
    case 'pending':
      return { State: 'Pending', StateReason: 'The function is being created.', StateReasonCode: 'Creating' };
    case 'failed':
      return {
        State: 'Failed',
        StateReason: record.state.reason,
        StateReasonCode: record.state.reasonCode as FunctionConfiguration['StateReasonCode'],
      };
    case 'updating':
      return {
        State: activeState(record),
        LastUpdateStatus: 'InProgress',
        LastUpdateStatusReason: 'The function is being created.',
        LastUpdateStatusReasonCode: 'Creating' as FunctionConfiguration['LastUpdateStatusReasonCode'],
      };
    case 'active':
      return { State: activeState(record), LastUpdateStatus: 'Successful' };
  }
}

/** On a capacity provider published versions alone can be called. */
function activeState({ settings, version }: FunctionRecord): 'Active' | 'ActiveNonInvocable' {
  return settings.capacityProvider && version === '$LATEST' ? 'ActiveNonInvocable' : 'Active';
}

/** On for published versions alone, once they are ready. */
function toOptimization(record: FunctionRecord): 'On' | 'Off' {
  const isOptimized =
    record.settings.snapStartApplyOn === 'PublishedVersions' &&
    record.version !== '$LATEST' &&
    record.state.kind === 'active';
  return isOptimized ? 'On' : 'Off';
}

/** AWS's digest is of its own image; ours stands for the runtime's name, since the interpreter is the machine's. */
function runtimeVersionArn(record: FunctionRecord): string {
  const digest = createHash('sha256').update(record.settings.runtime).digest('hex');
  return `arn:${partitionOf(record.region)}:lambda:${record.region}::runtime:${digest}`;
}
