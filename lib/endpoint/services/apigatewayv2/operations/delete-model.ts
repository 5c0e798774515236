import type { DeleteModelRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import { conflict } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import { routesUsing } from '../rules/model-users.ts';

export function deleteModel(parts: HttpApiParts): Operation<Given<DeleteModelRequest>, object> {
  return ({ ApiId, ModelId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      const { Name } = findPartOrThrow(parts, ApiId, 'model', ModelId);
      const [user] = routesUsing(parts, ApiId, Name);
      if (user !== undefined)
        throw conflict(`Cannot delete model '${Name}', is referenced in route: ${user}`);
      parts.repository.deletePart(ApiId, 'model', ModelId);
    });
    return {};
  };
}
