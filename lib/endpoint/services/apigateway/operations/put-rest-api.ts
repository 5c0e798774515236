import type { PutRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { emptyDraft } from '../drafts.ts';
import { assertNoWarnings, parseDefinition } from '../../openapi/index.ts';
import { importInto } from '../openapi/import.ts';
import { showOneApi } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

/** `merge` keeps what the file does not name; `overwrite` replaces the API. */
export function putRestApi(parts: RestApiParts): Operation<Given<PutRestApiRequest>, RestApi> {
  return (input, context) => {
    const definition = parseDefinition(input.body);
    return changeDraft(parts, context, input.restApiId, (_draft, api) => {
      if (input.mode === 'overwrite') {
        // The name and where the API answers stay; everything else comes from the file.
        const { name, endpointConfiguration, apiKeySource } = api.draft.settings;
        const settings = { name, endpointConfiguration, apiKeySource, disableExecuteApiEndpoint: false };
        // The root keeps its id, too [rec].
        const { documentationVersions, rootResourceId } = api.draft;
        api.draft = { ...emptyDraft(settings, rootResourceId), documentationVersions };
      }
      const warnings = importInto(api, definition, input.parameters ?? {}, { accountId: context.accountId });
      assertNoWarnings(warnings, input.failOnWarnings);
      return { ...showOneApi(api), ...(warnings.length > 0 && { warnings }) };
    });
  };
}
