import type { UpdateApiMappingRequest, UpdateApiMappingResponse } from '@aws-sdk/client-apigatewayv2';
import { noBasePath } from '../../apigateway/index.ts';
import type { Given, Operation } from '../../service.ts';
import { findMappingOrThrow, mappingId, putMapping, showMapping } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function updateApiMapping(
  parts: HttpApiParts,
): Operation<Given<UpdateApiMappingRequest>, UpdateApiMappingResponse> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const before = findMappingOrThrow(parts, context, input.DomainName, input.ApiMappingId);
      const mapping = {
        ...before,
        restApiId: input.ApiId ?? before.restApiId,
        stage: input.Stage ?? before.stage,
        basePath: input.ApiMappingKey === undefined ? before.basePath : input.ApiMappingKey || noBasePath,
        // A new path does not give a new id.
        mappingId: mappingId(before),
      };
      putMapping(parts, context, mapping, before);
      return showMapping(mapping);
    });
}
