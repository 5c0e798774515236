import type { Cors } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';

const methods = ['*', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const originPattern = /^(\*|https?:\/\/\*|[a-z][a-z0-9+.-]*:\/\/[^\s/]+)$/i;
const tokenPattern = /^(\*|[\w!#$%&'*+.^`|~-]+)$/;

export function assertCors(cors: Cors): void {
  const { AllowOrigins = [], AllowMethods = [], AllowHeaders = [], ExposeHeaders = [], MaxAge } = cors;
  if (cors.AllowCredentials === true && AllowOrigins.includes('*'))
    throw badRequest('allow-credentials is not supported for wildcard origin');
  for (const origin of AllowOrigins)
    if (!originPattern.test(origin))
      throw badRequest(
        `Invalid format for origin '${origin}': give a scheme and a host, such as https://example.com, or *.`,
      );
  for (const method of AllowMethods)
    if (!methods.includes(method)) throw badRequest(`Invalid HttpMethod specified: ${method}`);
  for (const header of [...AllowHeaders, ...ExposeHeaders])
    if (!tokenPattern.test(header)) throw badRequest(`Invalid header name specified: '${header}'`);
  if (MaxAge !== undefined && (MaxAge < -1 || MaxAge > 86_400))
    throw badRequest('Max age should be between -1 and 86400 seconds');
}
