// Written by lib/tools/generate-operations.ts; do not edit.
import { cancelKeyDeletion } from '../operations/cancel-key-deletion.ts';
import { createAlias } from '../operations/create-alias.ts';
import { createKey } from '../operations/create-key.ts';
import { decrypt } from '../operations/decrypt.ts';
import { deleteAlias } from '../operations/delete-alias.ts';
import { describeKey } from '../operations/describe-key.ts';
import { disableKey } from '../operations/disable-key.ts';
import { enableKey } from '../operations/enable-key.ts';
import { encrypt } from '../operations/encrypt.ts';
import { generateDataKeyWithoutPlaintext } from '../operations/generate-data-key-without-plaintext.ts';
import { generateDataKey } from '../operations/generate-data-key.ts';
import { generateRandom } from '../operations/generate-random.ts';
import { listAliases } from '../operations/list-aliases.ts';
import { listKeys } from '../operations/list-keys.ts';
import { listResourceTags } from '../operations/list-resource-tags.ts';
import { scheduleKeyDeletion } from '../operations/schedule-key-deletion.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';
import { updateAlias } from '../operations/update-alias.ts';
import { updateKeyDescription } from '../operations/update-key-description.ts';

export const operations = {
  CancelKeyDeletion: cancelKeyDeletion,
  CreateAlias: createAlias,
  CreateKey: createKey,
  Decrypt: decrypt,
  DeleteAlias: deleteAlias,
  DescribeKey: describeKey,
  DisableKey: disableKey,
  EnableKey: enableKey,
  Encrypt: encrypt,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GenerateDataKey: generateDataKey,
  GenerateRandom: generateRandom,
  ListAliases: listAliases,
  ListKeys: listKeys,
  ListResourceTags: listResourceTags,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateKeyDescription: updateKeyDescription,
};
