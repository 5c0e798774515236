import type { DocumentationPartIds, ImportDocumentationPartsRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { importParts } from '../documentation.ts';
import type { RestApiParts } from '../parts.ts';

export function importDocumentationParts(
  parts: RestApiParts,
): Operation<Given<ImportDocumentationPartsRequest>, DocumentationPartIds> {
  return (input, context) => {
    const text = Buffer.from(input.body).toString('utf8');
    return changeDraft(parts, context, input.restApiId, (draft) =>
      importParts(draft, text, input.mode === 'overwrite', input.failOnWarnings === true),
    );
  };
}
