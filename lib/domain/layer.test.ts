import { expect, it } from 'vitest';
import { layerWords, moved, readLayerArn } from './layer';

it('reads the ARN of a layer version, and of nothing else', () => {
  expect(readLayerArn('arn:aws:lambda:us-east-1:123456789012:layer:shared:3')).toEqual({
    layer: 'shared',
    version: 3,
  });
  expect(readLayerArn('arn:aws:lambda:us-east-1:123456789012:layer:shared')).toBeUndefined();
  expect(layerWords('arn:aws:lambda:::awslayer:AmazonLinux')).toBe('arn:aws:lambda:::awslayer:AmazonLinux');
});

it('moves a layer by one place, and not past the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});
