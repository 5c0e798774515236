import type { CreateResourceRequest, Resource } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { addResource } from '../rules/resources.ts';
import { showResource } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function createResource(parts: RestApiParts): Operation<Given<CreateResourceRequest>, Resource> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, (draft) =>
      showResource(addResource(draft, input.parentId, input.pathPart), undefined),
    );
  };
}
