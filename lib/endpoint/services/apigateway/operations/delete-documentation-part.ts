import type { DeleteDocumentationPartRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteDocumentationPart(
  parts: RestApiParts,
): Operation<Given<DeleteDocumentationPartRequest>, object> {
  return (input, context) => {
    changeDraft(parts, context, input.restApiId, ({ documentationParts }) => {
      findMemberOrThrow(
        documentationParts,
        input.documentationPartId,
        'Invalid Documentation part identifier specified',
      );
      delete documentationParts[input.documentationPartId];
    });
    return {};
  };
}
