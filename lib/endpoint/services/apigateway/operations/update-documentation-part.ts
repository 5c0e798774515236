import type { DocumentationPart, UpdateDocumentationPartRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, missing } from '../access.ts';
import { patchPart } from '../documentation.ts';
import type { RestApiParts } from '../parts.ts';

export function updateDocumentationPart(
  parts: RestApiParts,
): Operation<Given<UpdateDocumentationPartRequest>, DocumentationPart> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      ({ documentationParts }) => {
        const part = findMemberOrThrow(
          documentationParts,
          input.documentationPartId,
          missing.documentationPart,
        );
        patchPart(part, input.patchOperations);
        return part;
      },
      missing.documentationPart,
    );
  };
}
