import type { DeleteApiRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteApi(parts: HttpApiParts): Operation<Given<DeleteApiRequest>, object> {
  return ({ ApiId }, context) => {
    findApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => parts.repository.deleteApi(ApiId));
    return {};
  };
}
