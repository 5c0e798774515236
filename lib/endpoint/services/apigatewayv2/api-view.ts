import type { Api } from '@aws-sdk/client-apigatewayv2';
import type { ApiRecord } from './records.ts';

/**
 * Where an API is called, without its stage. On this machine the host form, which browsers resolve; a caller that came
 * by another name gets the path form, since names below that one need not resolve.
 */
export function apiEndpoint(apiId: string, baseUrl: string): string {
  const { hostname, port } = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  return isLocal
    ? `http://${apiId}.execute-api.localhost${port && `:${port}`}`
    : `${baseUrl}/_aws/execute-api/${apiId}`;
}

export function describeApi({ apiId, createdMs, settings }: ApiRecord, baseUrl: string): Api {
  return {
    ...settings,
    ApiId: apiId,
    ApiEndpoint: apiEndpoint(apiId, baseUrl),
    ApiKeySelectionExpression: '$request.header.x-api-key',
    CreatedDate: new Date(createdMs),
    ProtocolType: 'HTTP',
    RouteSelectionExpression: '$request.method $request.path',
  };
}
