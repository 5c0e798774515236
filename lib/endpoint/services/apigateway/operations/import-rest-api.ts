import type { ImportRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { newApi } from '../drafts.ts';
import { assertNoWarnings, parseDefinition } from '../../openapi/index.ts';
import { importInto } from '../openapi/import.ts';
import { settingsOf } from '../rules/settings.ts';
import { showApi } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function importRestApi(parts: RestApiParts): Operation<Given<ImportRestApiRequest>, RestApi> {
  return (input, context) => {
    const definition = parseDefinition(input.body);
    const api = newApi(parts, context, settingsOf({ name: definition.title }), {});
    // An imported API has the models of its file alone [rec].
    api.draft.models = {};
    const warnings = importInto(api, definition, input.parameters ?? {}, { accountId: context.accountId });
    assertNoWarnings(warnings, input.failOnWarnings);
    parts.repository.transaction(() => parts.repository.insertApi(api));
    return { ...showApi(api), ...(warnings.length > 0 && { warnings }) };
  };
}
