import type {
  CreateFunctionCommandInput,
  FunctionConfiguration,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { invalidParameterValue, unsupported } from '../errors.ts';
import type { FunctionSettings } from '../records.ts';
import { length, pattern, range, type ConstraintRow } from './constraints.ts';
import { capacityProviderPattern, kmsKeyPattern } from './patterns.ts';

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
    check: pattern(capacityProviderPattern),
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
const retentionDaysDefault = 14;
const durableRuntimes = /^(nodejs|python|java)/;

/** What creation alone decides. AWS's words are unconfirmed throughout. */
export function assertManagedCreation(input: CreateFunctionCommandInput): void {
  if (input.CapacityProviderConfig) {
    if (!instances(input)?.CapacityProviderArn)
      throw invalidParameterValue('CapacityProviderConfig needs the ARN of a capacity provider.');
    if (input.VpcConfig?.SubnetIds?.length)
      throw invalidParameterValue(
        'VpcConfig is not supported for functions on a capacity provider, whose network is the provider’s.',
      );
    assertNotManaged(input, 'TenancyConfig', input.TenancyConfig !== undefined);
  }
  if (!input.DurableConfig) return;
  if (input.DurableConfig.ExecutionTimeout === undefined)
    throw invalidParameterValue('ExecutionTimeout is mandatory in DurableConfig.');
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
  settings: Held & Pick<FunctionSettings, 'memoryMb' | 'snapStartApplyOn'>,
) {
  if (!settings.capacityProvider) return;
  if (settings.memoryMb < managedMemoryMbMin)
    throw invalidParameterValue(
      `MemorySize must be at least ${managedMemoryMbMin} for functions on a capacity provider.`,
    );
  if (settings.snapStartApplyOn !== 'None')
    throw invalidParameterValue('SnapStart is not supported for functions on a capacity provider.');
}

export function managedOutput({ capacityProvider, durable }: Held): Partial<FunctionConfiguration> {
  return {
    ...(capacityProvider && {
      CapacityProviderConfig: {
        LambdaManagedInstancesCapacityProviderConfig: {
          CapacityProviderArn: capacityProvider.arn,
          PerExecutionEnvironmentMaxConcurrency: capacityProvider.concurrencyMax,
          ExecutionEnvironmentMemoryGiBPerVCpu: capacityProvider.memoryGiBPerVCpu,
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
