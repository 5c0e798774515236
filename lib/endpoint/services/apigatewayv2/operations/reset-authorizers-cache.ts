import type { ResetAuthorizersCacheRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf } from '../records.ts';

/** Lambda authorizers of the stage are asked anew by the next calls. WebSocket APIs keep no results. */
export function resetAuthorizersCache(
  parts: HttpApiParts,
): Operation<Given<ResetAuthorizersCacheRequest>, object> {
  return ({ ApiId, StageName }, context) => {
    const api = findApiOrThrow(parts, context, ApiId);
    if (protocolOf(api) !== 'HTTP')
      throw badRequest('ResetAuthorizersCache is not supported for WEBSOCKET APIs.');
    findPartOrThrow(parts, ApiId, 'stage', StageName);
    parts.resetAuthorizers(ApiId, StageName);
    return {};
  };
}
