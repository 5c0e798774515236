import { expect, it } from 'vitest';
import { readGrants } from './function-relations';

const policy = (...statements: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const resource = 'arn:aws:lambda:us-east-1:000000000000:function:orders';

it('reads what AddPermission writes', () => {
  const statement = {
    Sid: 'api',
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: resource,
    Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:us-east-1:000000000000:abc/*/*/orders' } },
  };
  expect(readGrants(policy(statement))).toEqual([
    {
      id: 'api',
      principal: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:abc/*/*/orders',
      isFunctionUrlGrant: false,
    },
  ]);
});

it('tells grants of the function URL, and leaves out what denies', () => {
  const open = {
    Sid: 'url',
    Effect: 'Allow',
    Principal: '*',
    Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
  };
  const invoked = { ...open, Sid: 'b', Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } };
  const denies = { ...open, Sid: 'no', Effect: 'Deny' };
  const grants = readGrants(policy(open, invoked, denies));
  expect(grants.map((grant) => [grant.id, grant.principal, grant.isFunctionUrlGrant])).toEqual([
    ['url', '*', true],
    ['b', '*', true],
  ]);
});

it('takes one statement that is no list, lists of principals, and statements without Sid', () => {
  const statement = { Effect: 'Allow', Principal: { AWS: ['arn:aws:iam::1:root', 'arn:aws:iam::2:root'] } };
  expect(readGrants(JSON.stringify({ Statement: statement }))).toMatchObject([
    { id: '0', principal: 'arn:aws:iam::1:root' },
  ]);
  expect(readGrants('{}')).toEqual([]);
  expect(readGrants(policy(null, 'x', 3))).toEqual([]);
});
