import { expect, it } from 'vitest';
import type { RestMethod } from './method';
import { undeployedMethods } from './undeployed';

const method = (httpMethod: string, apiKeyRequired = false): RestMethod => ({
  httpMethod,
  authorizationType: 'NONE',
  authorizerId: '',
  scopes: [],
  apiKeyRequired,
  validatorId: '',
  operationName: '',
  parameters: {},
  models: {},
  responses: [],
  integration: null,
});

it('finds methods that are new, and those with another authorization', () => {
  const resources = [
    {
      id: 'r',
      parentId: undefined,
      pathPart: '',
      path: '/',
      methods: [method('GET'), method('POST', true), method('PUT')],
    },
  ];
  const facts = { path: '/', authorizationType: 'NONE', apiKeyRequired: false };
  const deployed = [
    { ...facts, verb: 'GET' },
    { ...facts, verb: 'POST' },
  ];
  expect([...undeployedMethods(resources, deployed)]).toEqual(['POST /', 'PUT /']);
});
