import type { DeleteCorsConfigurationRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteCorsConfiguration(
  parts: HttpApiParts,
): Operation<Given<DeleteCorsConfigurationRequest>, object> {
  return ({ ApiId }, context) => {
    const api = findApiOrThrow(parts, context, ApiId);
    const settings = { ...api.settings, CorsConfiguration: undefined };
    changeApi(parts, ApiId, () => parts.repository.updateApi({ ...api, settings }));
    return {};
  };
}
