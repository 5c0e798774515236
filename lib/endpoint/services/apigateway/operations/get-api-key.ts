import type { ApiKey, GetApiKeyRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findKeyOrThrow, stageKeysOf } from '../keys.ts';
import { showKey } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getApiKey(parts: RestApiParts): Operation<Given<GetApiKeyRequest>, ApiKey> {
  return (input, context) => {
    const key = findKeyOrThrow(parts, context, input.apiKey);
    return showKey(key, {
      withValue: input.includeValue === true,
      stageKeys: stageKeysOf(parts, context, key.id),
    });
  };
}
