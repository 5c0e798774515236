import type { DeleteAccessLogSettingsRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteAccessLogSettings(
  parts: HttpApiParts,
): Operation<Given<DeleteAccessLogSettingsRequest>, object> {
  return ({ ApiId, StageName }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const stage = findPartOrThrow(parts, ApiId, 'stage', StageName);
    const without = { ...stage, AccessLogSettings: undefined, updatedMs: parts.clock.now() };
    changeApi(parts, ApiId, () => parts.repository.putPart(ApiId, 'stage', StageName, without), {
      isDeployed: false,
    });
    return {};
  };
}
