import { expect, it } from 'vitest';
import { proposedGeneral, proposedTexts } from './proposed-general.ts';

it('takes over what is a value of a field, and nothing else', () => {
  expect(
    proposedGeneral({
      memoryMb: '512',
      timeoutSeconds: 'soon',
      description: '',
      role: ['a', 'b'],
      other: 'x',
    }),
  ).toEqual({ memoryMb: 512, description: '' });
  expect(proposedGeneral({})).toEqual({});
});

it('takes over texts of the fields there are', () => {
  expect(proposedTexts({ vpc: 'vpc-1', subnets: ['a'], other: 'x' }, ['vpc', 'subnets'])).toEqual({
    vpc: 'vpc-1',
  });
});
