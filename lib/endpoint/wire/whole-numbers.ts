import type { Member, Shape } from './aws-schema.ts';
import { typeMismatch } from './serialization-error.ts';

/**
 * Members of inputs that AWS's models have as float or double (botocore 1.43.11, 2026-11-28). The SDK's schemas say
 * "number" of these and of integers alike.
 */
export const FRACTIONAL_MEMBERS: readonly string[] = [
  'AliasRoutingConfiguration.AdditionalVersionWeights',
  'CanarySettings.percentTraffic',
  'ClientData.UploadSize',
  'CreateFileSystemRequest.ProvisionedThroughputInMibps',
  'DeploymentCanarySettings.percentTraffic',
  'FleetLaunchTemplateOverridesRequest.Priority',
  'FleetLaunchTemplateOverridesRequest.WeightedCapacity',
  'LambdaManagedInstancesCapacityProviderConfig.ExecutionEnvironmentMemoryGiBPerVCpu',
  'LaunchTemplateOverrides.Priority',
  'LaunchTemplateOverrides.WeightedCapacity',
  'MemoryGiBPerVCpu.Max',
  'MemoryGiBPerVCpu.Min',
  'MemoryGiBPerVCpuRequest.Max',
  'MemoryGiBPerVCpuRequest.Min',
  'MetricDatum.Counts',
  'MetricDatum.Value',
  'MetricDatum.Values',
  'MetricTransformation.defaultValue',
  'NetworkBandwidthGbps.Max',
  'NetworkBandwidthGbps.Min',
  'NetworkBandwidthGbpsRequest.Max',
  'NetworkBandwidthGbpsRequest.Min',
  'PriceScheduleSpecification.Price',
  'ProbabilisticRuleValueUpdate.DesiredSamplingPercentage',
  'PutMetricAlarmInput.Threshold',
  'ReservationFleetInstanceSpecification.Weight',
  'ReservedInstanceLimitPrice.Amount',
  'RouteSettings.ThrottlingRateLimit',
  'SamplingRateBoost.MaxRate',
  'SamplingRule.FixedRate',
  'SamplingRuleUpdate.FixedRate',
  'SamplingStrategy.Value',
  'ServerlessV2ScalingConfiguration.MaxCapacity',
  'ServerlessV2ScalingConfiguration.MinCapacity',
  'SpotFleetLaunchSpecification.WeightedCapacity',
  'SpotFleetRequestConfigData.FulfilledCapacity',
  'SpotFleetRequestConfigData.OnDemandFulfilledCapacity',
  'StatisticSet.Maximum',
  'StatisticSet.Minimum',
  'StatisticSet.SampleCount',
  'StatisticSet.Sum',
  'TargetTrackingScalingPolicy.TargetValue',
  'ThrottleSettings.rateLimit',
  'TotalLocalStorageGB.Max',
  'TotalLocalStorageGB.Min',
  'TotalLocalStorageGBRequest.Max',
  'TotalLocalStorageGBRequest.Min',
  'UpdateFileSystemRequest.ProvisionedThroughputInMibps',
];

const fractional = new Set(FRACTIONAL_MEMBERS);
const counting = new Map<Shape, readonly Member[]>();

/** Members with an integer anywhere below them. */
function membersWithIntegers(shape: Shape): readonly Member[] {
  const known = counting.get(shape);
  if (known) return known;
  // A recursive shape has none because of itself.
  counting.set(shape, []);
  const members = shape.members.filter(
    (member) => !fractional.has(`${shape.name}.${member.name}`) && hasIntegers(member.shape),
  );
  counting.set(shape, members);
  return members;
}

function hasIntegers(shape: Shape): boolean {
  if (shape.kind === 'number') return true;
  if (shape.kind === 'list' || shape.kind === 'map') return hasIntegers(shape.element.shape);
  return membersWithIntegers(shape).length > 0;
}

/** Refuses a fraction where AWS's model has an integer. Throws a SerializationException that names the path. */
export function assertWholeNumbers(shape: Shape, value: unknown, path: readonly string[] = []): void {
  if (shape.kind === 'number') {
    if (typeof value === 'number' && !Number.isInteger(value))
      throw typeMismatch('NUMBER_VALUE', 'an Integer', path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (shape.kind === 'list' || shape.kind === 'map') {
    if (!hasIntegers(shape.element.shape)) return;
    for (const [key, item] of Object.entries(value))
      assertWholeNumbers(shape.element.shape, item, [...path, key]);
    return;
  }
  for (const member of membersWithIntegers(shape))
    assertWholeNumbers(member.shape, (value as Readonly<Record<string, unknown>>)[member.name], [
      ...path,
      member.name,
    ]);
}
