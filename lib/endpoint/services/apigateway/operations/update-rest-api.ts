import type { RestApi, UpdateRestApiRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { patchSettings } from '../rules/settings.ts';
import { showOneApi } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function updateRestApi(parts: RestApiParts): Operation<Given<UpdateRestApiRequest>, RestApi> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, (draft, api) => {
      patchSettings(draft.settings, input.patchOperations);
      return showOneApi(api);
    });
  };
}
