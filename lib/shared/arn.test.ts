import { expect, it } from 'vitest';
import { parseArn, partitionOf } from './arn.ts';

it('splits an ARN and leaves the resource as it is', () => {
  expect(parseArn('arn:aws:lambda:us-east-1:000000000000:function:orders:live')).toEqual({
    partition: 'aws',
    service: 'lambda',
    region: 'us-east-1',
    account: '000000000000',
    resource: 'function:orders:live',
  });
  expect(parseArn('arn:aws:s3:::bucket')).toMatchObject({
    service: 's3',
    region: '',
    account: '',
    resource: 'bucket',
  });
});

it.each(['', 'orders', 'arn:aws:sqs', 'arn:aws:sqs:r:a:', 'kafka://topic'])('%j is none', (text) => {
  expect(parseArn(text)).toBeUndefined();
});

it.each([
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eusc-de-east-1', 'aws-eusc'],
])('%s lies in the partition %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
});
