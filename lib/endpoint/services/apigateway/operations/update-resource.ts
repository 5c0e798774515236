import type { Resource, UpdateResourceRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { patchResource } from '../rules/resources.ts';
import { showResource } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function updateResource(parts: RestApiParts): Operation<Given<UpdateResourceRequest>, Resource> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, (draft) =>
      showResource(patchResource(draft, input.resourceId, input.patchOperations), ['methods']),
    );
  };
}
