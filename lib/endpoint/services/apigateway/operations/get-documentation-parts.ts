import type { DocumentationParts, GetDocumentationPartsRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { matchesQuery } from '../documentation.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getDocumentationParts(
  parts: RestApiParts,
): Operation<Given<GetDocumentationPartsRequest>, DocumentationParts> {
  return (input, context) => {
    const { documentationParts } = findApiOrThrow(parts, context, input.restApiId).draft;
    const found = Object.values(documentationParts)
      .filter((part) => matchesQuery(part, input))
      .sort((left, right) => (left.id < right.id ? -1 : 1));
    return pageOf(
      found,
      input,
      ({ id }) => id,
      (part) => part,
    );
  };
}
