import type { DocumentationVersion, UpdateDocumentationVersionRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import { patchVersion, showVersion } from '../documentation.ts';
import type { RestApiParts } from '../parts.ts';

export function updateDocumentationVersion(
  parts: RestApiParts,
): Operation<Given<UpdateDocumentationVersionRequest>, DocumentationVersion> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, ({ documentationVersions }) => {
      const version = findMemberOrThrow(
        documentationVersions,
        input.documentationVersion,
        'Invalid Documentation version specified',
      );
      patchVersion(version, input.patchOperations);
      return showVersion(version);
    });
  };
}
