import type { TagResourceRequest } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { assertNotPending, findKeyOrThrow } from '../keys.ts';
import { assertNotManaged } from '../managed-keys.ts';
import type { KmsParts } from '../parts.ts';
import { mergeTags } from '../rules.ts';

export function tagResource(parts: KmsParts): Operation<Given<TagResourceRequest>> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const key = findKeyOrThrow(parts, input.KeyId, context);
      assertNotPending(key);
      assertNotManaged(parts, key);
      repository.putKey({ ...key, tags: mergeTags(key.tags, input.Tags) });
    });
  };
}
