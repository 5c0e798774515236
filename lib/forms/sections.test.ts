import { expect, it } from 'vitest';
import { sectionFromOutput, sectionToInput, updateSectionSchema } from './sections';

const base = { place: { connectionId: 'local', region: 'us-east-1' }, functionName: 'orders' };
const inputOf = (section: string, values: object) =>
  sectionToInput(updateSectionSchema.parse({ ...base, section, values }));

it('sends log levels with JSON alone', () => {
  const values = sectionFromOutput.monitoring({ FunctionName: 'orders' });
  expect(values).toMatchObject({ logFormat: 'Text', logGroup: '/aws/lambda/orders' });
  expect(inputOf('monitoring', values).LoggingConfig).toEqual({
    LogFormat: 'Text',
    LogGroup: '/aws/lambda/orders',
  });
  expect(inputOf('monitoring', { ...values, logFormat: 'JSON' }).LoggingConfig).toMatchObject({
    ApplicationLogLevel: 'INFO',
    SystemLogLevel: 'INFO',
  });
});

it('takes a VPC and a file system away with empty lists', () => {
  const vpc = sectionFromOutput.vpc({ VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'] } });
  expect(inputOf('vpc', vpc).VpcConfig?.SubnetIds).toEqual(['subnet-1', 'subnet-2']);
  expect(inputOf('vpc', { ...vpc, subnets: '', securityGroups: '' }).VpcConfig).toEqual({
    SubnetIds: [],
    SecurityGroupIds: [],
  });
  const files = { accessPoint: '', mountPath: '/mnt/data' };
  expect(inputOf('file-systems', files).FileSystemConfigs).toEqual([]);
});
