import type { DocumentationVersion, GetDocumentationVersionRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow } from '../access.ts';
import { showVersion } from '../documentation.ts';
import type { RestApiParts } from '../parts.ts';

export function getDocumentationVersion(
  parts: RestApiParts,
): Operation<Given<GetDocumentationVersionRequest>, DocumentationVersion> {
  return (input, context) => {
    const { documentationVersions } = findApiOrThrow(parts, context, input.restApiId).draft;
    return showVersion(
      findMemberOrThrow(
        documentationVersions,
        input.documentationVersion,
        'Invalid Documentation version specified',
      ),
    );
  };
}
