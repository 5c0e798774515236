import { describe, expect, it } from 'vitest';
import { integrationPatch, needsPut, newIntegration } from './integration';
import { methodRequestPatch, parameterKey, readParameters, type MethodRequestValues } from './method-request';
import { integrationResponsePatch, methodResponsePatch, newIntegrationResponse } from './responses';

const request: MethodRequestValues = {
  authorizationType: 'NONE',
  authorizerId: '',
  scopes: [],
  apiKeyRequired: false,
  validatorId: '',
  operationName: 'GetOrder',
  parameters: { 'method.request.path.id': true },
  models: {},
};

describe('what an edit sends', () => {
  it('names the authorizer with its type', () => {
    expect(
      methodRequestPatch(request, {
        ...request,
        authorizationType: 'CUSTOM',
        authorizerId: 'abc',
        operationName: '',
        parameters: { ...request.parameters, 'method.request.header.X-A': false },
        models: { 'application/json': 'Order' },
      }),
    ).toEqual([
      { op: 'replace', path: '/authorizationType', value: 'CUSTOM' },
      { op: 'replace', path: '/authorizerId', value: 'abc' },
      { op: 'replace', path: '/operationName', value: '' },
      { op: 'add', path: '/requestParameters/method.request.header.X-A', value: 'false' },
      { op: 'add', path: '/requestModels/application~1json', value: 'Order' },
    ]);
  });
  it('does not empty the authorizer when the type leaves it', () => {
    const secured = { ...request, authorizationType: 'CUSTOM', authorizerId: 'abc' };
    expect(methodRequestPatch(secured, request)).toEqual([
      { op: 'replace', path: '/authorizationType', value: 'NONE' },
    ]);
  });
  it('patches an integration of the same type, and puts one of another', () => {
    const http = { ...newIntegration, type: 'HTTP', httpMethod: 'GET', uri: 'https://a.example' };
    expect(
      integrationPatch(http, { ...http, timeoutMs: 5000, cacheKeys: ['method.request.path.id'] }),
    ).toEqual([
      { op: 'replace', path: '/timeoutInMillis', value: '5000' },
      { op: 'add', path: '/cacheKeyParameters/method.request.path.id' },
    ]);
    expect(needsPut(http, { ...http, uri: 'https://b.example' })).toBe(false);
    expect(needsPut(http, newIntegration)).toBe(true);
    expect(needsPut(null, newIntegration)).toBe(true);
  });
  it('patches responses by entry', () => {
    expect(
      integrationResponsePatch(newIntegrationResponse, {
        ...newIntegrationResponse,
        selectionPattern: '.*NotFound.*',
        templates: { 'application/json': '' },
      }),
    ).toEqual([
      { op: 'replace', path: '/selectionPattern', value: '.*NotFound.*' },
      { op: 'add', path: '/responseTemplates/application~1json', value: '' },
    ]);
    expect(
      methodResponsePatch(
        { statusCode: '200', headers: ['A'], models: {} },
        { statusCode: '200', headers: ['B'], models: { 'application/json': 'Empty' } },
      ),
    ).toEqual([
      { op: 'remove', path: '/responseParameters/method.response.header.A' },
      { op: 'add', path: '/responseParameters/method.response.header.B', value: 'false' },
      { op: 'add', path: '/responseModels/application~1json', value: 'Empty' },
    ]);
  });
  it('reads parameters by place and name', () => {
    const read = readParameters({
      'method.request.header.X-A.b': false,
      'method.request.path.id': true,
      'method.request.querystring.q': true,
    });
    expect(read.map(parameterKey)).toEqual([
      'method.request.path.id',
      'method.request.querystring.q',
      'method.request.header.X-A.b',
    ]);
  });
});
