// Written by lib/tools/generate-operations.ts; do not edit.
import { batchGetSecretValue } from '../operations/batch-get-secret-value.ts';
import { createSecret } from '../operations/create-secret.ts';
import { deleteSecret } from '../operations/delete-secret.ts';
import { describeSecret } from '../operations/describe-secret.ts';
import { getRandomPassword } from '../operations/get-random-password.ts';
import { getResourcePolicy } from '../operations/get-resource-policy.ts';
import { getSecretValue } from '../operations/get-secret-value.ts';
import { listSecretVersionIds } from '../operations/list-secret-version-ids.ts';
import { listSecrets } from '../operations/list-secrets.ts';
import { putSecretValue } from '../operations/put-secret-value.ts';
import { restoreSecret } from '../operations/restore-secret.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';
import { updateSecretVersionStage } from '../operations/update-secret-version-stage.ts';
import { updateSecret } from '../operations/update-secret.ts';

export const operations = {
  BatchGetSecretValue: batchGetSecretValue,
  CreateSecret: createSecret,
  DeleteSecret: deleteSecret,
  DescribeSecret: describeSecret,
  GetRandomPassword: getRandomPassword,
  GetResourcePolicy: getResourcePolicy,
  GetSecretValue: getSecretValue,
  ListSecretVersionIds: listSecretVersionIds,
  ListSecrets: listSecrets,
  PutSecretValue: putSecretValue,
  RestoreSecret: restoreSecret,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateSecretVersionStage: updateSecretVersionStage,
  UpdateSecret: updateSecret,
};
