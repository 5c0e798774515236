import type { CreateDocumentationVersionRequest, DocumentationVersion } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findStageOrThrow } from '../access.ts';
import { addVersion, showVersion } from '../documentation.ts';
import type { RestApiParts } from '../parts.ts';

/** A copy of the parts, shown with a stage when one is named. */
export function createDocumentationVersion(
  parts: RestApiParts,
): Operation<Given<CreateDocumentationVersionRequest>, DocumentationVersion> {
  return (input, context) => {
    const { restApiId, stageName } = input;
    const version = changeDraft(parts, context, restApiId, (draft) => {
      const made = addVersion(draft, input.documentationVersion, input.description, parts.clock.now());
      if (stageName !== undefined) {
        const stage = findStageOrThrow(parts, restApiId, stageName);
        parts.repository.putStage(restApiId, { ...stage, documentationVersion: made.version });
      }
      return made;
    });
    return showVersion(version);
  };
}
