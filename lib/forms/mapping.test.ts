import { expect, it } from 'vitest';
import { triggerDefaults } from '@/lib/domain/trigger-fields';
import { changedMappingInput, mappingValues, newMappingInput } from './mapping';
import { addTriggerSchema } from './trigger';

const source = 'arn:aws:kinesis:us-east-1:000000000000:stream/orders';

it('takes away what is emptied, and sends nothing of it for a new mapping', () => {
  const values = { ...triggerDefaults, source, batchSize: '100' };
  const cleared = {
    MaximumBatchingWindowInSeconds: 0,
    MaximumRetryAttempts: -1,
    MaximumRecordAgeInSeconds: -1,
    ParallelizationFactor: 1,
    TumblingWindowInSeconds: 0,
  };
  expect(changedMappingInput('kinesis', 'id', values, {})).toMatchObject({ BatchSize: 100, ...cleared });
  const created = newMappingInput('kinesis', 'orders', values);
  for (const member of Object.keys(cleared)) expect(created).not.toHaveProperty(member);
});

it('ends provisioned pollers unless a maximum concurrency stands against it', () => {
  const values = { ...triggerDefaults, source, batchSize: '10' };
  expect(changedMappingInput('sqs', 'id', values, {}).ProvisionedPollerConfig).toEqual({});
  const limited = changedMappingInput('sqs', 'id', { ...values, maxConcurrency: '7' }, {});
  expect(limited).toMatchObject({ ScalingConfig: { MaximumConcurrency: 7 } });
  expect(limited).not.toHaveProperty('ProvisionedPollerConfig');
});

it('keeps the network and further ways in of a Kafka source', () => {
  const network = [
    { Type: 'VPC_SUBNET', URI: 'subnet:subnet-1' },
    { Type: 'VPC_SECURITY_GROUP', URI: 'security_group:sg-1' },
  ] as const;
  const found = {
    SourceAccessConfigurations: [...network, { Type: 'SASL_SCRAM_512_AUTH' as const, URI: 'arn:old' }],
  };
  const values = mappingValues(found);
  expect(values).toMatchObject({ authType: 'SASL_SCRAM_512_AUTH', secret: 'arn:old' });
  const changed = changedMappingInput('kafka', 'id', { ...values, secret: 'arn:new' }, found);
  expect(changed.SourceAccessConfigurations).toEqual([
    { Type: 'SASL_SCRAM_512_AUTH', URI: 'arn:new' },
    ...network,
  ]);
  const open = changedMappingInput('kafka', 'id', { ...values, authType: '' }, found);
  expect(open.SourceAccessConfigurations).toEqual(network);
});

it('refuses figures and times that cannot be read', () => {
  const problemsOf = (kind: string, values: object) => {
    const place = { connectionId: 'local', region: 'us-east-1' };
    const { error } = addTriggerSchema.safeParse({ place, functionName: 'orders', kind, values });
    return (error?.issues ?? []).map(({ path }) => path.join('.'));
  };
  expect(problemsOf('sqs', { source, batchSize: '1.5', batchWindow: ' 3 ' })).toEqual(['batchSize']);
  const atTime = { source, startingPosition: 'AT_TIMESTAMP', startingTime: 'yesterday' };
  expect(problemsOf('kinesis', atTime)).toEqual(['startingTime']);
  expect(problemsOf('kinesis', { ...atTime, startingTime: '2026-01-31T12:00:00Z' })).toEqual([]);
});
