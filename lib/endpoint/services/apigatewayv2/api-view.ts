import type { Api } from '@aws-sdk/client-apigatewayv2';
import { protocolOf, type ApiRecord } from './records.ts';

/**
 * Where an API is called, without its stage. On this machine the host form, which browsers resolve; a caller that came
 * by another name gets the path form, since names below that one need not resolve.
 */
export function apiEndpoint(apiId: string, baseUrl: string, scheme: 'http' | 'ws' = 'http'): string {
  const { hostname, port } = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  return isLocal
    ? `${scheme}://${apiId}.execute-api.localhost${port && `:${port}`}`
    : `${baseUrl.replace(/^http/, scheme)}/_aws/execute-api/${apiId}`;
}

export function describeApi(api: ApiRecord, baseUrl: string): Api {
  const { apiId, createdMs } = api;
  const { ImportInfo, Warnings, ...settings } = api.settings;
  const isHttp = protocolOf(api) === 'HTTP';
  return {
    ApiKeySelectionExpression: '$request.header.x-api-key',
    ...settings,
    ...(ImportInfo && { ImportInfo: [...ImportInfo] }),
    ...(Warnings && { Warnings: [...Warnings] }),
    ApiId: apiId,
    ApiEndpoint: apiEndpoint(apiId, baseUrl, isHttp ? 'http' : 'ws'),
    CreatedDate: new Date(createdMs),
    ProtocolType: protocolOf(api),
    RouteSelectionExpression: settings.RouteSelectionExpression ?? '$request.method $request.path',
  };
}
