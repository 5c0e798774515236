import type { CreateDocumentationPartRequest, DocumentationPart } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { addPart } from '../documentation.ts';
import type { RestApiParts } from '../parts.ts';

export function createDocumentationPart(
  parts: RestApiParts,
): Operation<Given<CreateDocumentationPartRequest>, DocumentationPart> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, (draft) =>
      addPart(draft, input.location, input.properties),
    );
  };
}
