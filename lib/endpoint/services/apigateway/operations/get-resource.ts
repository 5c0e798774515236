import type { GetResourceRequest, Resource } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findResourceOrThrow } from '../access.ts';
import { showResource } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getResource(parts: RestApiParts): Operation<Given<GetResourceRequest>, Resource> {
  return (input, context) => {
    const { draft } = findApiOrThrow(parts, context, input.restApiId);
    return showResource(findResourceOrThrow(draft, input.resourceId), input.embed);
  };
}
