import { expect, test } from 'vitest';
import { matchesWildcards, readPolicyAnswer } from './authorizer-policy.ts';

const arn = 'arn:aws:execute-api:us-east-1:000000000000:abc123/dev/GET/pets/7';

test.each([
  ['*', true],
  ['arn:aws:execute-api:*:*:abc123/*/GET/*', true],
  // A star stands for slashes, too: one for a stage reaches into the path.
  ['arn:aws:execute-api:us-east-1:000000000000:abc123/*', true],
  ['arn:aws:execute-api:us-east-1:000000000000:abc123/dev/???/pets/?', true],
  ['arn:aws:execute-api:us-east-1:000000000000:abc123/dev/*/pets', false],
  ['arn:aws:execute-api:us-east-1:000000000000:abc123/dev/get/pets/7', false],
  ['arn:aws:execute-api:us-east-1:000000000000:abc123/dev/GET/pets/7/', false],
  ['arn:aws:execute-api:us-east-1:000000000000:abc123', false],
  ['', false],
  // Longer than AWS takes.
  [`*${'*'.repeat(512)}`, false],
])('the resource %s of a policy: %s', (pattern, isMatch) => {
  expect(matchesWildcards(pattern, arn)).toBe(isMatch);
});

test('a hostile pattern ends in time', () => {
  expect(matchesWildcards('*a'.repeat(255), 'a'.repeat(254))).toBe(false);
});

test('a Deny that fits goes before every Allow, and actions are read in any case', () => {
  const judge = (...statements: object[]) =>
    readPolicyAnswer(JSON.stringify({ principalId: 'me', policyDocument: { Statement: statements } }), arn);
  const allow = { Effect: 'Allow', Action: 'Execute-API:*', Resource: ['other', '*/GET/*'] };
  const deny = { Effect: 'Deny', Action: ['execute-api:Invoke'], Resource: '*/pets/?' };
  expect(judge(allow)).toMatchObject({ isAllowed: true, isDenied: false });
  expect(judge(allow, deny)).toMatchObject({ isAllowed: false, isDenied: true });
  expect(judge({ ...allow, Action: 'execute-api:ManageConnections' })).toMatchObject({ isAllowed: false });
});
