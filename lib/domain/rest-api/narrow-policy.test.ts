import { expect, it } from 'vitest';
import { isNarrowPolicy } from '@/lib/domain/rest-api/narrow-policy';

const methodArn = 'arn:aws:execute-api:us-east-1:000000000000:abc/dev/GET/pets';
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

it.each([
  [policy({ Effect: 'Allow', Resource: methodArn }), true],
  [policy({ Effect: 'Allow', Resource: [methodArn, `${methodArn}/7`] }), true],
  [policy({ Effect: 'Allow', Resource: methodArn }, { Effect: 'Deny', Resource: '*' }), true],
  [policy({ Effect: 'Allow', Resource: [methodArn, '*'] }), false],
  [policy({ Effect: 'Allow', Resource: methodArn.replace('pets', '?') }), false],
  [policy({ Effect: 'Deny', Resource: methodArn }), false],
  [policy(), false],
  ['null', false],
  ['no json', false],
])('%s: %s', (text, isNarrow) => {
  expect(isNarrowPolicy(text)).toBe(isNarrow);
});
