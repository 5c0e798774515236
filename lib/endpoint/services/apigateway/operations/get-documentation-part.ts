import type { DocumentationPart, GetDocumentationPartRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function getDocumentationPart(
  parts: RestApiParts,
): Operation<Given<GetDocumentationPartRequest>, DocumentationPart> {
  return (input, context) => {
    const { documentationParts } = findApiOrThrow(
      parts,
      context,
      input.restApiId,
      missing.documentationPart,
    ).draft;
    return findMemberOrThrow(documentationParts, input.documentationPartId, missing.documentationPart);
  };
}
