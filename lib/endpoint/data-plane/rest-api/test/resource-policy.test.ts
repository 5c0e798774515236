import { expect, test } from 'vitest';
import { askResourcePolicy } from '../resource-policy.ts';
import type { MethodCall } from '../rest-call.ts';

const everyone = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' };

/** What a policy that allows everyone says with one more statement, to a caller without a signature or of an account. */
function ask(statement: object, caller: { accountId?: string; vpcEndpointId?: string } = {}) {
  const { accountId, vpcEndpointId } = caller;
  const policy = JSON.stringify({ Statement: [everyone, statement] });
  return askResourcePolicy({
    snapshot: { settings: { policy } },
    accountId: '000000000000',
    region: 'us-east-1',
    apiId: 'abc',
    stageName: 'dev',
    method: 'GET',
    path: '/a',
    sourceIp: '10.0.0.1',
    vpcEndpointId,
    learned: accountId === undefined ? {} : { iam: { accountId, accessKey: accountId } },
  } as unknown as MethodCall);
}

const denial = { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' };

test.each([
  ['Bool', { 'aws:SecureTransport': 'false' }],
  ['DateGreaterThan', { 'aws:CurrentTime': '2020-01-01T00:00:00Z' }],
  ['StringEquals', { 'aws:PrincipalOrgID': 'o-1' }],
  ['StringLike', { 'aws:UserAgent': '*' }],
  ['Null', { 'aws:sourceVpce': 'true' }],
  ['constructor', { 'aws:SourceIp': '10.0.0.1' }],
])('a denial by %s of %o closes the API', (operator, keys) => {
  expect(ask({ ...denial, Condition: { [operator]: keys } })).toBe('deny');
});

test('a condition that is known and does not fit leaves it open', () => {
  expect(ask({ ...denial, Condition: { IpAddress: { 'aws:SourceIp': '192.168.0.0/16' } } })).toBe('allow');
  const withoutVpce = { Null: { 'aws:SourceVpce': 'true' } };
  expect(ask({ ...denial, Condition: withoutVpce }, { vpcEndpointId: 'vpce-1' })).toBe('allow');
});

test('NotPrincipal and NotAction deny all but those they name', () => {
  const { Principal: _everyone, ...others } = denial;
  const notOurs = { ...others, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } };
  expect(ask(notOurs)).toBe('deny');
  expect(ask(notOurs, { accountId: '444455556666' })).toBe('deny');
  expect(ask(notOurs, { accountId: '111122223333' })).toBe('allow');
  const { Action: _invoke, ...noAction } = denial;
  expect(ask({ ...noAction, NotAction: 'execute-api:ManageConnections' })).toBe('deny');
  expect(ask({ ...noAction, NotAction: 'execute-api:*' })).toBe('allow');
});
