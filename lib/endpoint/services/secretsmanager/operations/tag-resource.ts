import type { TagResourceRequest } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { mergeTags } from '../rules/input.ts';
import { findLiveSecretOrThrow } from '../secrets.ts';

export function tagResource(parts: SecretsParts): Operation<Given<TagResourceRequest>> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const secret = findLiveSecretOrThrow(parts, input.SecretId, context);
      repository.putSecret({ ...secret, tags: mergeTags(secret.tags, input.Tags) });
    });
  };
}
