import type { DeleteDocumentationVersionRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteDocumentationVersion(
  parts: RestApiParts,
): Operation<Given<DeleteDocumentationVersionRequest>, object> {
  return (input, context) => {
    changeDraft(parts, context, input.restApiId, ({ documentationVersions }) => {
      findMemberOrThrow(
        documentationVersions,
        input.documentationVersion,
        'Invalid Documentation version specified',
      );
      delete documentationVersions[input.documentationVersion];
    });
    return {};
  };
}
