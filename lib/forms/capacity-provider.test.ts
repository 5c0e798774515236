import { expect, it } from 'vitest';
import {
  createProviderSchema,
  newProvider,
  providerChangeTexts,
  providerToCreate,
  providerToUpdate,
} from './capacity-provider';

const least = {
  ...newProvider,
  name: 'fleet',
  subnets: 'subnet-1\n subnet-2 \n',
  securityGroups: 'sg-1',
  role: ' arn:role ',
};

it('leaves what stands at the default to AWS', () => {
  expect(providerToCreate(least)).toEqual({
    CapacityProviderName: 'fleet',
    VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
    PermissionsConfig: { CapacityProviderOperatorRoleArn: 'arn:role' },
    InstanceRequirements: { Architectures: ['x86_64'] },
    CapacityProviderScalingConfig: { MaxVCpuCount: 400, ScalingMode: 'Auto' },
  });
});

it('sends one list of instance types, the one that was chosen', () => {
  const instanceTypes = 'm7i.large\nc7i.*';
  const listed = ['m7i.large', 'c7i.*'];
  expect(providerToCreate({ ...least, instanceTypes }).InstanceRequirements).toEqual({
    Architectures: ['x86_64'],
  });
  expect(
    providerToCreate({ ...least, instanceTypes, instanceRule: 'allowed' }).InstanceRequirements,
  ).toMatchObject({ AllowedInstanceTypes: listed });
  expect(
    providerToCreate({ ...least, instanceTypes, instanceRule: 'excluded' }).InstanceRequirements,
  ).toMatchObject({ ExcludedInstanceTypes: listed });
});

it('fills the form of changes with what it sends', () => {
  const values = {
    maxVCpus: '16',
    scalingMode: 'Manual',
    targetCpu: '55.5',
    propagate: 'Explicit',
    propagatedTags: 'team=orders',
    logGroup: '/fleet',
    logLevel: 'WARN',
  };
  const sent = providerToUpdate('fleet', values);
  expect(sent.CapacityProviderScalingConfig?.ScalingPolicies).toEqual([
    { PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization', TargetValue: 55.5 },
  ]);
  const { CapacityProviderName: _, ...document } = sent;
  expect(providerChangeTexts(document)).toEqual(values);
});

it('sends no target where the scaling is automatic, and turns propagation off', () => {
  const { CapacityProviderScalingConfig, PropagateTags, TelemetryConfig } = providerToUpdate('fleet', {
    ...least,
    targetCpu: '50',
    propagatedTags: 'a=b',
  });
  expect(CapacityProviderScalingConfig).toEqual({ MaxVCpuCount: 400, ScalingMode: 'Auto' });
  expect(PropagateTags).toEqual({ Mode: 'None' });
  expect(TelemetryConfig).toEqual({ LoggingConfig: {} });
});

it('takes no ARN for a name', () => {
  const place = { connectionId: 'local', region: 'us-east-1' };
  const parsed = (name: string) => createProviderSchema.safeParse({ place, values: { ...least, name } });
  expect(parsed('fleet_1').success).toBe(true);
  expect(parsed('arn:aws:lambda:us-east-1:000000000000:capacity-provider:fleet').success).toBe(false);
});
