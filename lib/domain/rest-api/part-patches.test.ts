import { describe, expect, it } from 'vitest';
import { authorizerPatch, settingsPatch } from './part-patches';
import type { AuthorizerValues, RestSettings } from './parts';

const authorizer: AuthorizerValues = {
  name: 'pool',
  type: 'COGNITO_USER_POOLS',
  uri: '',
  credentials: '',
  identitySource: 'method.request.header.Authorization',
  validationExpression: '',
  ttlSeconds: 300,
  providerArns: ['arn:a'],
};
const settings: RestSettings = {
  name: 'orders',
  description: 'old',
  endpointType: 'EDGE',
  ipAddressType: 'ipv4',
  vpcEndpointIds: [],
  apiKeySource: 'HEADER',
  isAddressOff: false,
  binaryMediaTypes: [],
  compression: '1024',
};

describe('changes of the parts of an API', () => {
  it('adds user pools before others go', () => {
    expect(authorizerPatch(authorizer, { ...authorizer, ttlSeconds: 0, providerArns: ['arn:b'] })).toEqual([
      { op: 'replace', path: '/authorizerResultTtlInSeconds', value: '0' },
      { op: 'add', path: '/providerARNs', value: 'arn:b' },
      { op: 'remove', path: '/providerARNs', value: 'arn:a' },
    ]);
  });
  it('names the endpoint type by the one that it replaces', () => {
    const after = {
      ...settings,
      description: '',
      endpointType: 'REGIONAL' as const,
      binaryMediaTypes: ['image/*'],
      compression: '',
    };
    expect(settingsPatch(settings, after)).toEqual([
      { op: 'remove', path: '/description' },
      { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
      { op: 'add', path: '/binaryMediaTypes/image~1*' },
      { op: 'replace', path: '/minimumCompressionSize', value: '' },
    ]);
  });
});
