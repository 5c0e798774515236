import type { Integration, UpdateIntegrationRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findIntegrationOrThrow, missing } from '../access.ts';
import { patchIntegration } from '../rules/integrations.ts';
import { showIntegration } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function updateIntegration(
  parts: RestApiParts,
): Operation<Given<UpdateIntegrationRequest>, Integration> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const integration = findIntegrationOrThrow(draft, input.resourceId, input.httpMethod);
        patchIntegration(integration, input.patchOperations);
        return showIntegration(integration);
      },
      missing.resource,
    );
  };
}
