import { expect, it } from 'vitest';
import { readGrants } from './role-grants';

it('reads one statement as well as a list, and what is allowed by exception', () => {
  const one = { Statement: { Effect: 'Allow', Action: 'logs:*', Resource: ['a', 'b'] } };
  expect(readGrants(JSON.stringify(one))).toEqual([
    { effect: 'Allow', actions: ['logs:*'], resources: ['a', 'b'] },
  ]);
  const except = { Statement: [{ Effect: 'Deny', NotAction: ['s3:GetObject'], Resource: '*' }] };
  expect(readGrants(JSON.stringify(except))).toEqual([
    { effect: 'Deny', actions: ['not s3:GetObject'], resources: ['*'] },
  ]);
});

it('finds nothing in what is no policy', () => {
  expect(readGrants('not JSON')).toEqual([]);
  expect(readGrants('{}')).toEqual([]);
});
