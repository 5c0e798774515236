import type { UntagResourceRequest } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { findLiveSecretOrThrow } from '../secrets.ts';

export function untagResource(parts: SecretsParts): Operation<Given<UntagResourceRequest>> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const secret = findLiveSecretOrThrow(parts, input.SecretId, context);
      const kept = Object.entries(secret.tags).filter(([key]) => !input.TagKeys.includes(key));
      repository.putSecret({ ...secret, tags: Object.fromEntries(kept) });
    });
  };
}
