import type { ApiKey, CreateApiKeyRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { newKey } from '../keys.ts';
import { assertTags } from '../rules/tags.ts';
import { showKey, withoutEmptyTags } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

/** Disabled unless `enabled` says otherwise. */
export function createApiKey(parts: RestApiParts): Operation<Given<CreateApiKeyRequest>, ApiKey> {
  return (input, context) => {
    assertTags(input.tags ?? {});
    const key = parts.repository.transaction(() => newKey(parts, context, input));
    return withoutEmptyTags(showKey(key, { withValue: true, stageKeys: [] }));
  };
}
