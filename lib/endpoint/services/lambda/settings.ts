import { randomUUID } from 'node:crypto';
import type {
  CreateFunctionCommandInput,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { invalidParameterValue } from './errors.ts';
import type { FunctionSettings, LayerReference, LoggingSettings } from './records.ts';
import { managedDefaults } from './rules/managed.ts';

type Shared = Omit<CreateFunctionCommandInput, 'Code' | 'FunctionName' | 'Role'> & {
  Role?: string | undefined;
};

/** Settings of a new function: what was sent over AWS's defaults (1.3). Runtime, handler and role have been checked. */
export function createSettings(
  input: CreateFunctionCommandInput,
  name: string,
  layers: readonly LayerReference[],
): FunctionSettings {
  const logGroup = `/aws/lambda/${name}`;
  const defaults: FunctionSettings = {
    generation: '',
    runtime: '',
    handler: '',
    role: '',
    description: '',
    timeoutSeconds: 3,
    memoryMb: 128,
    ephemeralStorageMb: 512,
    architectures: input.Architectures ?? ['x86_64'],
    tracingMode: 'PassThrough',
    snapStartApplyOn: 'None',
    logging: { format: 'Text', logGroup },
    ...managedDefaults(input, logGroup),
    ...(input.TenancyConfig && { tenantIsolation: 'PER_TENANT' }),
  };
  return mergeSettings(defaults, input, layers);
}

/** `layers` are those of the input, found. Only members that were sent change; a map or list replaces the whole of the old one (1.6). */
export function mergeSettings(
  previous: FunctionSettings,
  input: Shared | UpdateFunctionConfigurationCommandInput,
  layers: readonly LayerReference[],
): FunctionSettings {
  return {
    ...previous,
    generation: randomUUID(),
    runtime: input.Runtime ?? previous.runtime,
    handler: input.Handler ?? previous.handler,
    role: input.Role ?? previous.role,
    description: input.Description ?? previous.description,
    timeoutSeconds: input.Timeout ?? previous.timeoutSeconds,
    memoryMb: input.MemorySize ?? previous.memoryMb,
    ephemeralStorageMb: input.EphemeralStorage?.Size ?? previous.ephemeralStorageMb,
    variables: input.Environment ? { ...input.Environment.Variables } : previous.variables,
    sealedVariables: input.Environment ? undefined : previous.sealedVariables,
    tracingMode: input.TracingConfig?.Mode ?? previous.tracingMode,
    snapStartApplyOn: input.SnapStart?.ApplyOn ?? previous.snapStartApplyOn,
    logging: mergeLogging(previous.logging, input.LoggingConfig),
    // An empty text clears these two.
    deadLetterTargetArn: (input.DeadLetterConfig?.TargetArn ?? previous.deadLetterTargetArn) || undefined,
    kmsKeyArn: (input.KMSKeyArn ?? previous.kmsKeyArn) || undefined,
    layers: input.Layers === undefined ? previous.layers : nonEmpty(layers),
  };
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function mergeLogging(
  previous: LoggingSettings,
  input: CreateFunctionCommandInput['LoggingConfig'],
): LoggingSettings {
  if (!input) return previous;
  const format = input.LogFormat ?? previous.format;
  const logGroup = input.LogGroup ?? previous.logGroup;
  if (format === 'Text') {
    if (input.ApplicationLogLevel !== undefined || input.SystemLogLevel !== undefined) {
      throw invalidParameterValue(
        'LogLevel is not supported when LogFormat is set to "Text". Remove LogLevel from your request or change the LogFormat to "JSON" and try again.',
      );
    }
    return { format, logGroup };
  }
  return {
    format,
    logGroup,
    applicationLevel: input.ApplicationLogLevel ?? previous.applicationLevel ?? 'INFO',
    systemLevel: input.SystemLogLevel ?? previous.systemLevel ?? 'INFO',
  };
}
