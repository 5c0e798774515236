import type { ApiKeyIds, ImportApiKeysRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { importKeys } from '../keys.ts';
import type { RestApiParts } from '../parts.ts';

export function importApiKeys(parts: RestApiParts): Operation<Given<ImportApiKeysRequest>, ApiKeyIds> {
  return (input, context) => {
    const csv = Buffer.from(input.body).toString('utf8');
    const imported = parts.repository.transaction(() =>
      importKeys(parts, context, csv, input.failOnWarnings === true),
    );
    parts.itemsChanged();
    return imported;
  };
}
