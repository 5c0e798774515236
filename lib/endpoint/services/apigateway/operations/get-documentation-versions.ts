import type { DocumentationVersions, GetDocumentationVersionsRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { showVersion } from '../documentation.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getDocumentationVersions(
  parts: RestApiParts,
): Operation<Given<GetDocumentationVersionsRequest>, DocumentationVersions> {
  return (input, context) => {
    const { documentationVersions } = findApiOrThrow(parts, context, input.restApiId).draft;
    const sorted = Object.values(documentationVersions).sort((left, right) =>
      left.version < right.version ? -1 : 1,
    );
    return pageOf(sorted, input, ({ version }) => version, showVersion);
  };
}
