import type { GetResourcesRequest, Resources } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import { showResource } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getResources(parts: RestApiParts): Operation<Given<GetResourcesRequest>, Resources> {
  return (input, context) => {
    const { draft } = findApiOrThrow(parts, context, input.restApiId);
    const resources = Object.values(draft.resources).sort((left, right) => (left.id < right.id ? -1 : 1));
    return pageOf(
      resources,
      input,
      ({ id }) => id,
      (resource) => showResource(resource, input.embed),
    );
  };
}
