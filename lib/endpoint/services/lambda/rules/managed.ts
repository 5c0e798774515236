import type {
  CreateFunctionCommandInput,
  FunctionConfiguration,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { featureOfOtherRuntimes, invalidParameterValue, noPublishedVersion, unsupported } from '../errors.ts';
import type { FunctionRecord, FunctionSettings, LoggingSettings } from '../records.ts';
import { length, pattern, range, type ConstraintRow } from './constraints.ts';
import { capacityProviderArnPattern, kmsKeyPattern } from './patterns.ts';

// Functions on capacity providers and durable functions: their control plane is kept, and no call of them is run.

type Input = CreateFunctionCommandInput | UpdateFunctionConfigurationCommandInput;
type Held = Pick<FunctionSettings, 'capacityProvider' | 'durable'>;

const instances = (input: Input) =>
  input.CapacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig;

export const managedConstraints: readonly ConstraintRow<Input>[] = [
  {
    path: 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig.capacityProviderArn',
    read: (input) => instances(input)?.CapacityProviderArn,
    check: length(1, 140),
  },
  {
    path: 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig.capacityProviderArn',
    read: (input) => instances(input)?.CapacityProviderArn,
    check: pattern(capacityProviderArnPattern),
  },
  {
    path: 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig.perExecutionEnvironmentMaxConcurrency',
    read: (input) => instances(input)?.PerExecutionEnvironmentMaxConcurrency,
    check: range(1, 1600),
  },
  {
    path: 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig.executionEnvironmentMemoryGiBPerVCpu',
    read: (input) => instances(input)?.ExecutionEnvironmentMemoryGiBPerVCpu,
    check: range(2, 8),
  },
  {
    path: 'durableConfig.executionTimeout',
    read: (input) => input.DurableConfig?.ExecutionTimeout,
    check: range(1, 31_622_400),
  },
  {
    path: 'durableConfig.retentionPeriodInDays',
    read: (input) => input.DurableConfig?.RetentionPeriodInDays,
    check: range(1, 90),
  },
  // An empty text clears it.
  {
    path: 'durableConfig.kMSKeyArn',
    read: (input) => input.DurableConfig?.KMSKeyArn || undefined,
    check: pattern(kmsKeyPattern),
  },
];

const managedMemoryMbMin = 2048;
const memoryGiBPerVCpuDefault = 2;
const retentionDaysDefault = 14;
const durableRuntimes = /^(nodejs|python|java)/;
const managedRuntimes =
  /^(nodejs(2[2-9]|[3-9]\d)\.x|python3\.(1[3-9]|[2-9]\d)|java(2[1-9]|[3-9]\d)|dotnet([89]|\d\d)|provided\.al2023)$/;

/** Requests at one time for each vCPU as documented; what other runtimes begin with is unconfirmed, and not shown. */
const concurrencyDefaults: readonly (readonly [start: string, max: number])[] = [
  ['python', 16],
  ['nodejs', 64],
  ['dotnet', 32],
];

/** What a function on a capacity provider begins with: two GiB, and logs in JSON, the only format it has. */
export function managedDefaults(
  input: CreateFunctionCommandInput,
  logGroup: string,
): { memoryMb: number; logging: LoggingSettings } | undefined {
  if (!input.CapacityProviderConfig) return undefined;
  return {
    memoryMb: managedMemoryMbMin,
    logging: { format: 'JSON', logGroup, applicationLevel: 'INFO', systemLevel: 'INFO' },
  };
}

/** What creation alone decides. The words about the runtime, the logs and the timeout are those of public reports; others are unconfirmed. */
export function assertManagedCreation(input: CreateFunctionCommandInput): void {
  if (input.CapacityProviderConfig) {
    if (!managedRuntimes.test(input.Runtime ?? ''))
      throw featureOfOtherRuntimes(input.Runtime ?? '', 'Lambda Managed Instances');
    if (input.VpcConfig?.SubnetIds?.length)
      throw invalidParameterValue(
        'VpcConfig is not supported for functions on a capacity provider, whose network is the provider’s.',
      );
    assertNotManaged(input, 'TenancyConfig', input.TenancyConfig !== undefined);
  }
  if (!input.DurableConfig) return;
  if (input.DurableConfig.ExecutionTimeout === undefined)
    throw invalidParameterValue(
      'You cannot create a function with a durable configuration without an executionTimeout',
    );
  if (!durableRuntimes.test(input.Runtime ?? ''))
    throw invalidParameterValue(`${input.Runtime ?? ''} is not supported for durable functions.`);
}

function assertNotManaged(input: Input, what: string, isThere: boolean): void {
  if (isThere && input.CapacityProviderConfig)
    throw invalidParameterValue(`${what} is not supported for functions on a capacity provider.`);
}

/** The members of the settings that an input changes, over what was there; `arn` is that of the provider, found. */
export function managedSettings(input: Input, previous: Held, arn: string | undefined): Held {
  const sent = instances(input);
  const capacityProvider =
    sent && arn !== undefined
      ? {
          arn,
          concurrencyMax: sent.PerExecutionEnvironmentMaxConcurrency,
          memoryGiBPerVCpu: sent.ExecutionEnvironmentMemoryGiBPerVCpu,
        }
      : previous.capacityProvider;
  const config = input.DurableConfig;
  const durable = config
    ? {
        timeoutSeconds: config.ExecutionTimeout ?? previous.durable?.timeoutSeconds ?? 1,
        retentionDays:
          config.RetentionPeriodInDays ?? previous.durable?.retentionDays ?? retentionDaysDefault,
        kmsKeyArn: (config.KMSKeyArn ?? previous.durable?.kmsKeyArn) || undefined,
      }
    : previous.durable;
  return { ...(capacityProvider && { capacityProvider }), ...(durable && { durable }) };
}

/** Neither kind can be chosen later [0.1.83, unconfirmed; AWS's words for the second are unconfirmed, too]. */
export function assertManagedUpdate(input: UpdateFunctionConfigurationCommandInput, before: Held): void {
  if (input.CapacityProviderConfig && !before.capacityProvider)
    throw invalidParameterValue("CapacityProviderConfig isn't supported for Lambda Default functions.");
  if (input.DurableConfig && !before.durable)
    throw invalidParameterValue('DurableConfig can only be set when the function is created.');
}

/** Checked on the whole, for an update may bring one half of it. */
export function assertManagedSettings(
  settings: Held & Pick<FunctionSettings, 'logging' | 'memoryMb' | 'snapStartApplyOn'>,
) {
  if (!settings.capacityProvider) return;
  if (settings.logging.format === 'Text')
    throw invalidParameterValue(
      'LogLevel is not supported when LogFormat is set to "Text". Remove LogLevel from your request or change the LogFormat to "JSON" and try again.',
    );
  if (settings.memoryMb < managedMemoryMbMin)
    throw invalidParameterValue(
      `MemorySize must be at least ${managedMemoryMbMin} for functions on a capacity provider.`,
    );
  if (settings.snapStartApplyOn !== 'None')
    throw invalidParameterValue('SnapStart is not supported for functions on a capacity provider.');
}

export function managedOutput({
  capacityProvider,
  durable,
  runtime,
}: Held & Pick<FunctionSettings, 'runtime'>): Partial<FunctionConfiguration> {
  return {
    ...(capacityProvider && {
      CapacityProviderConfig: {
        LambdaManagedInstancesCapacityProviderConfig: {
          CapacityProviderArn: capacityProvider.arn,
          PerExecutionEnvironmentMaxConcurrency:
            capacityProvider.concurrencyMax ??
            concurrencyDefaults.find(([start]) => runtime.startsWith(start))?.[1],
          ExecutionEnvironmentMemoryGiBPerVCpu: capacityProvider.memoryGiBPerVCpu ?? memoryGiBPerVCpuDefault,
        },
      },
    }),
    ...(durable && {
      DurableConfig: {
        ExecutionTimeout: durable.timeoutSeconds,
        RetentionPeriodInDays: durable.retentionDays,
        ...(durable.kmsKeyArn && { KMSKeyArn: durable.kmsKeyArn }),
      },
    }),
  };
}

/** Why no call of a function can be run here; undefined for ordinary ones. */
export function reasonNotRun({ capacityProvider, durable }: Held): string | undefined {
  if (capacityProvider)
    return 'The function is on a capacity provider, and this endpoint starts no instances: its settings are kept, and it is not run here. Create it without a capacity provider to run it here';
  return durable
    ? 'The function is durable, and this endpoint runs nothing from checkpoint to checkpoint: its settings are kept, and it is not run here. Create it without durable execution to run it here'
    : undefined;
}

/** Refuses what would run, or keep ready, a function that is not run here. */
export function assertRunHere(settings: Held): void {
  const reason = reasonNotRun(settings);
  if (reason !== undefined) throw unsupported(`Not implemented: ${reason}.`);
}

/** The calls that AWS refuses of both kinds, whatever could be run: those that name no published version. */
export function assertPublished(record: FunctionRecord, qualifier: string | undefined): void {
  if (record.settings.capacityProvider && record.version === '$LATEST') throw noPublishedVersion();
  if (record.settings.durable && qualifier === undefined)
    throw invalidParameterValue('You cannot invoke a durable function using an unqualified ARN.');
}
