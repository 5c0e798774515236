import type {
  ListSecretVersionIdsRequest,
  ListSecretVersionIdsResponse,
} from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import { invalidToken } from '../errors.ts';
import type { SecretsParts } from '../parts.ts';
import { readCount } from '../rules/input.ts';
import { findSecretOrThrow, secretArn } from '../secrets.ts';
import { listedKey } from '../versions.ts';

export function listSecretVersionIds(
  parts: SecretsParts,
): Operation<Given<ListSecretVersionIdsRequest>, ListSecretVersionIdsResponse> {
  return (input, context) => {
    const size = readCount(input.MaxResults, 100);
    const secret = findSecretOrThrow(parts, input.SecretId, context);
    const all = parts.repository
      .versionsOf(secret)
      .filter(({ stages }) => input.IncludeDeprecated === true || stages.length > 0);
    const start = input.NextToken === undefined ? 0 : 1 + all.findIndex(({ id }) => id === input.NextToken);
    if (input.NextToken !== undefined && start === 0) throw invalidToken();
    const shown = all.slice(start, start + size);
    const next = start + size < all.length ? shown.at(-1)?.id : undefined;
    return {
      ARN: secretArn(secret),
      Name: secret.name,
      Versions: shown.map((version) => ({
        VersionId: version.id,
        ...(version.stages.length > 0 && { VersionStages: [...version.stages] }),
        ...(version.accessedMs !== undefined && { LastAccessedDate: new Date(version.accessedMs) }),
        CreatedDate: new Date(version.createdMs),
        KmsKeyIds: [listedKey(parts, secret, version)],
      })),
      ...(next !== undefined && { NextToken: next }),
    };
  };
}
