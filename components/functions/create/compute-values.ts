/** What the form holds of where and how a function runs; numbers as they are typed. */
export interface ComputeValues {
  /** `managed`: on instances of a capacity provider. */
  readonly type: 'lambda' | 'managed';
  /** ARN. */
  readonly provider: string;
  readonly memoryMb: string;
  readonly memoryPerVCpu: string;
  readonly isDurable: boolean;
  readonly executionTimeout: string;
  readonly retentionDays: string;
}

export const plainCompute: ComputeValues = {
  type: 'lambda',
  provider: '',
  memoryMb: '2048',
  memoryPerVCpu: '2',
  isDurable: false,
  executionTimeout: '3600',
  retentionDays: '14',
};

/** The parts of an action's input that are chosen; nothing of what is not. */
export function computeInput(values: ComputeValues) {
  const { type, provider, memoryMb, memoryPerVCpu, isDurable, executionTimeout, retentionDays } = values;
  return {
    managed:
      type === 'managed'
        ? { provider, memoryMb: Number(memoryMb), memoryPerVCpu: Number(memoryPerVCpu) }
        : undefined,
    durable: isDurable
      ? { executionTimeout: Number(executionTimeout), retentionDays: Number(retentionDays) }
      : undefined,
  };
}

/** The same as flags of `aws lambda create-function`. */
export function computeFlags(values: ComputeValues) {
  const { managed, durable } = computeInput(values);
  return {
    'memory-size': managed?.memoryMb,
    'capacity-provider-config': managed && {
      LambdaManagedInstancesCapacityProviderConfig: {
        CapacityProviderArn: managed.provider,
        ExecutionEnvironmentMemoryGiBPerVCpu: managed.memoryPerVCpu,
      },
    },
    publish: managed !== undefined,
    'durable-config': durable && {
      ExecutionTimeout: durable.executionTimeout,
      RetentionPeriodInDays: durable.retentionDays,
    },
  };
}
