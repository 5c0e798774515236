import type { DeleteResourceRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { removeResource } from '../rules/resources.ts';
import type { RestApiParts } from '../parts.ts';

/** With everything below it. */
export function deleteResource(parts: RestApiParts): Operation<Given<DeleteResourceRequest>, object> {
  return (input, context) => {
    changeDraft(parts, context, input.restApiId, (draft) => removeResource(draft, input.resourceId));
    return {};
  };
}
