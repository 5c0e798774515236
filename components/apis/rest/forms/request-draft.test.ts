import { describe, expect, it } from 'vitest';
import type { MethodRequestValues } from '@/lib/domain/rest-api/method-request';
import type { RestAuthorizer } from '@/lib/domain/rest-api/parts';
import { fromRequestDraft, toRequestDraft } from './request-draft';

const authorizer = (id: string, type: string): RestAuthorizer => ({
  id,
  name: id,
  type,
  uri: '',
  credentials: '',
  identitySource: '',
  validationExpression: '',
  ttlSeconds: 300,
  providerArns: [],
});
const authorizers = [authorizer('lam', 'TOKEN'), authorizer('cog', 'COGNITO_USER_POOLS')];
const values: MethodRequestValues = {
  authorizationType: 'CUSTOM',
  authorizerId: 'lam',
  scopes: [],
  apiKeyRequired: true,
  validatorId: 'v',
  operationName: 'GetOrder',
  parameters: {
    'method.request.path.orderId': true,
    'method.request.querystring.expand': false,
    'method.request.header.If-None-Match': true,
  },
  models: { 'application/json': 'Order' },
};

describe('the draft of a method request', () => {
  it('goes there and back', () => {
    expect(fromRequestDraft(toRequestDraft(values, '/orders/{orderId}'), authorizers)).toEqual(values);
  });
  it('offers the variables of the path, declared or not', () => {
    const draft = toRequestDraft({ ...values, parameters: {} }, '/a/{b}/{c+}');
    expect(draft.path).toEqual([
      { name: 'b', required: 'false' },
      { name: 'c', required: 'false' },
    ]);
    expect(fromRequestDraft(draft, authorizers).parameters).toEqual({});
  });
  it('tells the type by the authorizer, and keeps scopes for user pools alone', () => {
    const draft = { ...toRequestDraft(values, '/'), scopes: 'a/read\na/write' };
    expect(fromRequestDraft({ ...draft, authorization: 'cog' }, authorizers)).toMatchObject({
      authorizationType: 'COGNITO_USER_POOLS',
      scopes: ['a/read', 'a/write'],
    });
    expect(fromRequestDraft({ ...draft, authorization: 'AWS_IAM' }, authorizers)).toMatchObject({
      authorizationType: 'AWS_IAM',
      authorizerId: '',
      scopes: [],
    });
  });
});
