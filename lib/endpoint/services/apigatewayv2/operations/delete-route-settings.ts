import type { DeleteRouteSettingsRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { notFound } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteRouteSettings(
  parts: HttpApiParts,
): Operation<Given<DeleteRouteSettingsRequest>, object> {
  return ({ ApiId, StageName, RouteKey }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const stage = findPartOrThrow(parts, ApiId, 'stage', StageName);
    const { [RouteKey]: found, ...rest } = stage.RouteSettings ?? {};
    if (!found) throw notFound('RouteSettings', RouteKey);
    const without = { ...stage, RouteSettings: rest, updatedMs: parts.clock.now() };
    changeApi(parts, ApiId, () => parts.repository.putPart(ApiId, 'stage', StageName, without), {
      isDeployed: false,
    });
    return {};
  };
}
