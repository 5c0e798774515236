import type { CreateRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { newApi } from '../drafts.ts';
import { limitExceeded } from '../errors.ts';
import { limits } from '../rules/limits.ts';
import { settingsOf } from '../rules/settings.ts';
import { assertTags } from '../rules/tags.ts';
import { showApi } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

/** A clone has everything of its source but the name and what is given. */
export function createRestApi(parts: RestApiParts): Operation<Given<CreateRestApiRequest>, RestApi> {
  return (input, context) => {
    const settings = settingsOf(input);
    assertTags(input.tags ?? {});
    const api = parts.repository.transaction(() => {
      if (parts.repository.countApis(context) >= limits.apis)
        throw limitExceeded(`Maximum number of APIs for this account has been reached: ${limits.apis}.`);
      const source =
        input.cloneFrom === undefined ? undefined : findApiOrThrow(parts, context, input.cloneFrom);
      const made = newApi(parts, context, settings, input.tags ?? {}, source?.draft);
      parts.repository.insertApi(made);
      return made;
    });
    return showApi(api);
  };
}
