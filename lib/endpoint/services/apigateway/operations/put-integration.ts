import type { Integration, PutIntegrationRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMethodOrThrow, missing } from '../access.ts';
import { newIntegration } from '../drafts.ts';
import { assertConstraints, oneOf } from '../rules/constraints.ts';
import { assertIntegration, integrationTypes } from '../rules/integrations.ts';
import { showIntegration } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

/** Replaces the one that is there; its responses stay. */
export function putIntegration(parts: RestApiParts): Operation<Given<PutIntegrationRequest>, Integration> {
  return (input, context) => {
    assertConstraints([oneOf('putIntegrationInput.type', input.type, integrationTypes)]);
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const method = findMethodOrThrow(draft, input.resourceId, input.httpMethod);
        const { restApiId: _api, httpMethod: _verb, integrationHttpMethod, ...given } = input;
        const integration = newIntegration(given, integrationHttpMethod, method.methodIntegration);
        assertIntegration(integration);
        method.methodIntegration = integration;
        return showIntegration(integration);
      },
      missing.resource,
    );
  };
}
