import type { DeleteRestApiRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { RestApiParts } from '../parts.ts';

/** With its deployments and stages. */
export function deleteRestApi(parts: RestApiParts): Operation<Given<DeleteRestApiRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { apiId } = findApiOrThrow(parts, context, input.restApiId);
      const isMapped = parts.items.mappings.list(context).some((mapping) => mapping.restApiId === apiId);
      if (isMapped)
        throw badRequest(
          'Please remove all base path mappings related to the API in your custom domain names',
        );
      parts.repository.removeApi(apiId);
    });
    parts.changed(input.restApiId);
    return {};
  };
}
